import { describe, expect, test } from "vitest";
import { Mark } from "../../segments/segment-table.ts";
import { printedSegments, readText } from "../../testing/printed-segments.ts";

const codes = (text: string): string[] => readText(text).report.warnings.map(({ reason }) => reason.code);

describe("lines with nothing but ends and flags, as articles print them", () => {
  test("are segments that count from their own start", () => {
    expect(
      printedSegments(`A > B: Flags [S]
B > A: Flags [S.]
A > B: Flags [.]
A > B: Flags [F.]
B > A: Flags [.]`),
    ).toEqual([
      "1: A. > B. SYN ~+0 - ? ?",
      "2: B. > A. SYN,ACK ~+0 +1 ? ?",
      "3: A. > B. ACK ~+1 +1 ? ?",
      "4: A. > B. FIN,ACK ~+1 +1 ? ?",
      "5: B. > A. ACK ~+1 +2 ? ?",
    ]);
  });

  test("say of their acknowledgment that it is not printed", () => {
    const { marks, length } = readText("A > B: Flags [S]\nB > A: Flags [S.]\nA > B: Flags [.]").table;
    const isInferred = Array.from({ length }, (_, row) => (marks[row] & Mark.AcknowledgmentInferred) !== 0);
    expect(isInferred).toEqual([false, true, true]);
  });

  test("also with a window and a length; a SYN of a timer is the same SYN", () => {
    expect(
      printedSegments(`10:00:01.1 IP A.1 > B.2: Flags [S], win 9, length 0
10:00:02.1 IP A.1 > B.2: Flags [S], win 9, length 0
10:00:02.2 IP B.2 > A.1: Flags [S.], win 9, length 0
10:00:02.3 IP A.1 > B.2: Flags [P.], length 5
10:00:02.4 IP B.2 > A.1: Flags [.], win 9, length 0`),
    ).toEqual([
      "1: A.1 > B.2 SYN ~+0 - 9 0",
      "2: A.1 > B.2 SYN ~+0 - 9 0",
      "3: B.2 > A.1 SYN,ACK ~+0 +1 9 0",
      "4: A.1 > B.2 PSH,ACK ~+1 +1 ? 5",
      "5: B.2 > A.1 ACK ~+1 +6 9 0",
    ]);
  });

  test("within the prose of article 004", () => {
    const text = `Client(127.0.0.1:49544)发送SYN(localhost.49544 > localhost.8888: Flags [S]
)启动TCP连接，Server返回localhost.8888 > localhost.49544: Flags [R.]
，R=RESET表示异常关闭连接，连接重置。`;
    expect(printedSegments(text)).toEqual([
      "1: localhost.49544 > localhost.8888 SYN ~+0 - ? ?",
      "2: localhost.8888 > localhost.49544 RST,ACK ~+0 +1 ? ?",
    ]);
    expect(codes(text)).toEqual(["fields-missing", "fields-missing"]);
  });

  const SYN = "12:00:00.000001 IP a.5 > b.80: Flags [S], seq 7, win 9, length 0";
  const REPLY = "12:00:00.000002 IP b.80 > a.5: Flags [S.], seq 9, ack 8, win 9, length 0";
  test("say again what the listing prints above or below, and then are none", () => {
    for (const text of [
      `We send a.5 > b.80: Flags [S].\n${SYN}\n${REPLY}`,
      `${SYN}\n${REPLY}\na.5 > b.80: Flags [S]`,
    ]) {
      expect(readText(text).table.length).toBe(2);
      expect(codes(text)).toEqual(["restated"]);
      expect(readText(text).report.skipped.get("restated")).toBe(1);
    }
  });

  test("count on from the lines that have numbers", () => {
    expect(printedSegments(`${SYN}\n${REPLY}\n12:00:00.000003 IP a.5 > b.80: Flags [.]`)[2]).toBe(
      "3: a.5 > b.80 ACK ~8 10 ? ?",
    );
  });

  test("leave other packets where they stood", () => {
    const error = "12:00:00.000003 IP b > a: ICMP b tcp port 80 unreachable, length 68";
    const { table } = readText(
      `a.5 > b.80: Flags [S]\n${SYN}\na.5 > b.80: Flags [S]\n${error}\na.5 > b.80: Flags [S]`,
    );
    expect([table.length, table.icmpErrors.length]).toEqual([1, 1]);
    expect(table.icmpErrors[0]?.sequenceNumber).toBe(7);
  });
});
