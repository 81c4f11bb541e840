// Loaded before a measured program: tells the largest resident set of the process, in octets, on descriptor 3.
import { readFileSync, writeSync } from "node:fs";

process.on("exit", () => writeSync(3, String(largestResidentSet())));

/** On Linux resourceUsage() includes the parent's peak; /proc has that of this process alone. */
function largestResidentSet() {
  try {
    return Number(/^VmHWM:\s+(\d+)/mu.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}
