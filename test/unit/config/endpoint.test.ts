import { describe, expect, it } from "vitest";
import { parseEndpoint } from "../../../provider/src/config/endpoint.js";

describe("parseEndpoint", () => {
  it.each([
    ["pve1", "https://pve1:8006"],
    ["pve1.example.com", "https://pve1.example.com:8006"],
    ["pve1.example.com:443", "https://pve1.example.com"],
    ["PVE1:8007", "https://pve1:8007"],
    ["10.0.0.2", "https://10.0.0.2:8006"],
    ["10.0.0.2:8007", "https://10.0.0.2:8007"],
    ["[fd00::1]", "https://[fd00::1]:8006"],
    ["[fd00::1]:8007", "https://[fd00::1]:8007"],
    ["fd00::1:8007", "https://[fd00::1]:8007"],
    ["fd00::1", "https://[fd00::1]:8006"],
    ["fd00:1:2:3:4:5:6:7", "https://[fd00:1:2:3:4:5:6:7]:8006"],
    ["fd00:1:2:3:4:5:6:7:8007", "https://[fd00:1:2:3:4:5:6:7]:8007"],
    [" pve1/ ", "https://pve1:8006"],
  ])("reads the host form %j", (text, origin) => {
    expect(parseEndpoint(text)).toEqual({ origin });
  });

  it.each([
    ["https://pve1:8006", "https://pve1:8006"],
    ["https://pve1:8006/", "https://pve1:8006"],
    ["https://pve1:8006/api2/json", "https://pve1:8006"],
    ["https://pve1:8006/api2/json/", "https://pve1:8006"],
    ["HTTPS://PVE1:8006/#v1:0:=node", "https://pve1:8006"],
    ["https://[fd00::1]:8006/", "https://[fd00::1]:8006"],
    ["https://pve.example.com/", "https://pve.example.com"],
    ["http://127.0.0.1:8006", "http://127.0.0.1:8006"],
    ["http://localhost:8006/", "http://localhost:8006"],
    ["http://[::1]:8006", "http://[::1]:8006"],
  ])("reads the URL %j", (text, origin) => {
    expect(parseEndpoint(text)).toEqual({ origin });
  });

  it.each([
    ["", "is empty"],
    ["   ", "is empty"],
    ["http://pve1:8006", "must start with https://"],
    ["http://127.0.0.1.example.com", "must start with https://"],
    ["ftp://pve1", "must start with https://"],
    ["https://", "is not a valid URL"],
    ["https://root:secret@pve1:8006", "must not contain a user or password"],
    ["pve1:port", "has a port outside 1 to 65535"],
    ["pve1:0", "has a port outside 1 to 65535"],
    ["pve1:65536", "has a port outside 1 to 65535"],
    ["[fd00::1]:", "has a port outside 1 to 65535"],
    ["[fd00::1", "is neither a host name"],
    ["[pve1!]", "is neither a host name"],
    ["fd00::zz", "is neither a host name"],
    ["pve 1", "is neither a host name"],
    ["root@pve1", "is neither a host name"],
  ])("explains what is wrong with %j", (text, problem) => {
    expect(parseEndpoint(text)).toEqual({ problem: expect.stringContaining(problem) as string });
  });
});
