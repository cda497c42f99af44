"use strict";
// Loaded into the provider before itself (`--require`). Its time passes PROXLB_TEST_CLOCK_SPEED times as fast, as that of a
// simulated cluster does; what waits for the network keeps real time, because timers of the global scope are left alone.
// PROXLB_TEST_PIDS names a file to which each provider adds its process id.
const { appendFileSync } = require("node:fs");
const timers = require("node:timers/promises");

const { PROXLB_TEST_CLOCK_SPEED, PROXLB_TEST_PIDS } = process.env;

const speed = Number(PROXLB_TEST_CLOCK_SPEED ?? "1");
const wait = timers.setTimeout;
const realNow = Date.now;
const start = realNow();

Date.now = () => Math.floor(start + (realNow() - start) * speed);
timers.setTimeout = (delay, value, options) => wait(delay / speed, value, options);

if (PROXLB_TEST_PIDS !== undefined) appendFileSync(PROXLB_TEST_PIDS, `${process.pid}\n`);
