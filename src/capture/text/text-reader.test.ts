import { describe, expect, test } from "vitest";
import { optionsOf } from "../../segments/options.ts";
import { Mark } from "../../segments/segment-table.ts";
import { printedSegments, readText } from "../../testing/printed-segments.ts";

/** Seed 000, console 1: the article's `...` stands for the lines it leaves out. */
const CONSOLE = `12:49:33.192719 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [S], seq 284972257, win 64240, options [mss 1460,sackOK,TS val 2670079469 ecr 0,nop,wscale 7], length 0
12:49:33.192983 IP 192.168.0.61.80 > 192.168.0.60.39002: Flags [S.], seq 1986854381, ack 284972258, win 65160, options [mss 1460,sackOK,TS val 1699876837 ecr 2670079469,nop,wscale 7], length 0
12:49:33.193013 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [.], ack 1, win 502, options [nop,nop,TS val 2670079470 ecr 1699876837], length 0
12:49:33.193037 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [P.], seq 1:77, ack 1, win 502, options [nop,nop,TS val 2670079470 ecr 1699876837], length 76: HTTP: GET / HTTP/1.1
12:49:33.193256 IP 192.168.0.61.80 > 192.168.0.60.39002: Flags [.], ack 77, win 509, options [nop,nop,TS val 1699876837 ecr 2670079470], length 0
...
12:49:33.193389 IP 192.168.0.61.80 > 192.168.0.60.39002: Flags [P.], seq 239:851, ack 77, win 509, options [nop,nop,TS val 1699876838 ecr 2670079470], length 612: HTTP
12:49:33.193563 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [F.], seq 77, ack 851, win 501, options [nop,nop,TS val 2670079470 ecr 1699876838], length 0
`;

const FROM_CLIENT = "192.168.0.60.39002 > 192.168.0.61.80";
const FROM_SERVER = "192.168.0.61.80 > 192.168.0.60.39002";
const CONSOLE_READ = [
  `1: ${FROM_CLIENT} SYN 284972257 - 64240 0`,
  `2: ${FROM_SERVER} SYN,ACK 1986854381 284972258 65160 0`,
  `3: ${FROM_CLIENT} ACK ~284972258 1986854382 502 0`,
  `4: ${FROM_CLIENT} PSH,ACK 284972258 1986854382 502 76`,
  `5: ${FROM_SERVER} ACK ~1986854382 284972334 509 0`,
  `7: ${FROM_SERVER} PSH,ACK 1986854620 284972334 509 612`,
  `8: ${FROM_CLIENT} FIN,ACK 284972334 1986855232 501 0`,
];

describe("a console as tcpdump prints it", () => {
  test("gives every segment with its numbers on the wire", () => {
    expect(printedSegments(CONSOLE)).toEqual(CONSOLE_READ);
  });

  test("reads the same whatever the slices", () => {
    for (const sliceLength of [1, 7, 64, 1000])
      expect(printedSegments(CONSOLE, sliceLength)).toEqual(CONSOLE_READ);
  });

  test("reads the same behind characters of several octets, wherever the slices cut them", () => {
    const lines = CONSOLE.split("\n");
    const dressed = ["# é 中文", lines[0], "😀 🎉", ...lines.slice(1)].join("\n");
    const moved = CONSOLE_READ.map((line) => {
      const [number = "", rest = ""] = line.split(/:(.*)/u);
      return `${Number(number) + (number === "1" ? 1 : 2)}:${rest}`;
    });
    for (const sliceLength of [1, 2, 3, 5, 7, 11, 64, 1000])
      expect(printedSegments(dressed, sliceLength)).toEqual(moved);
  });

  test("marks only the segment after the elision", () => {
    const { table } = readText(CONSOLE);
    const elided = Array.from(
      { length: table.length },
      (_, row) => ((table.marks[row] ?? 0) & Mark.ElidedBefore) !== 0,
    );
    expect(elided).toEqual([false, false, false, false, false, true, false]);
  });

  test("keeps options in wire form", () => {
    const { table } = readText(CONSOLE);
    expect(optionsOf(table, 0)).toEqual({
      mss: 1460,
      sackPermitted: true,
      timestamps: [2670079469, 0],
      windowScale: 7,
    });
    expect(optionsOf(table, 2)).toEqual({ timestamps: [2670079470, 1699876837] });
  });

  test("keeps the options of every line of a long text, also of those between two batches", () => {
    const value = (line: number): number => 7_000_000 + line;
    const lines = Array.from({ length: 12_000 }, (_, i) => {
      const options = i % 1000 < 600 ? "nop,nop" : "mss 1460,sackOK,nop,wscale 7,nop,nop";
      const stamp = `12:00:${String(i % 60).padStart(2, "0")}.000000`;
      return `${stamp} IP 10.0.0.1.5 > 10.0.0.2.80: Flags [.], ack 1, win 9, options [${options},TS val ${value(i)} ecr 0], length 0\n`;
    });
    const { table } = readText(lines.join(""));
    const read = Array.from({ length: table.length }, (_, row) => optionsOf(table, row).timestamps?.[0]);
    expect(read).toEqual(lines.map((_, i) => value(i)));
  });

  test("does not mind prompts, fences, quotes and list marks around the lines", () => {
    const dressed = CONSOLE.split("\n").map((line, i) =>
      line === "" ? "" : ["> ", "// ", "| 4 | ", "web-1  | ", "3. `"][i % 5] + line,
    );
    expect(printedSegments(dressed.join("\r\n"))).toEqual(CONSOLE_READ);
  });

  test("reads what pages make of it: entities, full-width punctuation, elements", () => {
    const escaped = CONSOLE.replaceAll(">", "&gt;")
      .replaceAll(", ", "，")
      .replace(/^/gm, '<span class="go">');
    expect(printedSegments(escaped)).toEqual(CONSOLE_READ);
  });

  test("tells a page in one line into its packets", () => {
    const page = `<ol>${CONSOLE.replaceAll(">", "&amp;gt;")
      .replace(/^(.+)$/gm, "<li>$1</li>")
      .replaceAll("\n", "")}</ol>`;
    expect(printedSegments(page).map((line) => line.replace(/^\d+: /, ""))).toEqual(
      CONSOLE_READ.map((line) => line.replace(/^\d+: /, "")),
    );
  });

  test("reads -v heads of their own, -e and -X with the same result", () => {
    const verbose = `12:49:33.192719 52:54:00:12:34:56 > 52:54:00:ab:cd:ef, ethertype IPv4 (0x0800), length 74: (tos 0x0, ttl 64, id 1001, offset 0, flags [DF], proto TCP (6), length 60)
    192.168.0.60.39002 > 192.168.0.61.80: Flags [S], cksum 0xffa9 (correct), seq 284972257, win 64240, options [mss 1460], length 0
`;
    const { table } = readText(verbose);
    expect(table.length).toBe(1);
    expect([table.ttl[0], table.ipId[0], table.frame[0]]).toEqual([64, 1001, 2]);
    expect(table.timeBase).toEqual({ kind: "time-of-day", origin: 46173192719000n });
  });
});

describe("octets beat the printed line", () => {
  const ROWS = `	0x0000:  4500 0034 0007 0000 4006 8e21 c000 022b  E..4....@..!...+
	0x0010:  c633 643d bb7c 0f7c 61e2 0c55 0000 0000  .3d=.|.|a..U....
	0x0020:  8002 003a 4909 0000 0204 05b4 0101 0402  ...:I...........
	0x0030:  0103 0309                                ....`;

  test("they give the ports that the author removed, numbers, window and options", () => {
    const text = `13:23:20.272800 IP client > server: Flags [S], seq 1642204000, win 14600, length 0\n${ROWS}`;
    expect(printedSegments(text)).toEqual(["1: client.47996 > server.3964 SYN 1642204245 - 58 0"]);
    expect(optionsOf(readText(text).table, 0)).toEqual({ mss: 1460, sackPermitted: true, windowScale: 9 });
  });

  test("they recover what tcpdump -q does not print", () => {
    expect(
      printedSegments(`13:23:20.272800 IP 192.0.2.43.47996 > 198.51.100.61.3964: tcp 0\n${ROWS}`),
    ).toEqual(["1: 192.0.2.43.47996 > 198.51.100.61.3964 SYN 1642204245 - 58 0"]);
  });

  test("they win over a line that says something else, with a warning", () => {
    const { table, report } = readText(
      `13:23:20.2 IP 192.0.2.43.47996 > 198.51.100.61.3964: Flags [R], seq 5, win 1, length 0\n${ROWS}`,
    );
    expect(table.flags[0]).toBe(2);
    expect(report.warnings.map(({ reason }) => reason.code)).toEqual(["octets-differ"]);
  });
});

describe("what is no segment", () => {
  test("X05, X07: prose that speaks of flags and numbers", () => {
    const { refusal, table } = readText(
      "第一次握手：客户端发送了一个 [SYN] 包，此时，Seq = 0x4ce45750, Flags: (SYN).\n启动TCP连接",
    );
    expect(table.length).toBe(0);
    expect(refusal?.kind).toBe("text-prose");
  });

  test("payload of -A, even if it looks like tcpdump", () => {
    expect(
      printedSegments(`12:49:33.400000 IP 192.0.2.60.39002 > 192.0.2.61.80: Flags [P.], seq 90000001:90000200, ack 1, win 502, length 199
E....@.@.........<...=.Z.P..T.
POST /paste HTTP/1.1

	12:00:00.000000 IP 10.9.9.9.1 > 10.9.9.8.2: Flags [S], seq 1, win 1, length 0
12:00:00.000000 IP 10.9.9.9.1 > 10.9.9.8.2: Flags [S], seq 1, win 1, length 0
12:49:33.500000 IP 192.0.2.61.80 > 192.0.2.60.39002: Flags [.], ack 199, win 509, length 0`).length,
    ).toBe(2);
  });

  test("a copy without times is a restatement", () => {
    const copy = CONSOLE.split("\n")
      .slice(0, 3)
      .map((line) => line.replace(/^\S+ IP /, "").replace(/, win.*/, ""));
    const { table, report } = readText(`${CONSOLE}\n${copy.join("\n")}`);
    expect(table.length).toBe(CONSOLE_READ.length);
    expect(report.skipped.get("restated")).toBe(3);
  });

  test("the same segment on another interface", () => {
    const line = "IP 10.42.0.5.55000 > 10.42.1.7.80: Flags [S], seq 500000, win 64240, length 0";
    const { table, report } = readText(
      `12:00:00.000010 veth1 In  ${line}\n12:00:00.000020 cni0  In  ${line}\n12:00:01.000020 veth1 In  ${line}`,
    );
    expect(table.length).toBe(2);
    expect(report.skipped.get("seen-on-two-interfaces")).toBe(1);
  });

  test.each([
    ["12:49:33.192969 IP 192.168.0.60.39002 > 192.168.0.61.80: tcp 0", "text-quiet"],
    ["    5 1.005000000  10.244.0.13 → 10.244.1.9   HTTP 143 GET / HTTP/1.1 ", "text-hidden"],
    ["12:49:33.192969 IP 192.168.0.60.39002 > 192.168.0.61.80: [|tcp]", "text-cut"],
    ["09:19:53.027405 IP localhost.39094 > localhost.12345: UDP, length 12", "text-no-tcp"],
    ["tcp        0      0 127.0.0.1:56234         127.0.0.1:12345         FIN_WAIT2   -", "text-sockets"],
    ['[{"_index": "packets-2021-03-20", "_source": {"layers": {}}}]', "text-no-tcp"],
    ["TCP Handshake를 분석한다.", "text-prose"],
  ])("%s is refused as %s", (text, kind) => {
    expect(readText(`${text}\n`).refusal).toEqual({ kind, values: { lines: 1 } });
  });
});

describe("tunnels and quotes", () => {
  test("the inner packet on a line of its own takes the time of the outer one, and both count once", () => {
    const { table, report } =
      readText(`12:49:33.192969 IP 10.0.0.1.50000 > 10.0.0.2.4789: VXLAN, flags [I] (0x08), vni 100
IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [S], seq 284972257, win 64240, length 0`);
    expect([table.length, table.timeBase.origin, report.records]).toEqual([1, 46173192969000n, 1]);
  });

  test("the segment that an ICMP error quotes is none, but the error is about it", () => {
    const { table } =
      readText(`02:57:03.016439 IP (tos 0x0, ttl 64, id 35755, offset 0, flags [DF], proto TCP (6), length 60)
    10.77.33.1.40033 > 10.77.33.2.8080: Flags [S], cksum 0x2829 (correct), seq 1786499785, win 64240, length 0
02:57:03.030555 IP (tos 0xc0, ttl 64, id 61875, offset 0, flags [none], proto ICMP (1), length 88)
    10.77.33.2 > 10.77.33.1: ICMP 10.77.33.2 tcp port 8080 unreachable, length 68
	IP (tos 0x0, ttl 64, id 35755, offset 0, flags [DF], proto TCP (6), length 60)
    10.77.33.1.40033 > 10.77.33.2.8080: Flags [S], cksum 0x2829 (correct), seq 1786499785, win 64240, length 0`);
    expect(table.length).toBe(1);
    expect(table.icmpErrors).toEqual([
      {
        frame: 4,
        time: 14116000,
        version: 4,
        type: 3,
        code: 3,
        reporter: "10.77.33.2",
        flow: 0,
        sequenceNumber: 1786499785,
      },
    ]);
  });

  test("without the quote it is about the last segment to the port that it names", () => {
    const { table } =
      readText(`02:57:03.016439 IP 10.77.33.1.40033 > 10.77.33.2.8080: Flags [S], seq 1786499785, win 64240, length 0
02:57:03.030555 IP 10.77.33.2 > 10.77.33.1: ICMP 10.77.33.2 tcp port 8080 unreachable, length 68`);
    expect(table.icmpErrors.map(({ sequenceNumber, code }) => [sequenceNumber, code])).toEqual([
      [1786499785, 3],
    ]);
  });
});

describe("wrapped lines", () => {
  test("a quoted mail, cut at its margin", () => {
    const text = `> 12:49:33.192719 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [S], seq
> 284972257, win 64240, options [mss 1460,sackOK,TS val 2670079469 ecr
> 0,nop,wscale 7], length 0
> 12:49:33.192983 IP 192.168.0.61.80 > 192.168.0.60.39002: Flags [S.], seq 1986854381, ack 2849722
58, win 65160, length 0
> 12:49:33.193013 IP 192.168.0.60.39002 >
> 192.168.0.61.80: Flags [.], ack 1, win 502, length 0
Prose goes on > 80.`;
    expect(printedSegments(text)).toEqual([
      "1: 192.168.0.60.39002 > 192.168.0.61.80 SYN 284972257 - 64240 0",
      "4: 192.168.0.61.80 > 192.168.0.60.39002 SYN,ACK 1986854381 284972258 65160 0",
      "6: 192.168.0.60.39002 > 192.168.0.61.80 ACK ~284972258 1986854382 502 0",
    ]);
    expect(optionsOf(readText(text).table, 0).timestamps).toEqual([2670079469, 0]);
  });

  test("fields that an author left out", () => {
    expect(printedSegments("14:00:00.2 IP b.2 > a.1: Flags [S.], seq 7, ack 6, ..., length 0")).toEqual([
      "1: b.2 > a.1 SYN,ACK 7 6 ? 0",
    ]);
  });

  test("a packet cut before its flags", () => {
    expect(
      printedSegments(`12:49:33.792719 IP b.80 > a.1:
Flags [F.], seq 900000001, ack 78, win 509, length 0
12:49:33.892719 IP a.1
> b.80: Flags [.], ack 1, win 501, length 0`).length,
    ).toBe(2);
  });

  test("a mail that cuts between words and inside them", () => {
    const { table } =
      readText(`20:51:12.565066 $TARGET.119 > $NEW.3068: S 3130380000:3130380000(0) ack 3333853001 win 5792 <mss 1460,sackOK,timestamp 519229759 701309
86,nop,wscale 0> (DF)

19:12:18.978553 IP 198.51.100.240.ssh > coral.38062: R 0:0(0) ack
675525001 win 0`);
    expect(table.length).toBe(2);
    expect(optionsOf(table, 0).timestamps).toEqual([519229759, 70130986]);
    expect(table.acknowledgmentNumber[1]).toBe(675525001);
  });

  test("an editor that made one paragraph of several lines", () => {
    expect(printedSegments(CONSOLE.replaceAll("\n", " ")).length).toBe(CONSOLE_READ.length);
  });
});

describe("hostile lines are read in linear time", () => {
  const PACKET = "12:00:00.000001 IP 192.0.2.1.5 > 192.0.2.2.80: Flags [S], seq 1, win 5, options [";
  test.each([
    ["200,000 blanks", " ".repeat(200_000)],
    ["one line of 50 MB", "x".repeat(50_000_000)],
    ["one line of 50 MB of brackets", "<".repeat(50_000_000)],
    ["100 lines of 8,000 blanks", `${" ".repeat(8000)}x\n`.repeat(100)],
    ["100 option lists that never close", `${PACKET}${"nop,".repeat(1900)}\n`.repeat(100)],
    ["100 lines of arrows", `${"a > b: ".repeat(1100)}\n`.repeat(100)],
    ["100 lines of columns", `${"a ".repeat(2000)}-> b TCP 74 Seq=\n`.repeat(100)],
    ["100 lines of quotes", `${'"'.repeat(8000)},\n`.repeat(100)],
    ["100 lines of half escapes", `${"\u001b]".repeat(4000)}\n`.repeat(100)],
  ])("%s", (_, text) => {
    const before = process.cpuUsage();
    readText(text, 1 << 20);
    const { user, system } = process.cpuUsage(before);
    // Quadratic reading took minutes; a busy machine takes longer, but not more of the processor.
    expect((user + system) / 1e6).toBeLessThan(5);
  });
});
