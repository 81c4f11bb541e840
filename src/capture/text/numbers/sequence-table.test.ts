import { describe, expect, test } from "vitest";
import { optionsOf } from "../../../segments/options.ts";
import { printedSegments, readText } from "../../../testing/printed-segments.ts";

describe("what the printed numbers count from", () => {
  test.each([
    [
      "X02: a refused connection, and the second refusal on the same pair",
      `IP a.1 > b.80: Flags [S], seq 1000, win 5, length 0
IP b.80 > a.1: Flags [R.], seq 0, ack 1001, win 0, length 0
IP a.1 > b.80: Flags [S], seq 14001000, win 5, length 0
IP b.80 > a.1: Flags [R.], seq 0, ack 14000001, win 0, length 0`,
      [
        "1: a.1 > b.80 SYN 1000 - 5 0",
        "2: b.80 > a.1 RST,ACK 0 1001 0 0",
        "3: a.1 > b.80 SYN 14001000 - 5 0",
        "4: b.80 > a.1 RST,ACK 0 14001001 0 0",
      ],
    ],
    [
      "X03: a dump whose first lines were cut away keeps its counts, a bare RST is absolute",
      `14:22:48.071533 IP h.43478 > s.22: Flags [P.], seq 26216:26260, ack 124345, win 501, length 44
14:22:48.072274 IP s.22 > h.43478: Flags [P.], seq 124345:124669, ack 26260, win 501, length 324
14:22:48.072300 IP h.43478 > s.22: Flags [.], ack 124669, win 501, length 0`,
      [
        "1: h.43478 > s.22 PSH,ACK +26216 +124345 501 44",
        "2: s.22 > h.43478 PSH,ACK +124345 +26260 501 324",
        "3: h.43478 > s.22 ACK ~+26260 +124669 501 0",
      ],
    ],
    [
      "X08: after a start in the middle the first sender counts from 0, its peer from 1",
      `IP c.5 > s.80: Flags [P.], seq 70001001:70001011, ack 80500001, win 5, length 10
IP s.80 > c.5: Flags [.], ack 10, win 5, length 0
IP s.80 > c.5: Flags [P.], seq 1:21, ack 10, win 5, length 20`,
      [
        "1: c.5 > s.80 PSH,ACK 70001001 80500001 5 10",
        "2: s.80 > c.5 ACK ~80500001 70001011 5 0",
        "3: s.80 > c.5 PSH,ACK 80500001 70001011 5 20",
      ],
    ],
    [
      "X10: -S is recognised at the first number that would not fit",
      `IP c.5 > s.80: Flags [S], seq 1000, win 5, length 0
IP s.80 > c.5: Flags [S.], seq 500000, ack 1001, win 5, length 0
IP c.5 > s.80: Flags [.], ack 500001, win 5, length 0
IP c.5 > s.80: Flags [F.], seq 1001, ack 500001, win 5, length 0`,
      [
        "1: c.5 > s.80 SYN 1000 - 5 0",
        "2: s.80 > c.5 SYN,ACK 500000 1001 5 0",
        "3: c.5 > s.80 ACK ~1001 500001 5 0",
        "4: c.5 > s.80 FIN,ACK 1001 500001 5 0",
      ],
    ],
    [
      "X11: the base of a side that began with a pure ACK is told by its bare RST",
      `IP c.5 > s.80: Flags [.], ack 90000010, win 5, length 0
IP s.80 > c.5: Flags [P.], seq 1:11, ack 0, win 5, length 10
IP c.5 > s.80: Flags [R], seq 1001, win 0, length 0`,
      [
        "1: c.5 > s.80 ACK ? 90000010 5 0",
        "2: s.80 > c.5 PSH,ACK 90000010 1001 5 10",
        "3: c.5 > s.80 RST 1001 - 0 0",
      ],
    ],
    [
      "X12: the old style says ACK only by its number",
      `10:00:00.000001 c.5 > s.80: S 100:100(0) win 512
10:00:00.000002 s.80 > c.5: S 500:500(0) ack 101 win 512 <mss 1460>
10:00:00.000003 c.5 > s.80: . ack 1 win 512 (DF)`,
      [
        "1: c.5 > s.80 SYN 100 - 512 0",
        "2: s.80 > c.5 SYN,ACK 500 101 512 0",
        "3: c.5 > s.80 ACK ~101 501 512 0",
      ],
    ],
    [
      "X13: numbers wrap at 2^32",
      `IP c.5 > s.80: Flags [S], seq 4294967290, win 5, length 0
IP s.80 > c.5: Flags [S.], seq 500000, ack 4294967291, win 5, length 0
IP c.5 > s.80: Flags [P.], seq 1:21, ack 1, win 5, length 20
IP s.80 > c.5: Flags [.], ack 21, win 5, options [nop,nop,sack 1 {4294967295:5}], length 0`,
      [
        "1: c.5 > s.80 SYN 4294967290 - 5 0",
        "2: s.80 > c.5 SYN,ACK 500000 4294967291 5 0",
        "3: c.5 > s.80 PSH,ACK 4294967291 500001 5 20",
        "4: s.80 > c.5 ACK ~500001 15 5 0",
      ],
    ],
  ])("%s", (_, text, read) => {
    expect(printedSegments(text)).toEqual(read);
  });

  test("SACK edges are on the wire, too", () => {
    const { table } = readText(`IP c.5 > s.80: Flags [S], seq 1000, win 5, length 0
IP s.80 > c.5: Flags [S.], seq 500000, ack 1001, win 5, length 0
IP s.80 > c.5: Flags [.], ack 1, win 5, options [nop,nop,sack 2 {101:201}{4294967295:5}], length 0`);
    expect(optionsOf(table, 2).sack).toEqual([
      [1101, 1201],
      [999, 1005],
    ]);
  });
});

test("a blind RST and a stray SYN do not move where their end goes on (kernel scenario 30)", () => {
  const text = [
    "IP 10.0.0.1.40030 > 10.0.0.2.8080: Flags [S], seq 126, win 64240, length 0",
    "IP 10.0.0.2.8080 > 10.0.0.1.40030: Flags [S.], seq 914, ack 127, win 65160, length 0",
    "IP 10.0.0.1.40030 > 10.0.0.2.8080: Flags [P.], seq 127:156, ack 915, win 63, length 29",
    "IP 10.0.0.1.40030 > 10.0.0.2.8080: Flags [R], seq 256, win 0, length 0",
    "IP 10.0.0.2.8080 > 10.0.0.1.40030: Flags [.], ack 156, win 64, length 0",
    "IP 10.0.0.1.40030 > 10.0.0.2.8080: Flags [S], seq 5156, win 0, length 0",
    "IP 10.0.0.2.8080 > 10.0.0.1.40030: Flags [.], ack 156, win 64, length 0",
    "IP 10.0.0.1.40030 > 10.0.0.2.8080: Flags [P.], seq 156:185, ack 915, win 63, length 29",
    "IP 10.0.0.1.40030 > 10.0.0.2.8080: Flags [.], ack 958, win 63, length 0",
  ].join("\n");
  expect(printedSegments(text).at(-1)).toContain("~185");
});
