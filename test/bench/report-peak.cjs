"use strict";
// Loaded before a program, writes to the file named by PROXLB_BENCH_PEAK_FILE how much memory its process took at most.
const { readFileSync, writeFileSync } = require("node:fs");

// What getrusage says of a child on Linux starts at the size of its parent; the kernel's own status does not.
const peakKib = () =>
  process.platform === "linux"
    ? Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))[1])
    : process.resourceUsage().maxRSS;

process.on("exit", () => {
  writeFileSync(process.env["PROXLB_BENCH_PEAK_FILE"], String(1024 * peakKib()));
});
