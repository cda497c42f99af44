"use strict";
// What the client uses of undici, loaded when the first connection is opened: loading it takes longer than loading the
// provider, and most processes of a command never connect.
module.exports = {
  get Pool() {
    return require("undici").Pool;
  },
  get buildConnector() {
    return require("undici").buildConnector;
  },
};
