import { readStamp } from "./times/time-stamp.ts";

const LONGEST = 400;
/** `12:49:33.792719 IP b.80 > a.1:`, `… IP b.80 >`, `… IP b.80`. */
const UNFINISHED = /(?:\bIP6? (?:.{0,200}(?:>|:|> \S{1,100})|\S{3,100})|> ?\S{1,100}:)$/;

/** Whether the line is the start of a packet that was wrapped before anything of TCP was printed. */
export function isWrappedStart(line: string): boolean {
  return line.length < LONGEST && UNFINISHED.test(line) && readStamp(line) !== null;
}
