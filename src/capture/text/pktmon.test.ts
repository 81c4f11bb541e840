import { describe, expect, test } from "vitest";
import { Mark } from "../../segments/segment-table.ts";
import { printedSegments, printedTimes, readText } from "../../testing/printed-segments.ts";

const SYN = "192.0.2.10.51000 > 198.51.100.1.443: Flags [S], seq 1000, win 64240, length 0";
const RST = "198.51.100.1.443 > 192.0.2.10.51000: Flags [R.], seq 0, ack 1001, win 0, length 0";
const MACS = "\t02-00-00-00-00-01 > 02-00-00-00-00-02, ethertype IPv4 (0x0800), length 66: ";

/** What stands above a packet. `group` and `number` name it. */
function head(time: string, group: number, number: number, appearance: number): string {
  return `${time} PktGroupId ${group}, PktNumber ${number}, Appearance ${appearance}, Direction Tx , Type Ethernet , Component 12, Edge 1, Filter 1, OriginalSize 66, LoggedSize 66 `;
}

/** Whether each row is one more record of a packet. */
function copies(text: string): boolean[] {
  const { table } = readText(text);
  return Array.from(table.marks.subarray(0, table.length), (marks) => (marks & Mark.CapturedAgain) !== 0);
}

describe("text of pktmon", () => {
  test.each([
    ["08:00:01.123456700", "28801.123456700"],
    ["[1]0001.0001::2024-11-30 08:00:01.123456700 [Microsoft-Windows-PktMon]", "1732953601.123456700"],
    ["[1]0001.0001::2024/11/30-08:00:01.123456700 [Microsoft-Windows-PktMon]", "1732953601.123456700"],
  ])("the line above a packet tells its time: %s", (stamp, time) => {
    expect(printedTimes(`${head(stamp, 7, 1, 1)}\n${MACS}${SYN}`)).toEqual([time]);
  });

  test("a packet appears at each component that it passes", () => {
    const text = [
      head("08:00:01.1", 7, 1, 1),
      MACS + SYN,
      head("08:00:01.2", 8, 1, 1),
      MACS + RST,
      head("08:00:01.3", 7, 1, 2),
      MACS + SYN,
      head("08:00:01.4", 7, 2, 1),
      MACS + SYN,
      head("08:00:01.5", 9, 1, 1),
      MACS + SYN,
    ].join("\n");
    expect(copies(text)).toEqual([false, false, true, false, false]);
    expect(printedSegments(text)).toHaveLength(5);
  });

  test("behind address translation it is a packet of another connection", () => {
    const translated = SYN.replace("192.0.2.10", "203.0.113.1");
    const text = `${head("08:00:01.1", 7, 1, 1)}\n${MACS}${SYN}\n${head("08:00:01.2", 7, 1, 2)}\n${MACS}${translated}`;
    expect(copies(text)).toEqual([false, false]);
  });

  test("on one line, a dropped packet, and packets of other protocols", () => {
    const text = [
      head("08:00:01.1", 7, 1, 1) + MACS + SYN,
      `Drop: ${head("08:00:01.2", 7, 1, 2)}`,
      MACS + SYN,
      head("08:00:01.3", 8, 1, 1),
      "\t02-00-00-00-00-02 > ff-ff-ff-ff-ff-ff, ethertype ARP (0x0806), length 60: Request who-has 192.0.2.1 tell 192.0.2.9, length 46",
    ].join("\n");
    expect(copies(text)).toEqual([false, true]);
    expect(readText(text).report.records).toBe(3);
  });
});
