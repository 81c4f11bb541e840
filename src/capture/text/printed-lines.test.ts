import { describe, expect, test } from "vitest";
import { optionsOf } from "../../segments/options.ts";
import { Mark } from "../../segments/segment-table.ts";
import { printedSegments, readText } from "../../testing/printed-segments.ts";

const ENDS = "10.0.0.1.5 > 10.0.0.2.80";

/** What one line gives: its segments, then the warnings about it. */
function read(line: string): string[] {
  const { report } = readText(line);
  return [
    ...printedSegments(line).map((segment) => segment.replace(`1: ${ENDS} `, "")),
    ...report.warnings.map(({ reason }) => `! ${reason.code}`),
  ];
}

describe("fields of tcpdump 4, in any order and with any missing", () => {
  test.each<[string, string[]]>([
    ["Flags [S], seq 7, win 9, length 0", ["SYN 7 - 9 0"]],
    ["Flags [none], seq 7, win 9, length 0", ["none 7 - 9 0"]],
    ["Flags [DF], seq 7, win 9, length 0", ["none 7 - 9 0"]],
    ["Flags [ F . ], seq 7, ack 8, win 9, length 0", ["FIN,ACK +7 +8 9 0"]],
    ["Flags [P.U], seq 7:9, ack 8, win 9, urg 5, length 2", ["PSH,ACK,URG +7 +8 9 2"]],
    ["Flags [P.U], seq 7:9, ack 8, win 9, urg, length 2", ["PSH,ACK,URG +7 +8 9 2"]],
    ["Flags [.], seq, 7:9, ack, 8, win, 9, length 2", ["ACK +7 +8 9 2"]],
    ["Flags [S], cksum 0x1 (incorrect -> 0x2), seq 7, win 9, length 0", ["SYN 7 - 9 0"]],
    ["Flags [S], seq 7, win 9, opts [mss 5], length 0", ["SYN 7 - 9 0"]],
    ["Flags [R], seq 7 [ack 5 != 0 while ACK flag not set], win 9, length 0", ["RST 7 - 9 0"]],
    ["Flags [S], seq 7, win 9, length x", ["SYN 7 - 9 ?", "! fields-missing"]],
    ["Flags [S], seq 7, win 9, options", ["SYN 7 - 9 ?", "! header-cut"]],
    ["Flags [S], seq 7, win 9, options (none), length 0", ["SYN 7 - 9 ?", "! fields-missing"]],
    ["Flags [S], seq 7, win 9, [|tcp]", ["SYN 7 - 9 ?", "! header-cut"]],
    ["Flags [S], seq 7, win 9, [bad hdr length 60 - too long, > 40]", ["SYN 7 - 9 ?", "! header-cut"]],
    ["Flags [S], seq 7, win 9, [odd], length 0", ["SYN 7 - 9 0"]],
    ["Flags [S], sequel 7", ["SYN ~+0 - ? ?", "! fields-missing"]],
    ["Flags [S], acked, winter, lengthy, optional", ["SYN ~+0 - ? ?", "! fields-missing"]],
    ["Flags [S], urgent, cksums", ["SYN ~+0 - ? ?", "! fields-missing"]],
    ["Flags [S.], seq 7, win 9, length 0", ["SYN,ACK 7 ? 9 0", "! syn-ack-without-number"]],
    ["Flags [.], seq x, ack x, win x, length 0", ["ACK ~+0 ? ? ?", "! fields-missing"]],
  ])("%s", (fields, expected) => {
    expect(read(`12:00:00.000001 IP ${ENDS}: ${fields}`)).toEqual(expected);
  });
});

describe("tcpdump 3 and its relatives", () => {
  test.each<[string, string[]]>([
    ["S 7:7(0) win 9 <mss 5> (DF)", ["SYN 7 - 9 0"]],
    ["S 7:7(0) ack 8 win 9", ["SYN,ACK 7 8 9 0"]],
    ["P 7:9(2) ack 8 win 9 urg 5", ["PSH,ACK,URG +7 +8 9 2"]],
    ["P 7:9(2) ack 8 win 9 urg", ["PSH,ACK,URG +7 +8 9 2"]],
    [". 7:3(-4) ack 8 win 9", ["ACK +7 +8 9 ?"]],
    ["ack 8 win 9", ["ACK ? +8 9 0"]],
    [". ack 8 win 9", ["ACK ? +8 9 0"]],
    ["S [tcp sum ok] 7:7(0) win 9", ["SYN 7 - 9 0"]],
    ["S, cksum 0x1 (correct), 7:7(0) win 9", ["SYN 7 - 9 0"]],
    ["S, cksum 0x1 (incorrect (-> 0x2), 7:7(0) win 9", ["SYN 7 - 9 0"]],
    ["S (src OS: Linux 2.6) 7:7(0) win 9", ["SYN 7 - 9 0"]],
    ["S 7:7(0) win 9 <mss 5", ["SYN 7 - 9 0", "! header-cut"]],
    ["S 7:7(0) win 9 [|tcp]", ["SYN 7 - 9 0", "! header-cut"]],
    ["R 7 win 9", []],
    ["S 7:7 win 9", []],
    ["F", ["! only-a-mention"]],
    ["SYN sent", []],
    [". and so on", []],
  ])("%s", (core, expected) => {
    expect(read(`12:00:00.000001 ${ENDS}: ${core}`)).toEqual(expected);
  });

  test("the tail tells time to live and identification", () => {
    const { table } = readText(
      `12:00:00.000001 ${ENDS}: S 7:7(0) win 9 (DF) [tos 0x10] (ttl 63, id 1001, len 60)`,
    );
    expect([table.ttl[0], table.ipId[0]]).toEqual([63, 1001]);
  });
});

describe("ends, however they are printed", () => {
  test.each<[string, string[]]>([
    ["IP 10.0.0.1.5 >10.0.0.2.80: Flags [S], seq 7, win 9, length 0", ["SYN 7 - 9 0"]],
    ["IP 10.0.0.1.5 → 10.0.0.2.80: Flags [S], seq 7, win 9, length 0", ["SYN 7 - 9 0"]],
    ["IP 10.0.0.1.5 > 10.0.0.2.80 : S 7:7(0) win 9", ["SYN 7 - 9 0"]],
    ["IP 10.0.0.1.5 > 10.0.0.2.80 S 7:7(0) win 9", []],
    ["IP 10.0.0.1.5 > : S 7:7(0) win 9", []],
    ["IP 10.0.0.1.5 > 10.0.0.2.70000: Flags [S], seq 7, win 9, length 0", ["! port-out-of-range"]],
  ])("%s", (line, expected) => {
    expect(read(`12:00:00.000001 ${line}`)).toEqual(expected);
  });

  test.each([
    [
      "IP6 2001:db8::1 > 2001:db8::2: DSTOPT (padn)51004 > 443: S 7:7(0) win 5",
      "1: 2001:db8::1.51004 > 2001:db8::2.443 SYN 7 - 5 0",
    ],
    ["IP a > b: odd 51004 > 443: S 7:7(0) win 5", "1: 51004. > 443. SYN 7 - 5 0"],
    ["51004 > 443: S 7:7(0) win 5", "1: 51004. > 443. SYN 7 - 5 0"],
    ["IP alpha > ::443: S 7:7(0) win 5", "1: alpha. > ::443. SYN 7 - 5 0"],
  ])("%s", (line, expected) => {
    expect(printedSegments(`12:00:00.000001 ${line}`)).toEqual([expected]);
  });
});

describe("Wireshark's rows", () => {
  const row = (info: string): string => `    1 0.000000000  10.0.0.1 → 10.0.0.2  TCP 74 5 → 80 ${info}`;

  test.each<[string, string[]]>([
    ["[SYN] Seq=0 Win=9 Len=0", ["SYN +0 - 9 0"]],
    ["[SYN, ECN, CWR, AE] Seq=0 Win=9 Len=0", ["SYN,ECE,CWR,AE +0 - 9 0"]],
    ["[<None>] Seq=1 Win=9 Len=0", ["none +1 - 9 0"]],
    ["[ACK, URG] Seq=1 Ack=1 Win=9 Urg=3 Len=2", ["ACK,URG +1 +1 9 2"]],
    ["[TCP] Seq=1 Win=9", ["! tcp-hidden"]],
  ])("%s", (info, expected) => expect(read(row(info))).toEqual(expected));

  test("options become the octets they were", () => {
    const options = (info: string): object => optionsOf(readText(row(info)).table, 0);
    const start = "[ACK] Seq=1 Ack=1 Win=9 Len=0";
    expect(options(`${start} TSval=5 TSecr=6 SLE=10 SRE=20 SLE=30 SRE=40`)).toEqual({
      timestamps: [5, 6],
      sack: [
        [10, 20],
        [30, 40],
      ],
    });
    expect(options(`${start} TSecr=6 SRE=40 SLE=1 SLE`)).toEqual({});
    expect(options("[SYN] Seq=0 Win=9 Len=0 MSS=1460 WS=1 SACK_PERM")).toEqual({
      mss: 1460,
      windowScale: 0,
      sackPermitted: true,
    });
    expect(options("[SYN] Seq=0 Win=9 Len=0 WS=0")).toEqual({ windowScale: 0 });
  });

  test("with absolute numbers they are those of the wire", () => {
    expect(read(row("[SYN] Seq=284972257 Win=9 Len=0"))).toEqual(["SYN 284972257 - 9 0"]);
    expect(read(row("[ACK] Seq=284972257 Ack=77 Win=9 Len=0"))).toEqual(["ACK 284972257 77 9 0"]);
  });
});

describe("CSV", () => {
  const HEADER = '"No.","Time","Source","Destination","Protocol","Length","Info"';
  const INFO = "5  >  80 [SYN] Seq=0 Win=9 Len=0";

  test.each<[string, string, string[]]>([
    [
      "quotes inside a value",
      `${HEADER}\n"1","0.5","10.0.0.1","10.0.0.2","TCP","74","${INFO} ""x"""`,
      [`2: ${ENDS} SYN +0 - 9 0`],
    ],
    ["no header", `"1","0.5","10.0.0.1","10.0.0.2","TCP","74","${INFO}"`, [`1: ${ENDS} SYN +0 - 9 0`]],
    ["no header and no quotes", `1,0.5,10.0.0.1,10.0.0.2,TCP,74,${INFO}`, [`1: ${ENDS} SYN +0 - 9 0`]],
    ["a missing source", `${HEADER}\n"1","0.5","","10.0.0.2","TCP","74","${INFO}"`, []],
    ["a row that is cut", `${HEADER}\n"1","0.5","10.0.0.1"`, []],
    [
      "no column of protocols",
      `"Source","Destination","Info"\n"10.0.0.1","10.0.0.2","${INFO}"`,
      [`2: ${ENDS} SYN +0 - 9 0`],
    ],
    ["no column of sources", `"No.","Info","_ws.col.x"\n"1","${INFO}","3"`, []],
    [
      "other names of columns",
      `"def_src","def_dst","Info","Source port"\n"10.0.0.1","10.0.0.2","${INFO}","5"`,
      [`2: ${ENDS} SYN +0 - 9 0`],
    ],
    [
      "words that only look like a header",
      `Source, Information\n${HEADER}\n"1","0.5","10.0.0.1","10.0.0.2","TCP","74","${INFO}"`,
      [`3: ${ENDS} SYN +0 - 9 0`],
    ],
    ["empty values", `1,,10.0.0.1,10.0.0.2,TCP,,${INFO}`, [`1: ${ENDS} SYN +0 - 9 0`]],
  ])("%s", (_, text, expected) => expect(printedSegments(text)).toEqual(expected));
});

test("a CSV row of TCP below one that speaks of ICMP or a tunnel is a segment of its own", () => {
  const text = `"No.","Time","Source","Destination","Protocol","Length","Info"
"1","0.1","10.0.0.2","10.0.0.1","ICMP","74","Destination unreachable (Port unreachable)"
"2","0.5","10.0.0.1","10.0.0.2","TCP","74","5  >  80 [SYN] Seq=0 Win=9 Len=0"
"3","0.6","10.0.0.2","10.0.0.1","VXLAN","74","VXLAN"
"4","0.7","10.0.0.2","10.0.0.1","TCP","74","80  >  5 [SYN, ACK] Seq=0 Ack=1 Win=9 Len=0"`;
  expect(printedSegments(text)).toEqual([
    "3: 10.0.0.1.5 > 10.0.0.2.80 SYN +0 - 9 0",
    "5: 10.0.0.2.80 > 10.0.0.1.5 SYN,ACK +0 +1 9 0",
  ]);
  expect(readText(text).report.records).toBe(4);
});

describe("expanded details", () => {
  const details = (...lines: readonly string[]): string =>
    [
      "Frame 1: 74 bytes on wire (592 bits), 74 bytes captured (592 bits)",
      "Internet Protocol Version 4, Src: 10.0.0.1, Dst: 10.0.0.2",
      ...lines,
    ].join("\n");
  const TCP = "Transmission Control Protocol, Src Port: 5, Dst Port: 80, Seq: 1, Ack: 2, Len: 3";

  test("every field, in the words of old and new versions", () => {
    for (const isOld of [false, true]) {
      const text = details(
        isOld ? "    Time to live: 61" : "    Time to Live: 61",
        "    Identification: 0x0102 (258)",
        TCP,
        isOld ? "    Sequence number (raw): 1000" : "    Sequence Number (raw): 1000",
        isOld ? "    Acknowledgment number (raw): 2000" : "    Acknowledgment Number (raw): 2000",
        "    Flags: 0x038 (PSH, ACK, URG)",
        isOld ? "    Window size value: 77" : "    Window: 77",
        isOld ? "    Urgent pointer: 9" : "    Urgent Pointer: 9",
        "        TCP Option - Maximum segment size: 1460 bytes",
        "        TCP Option - No-Operation (NOP)",
        "        TCP Option - Window scale: 7 (multiply by 128)",
        "        TCP Option - SACK permitted",
        "        TCP Option - Timestamps: TSval 5, TSecr 6",
        "        TCP Option - End of Option List (EOL)",
      );
      const { table } = readText(text);
      expect(printedSegments(text)).toEqual([`1: ${ENDS} PSH,ACK,URG 1000 2000 77 3`]);
      expect([table.ttl[0], table.ipId[0], table.urgentPointer.get(0)]).toEqual([61, 258, 9]);
      expect(optionsOf(table, 0)).toEqual({
        mss: 1460,
        windowScale: 7,
        sackPermitted: true,
        timestamps: [5, 6],
      });
    }
  });

  test("IPv6 tells its hop limit; names stand before numbers", () => {
    const text = details(
      "Internet Protocol Version 6, Src: alpha.example (2001:db8::1), Dst: 2001:db8::2",
      "    Hop Limit: 9",
      "Transmission Control Protocol, Src Port: commplex-link (5001), Dst Port: http (80), Seq: 1, Len: 0",
    );
    expect(printedSegments(text)).toEqual(["1: 2001:db8::1.5001 > 2001:db8::2.80 none +1 - ? 0"]);
    expect(readText(text).table.ttl[0]).toBe(9);
  });

  test("values that are no numbers are unknown or 0; flags are those of the TCP layer alone", () => {
    const text = details(
      "    Flags: 0x4000, Don't fragment",
      "    Time to Live: many",
      TCP,
      "    Flags: strange",
      "    Window: strange",
      "        TCP Option - Timestamps: strange",
      "    [Calculated window size: 5]",
    );
    const { table } = readText(text);
    expect(printedSegments(text)).toEqual([`1: ${ENDS} PSH,ACK +1 +2 ? 3`]);
    expect([(table.marks[0] ?? 0) & Mark.FlagsInferred, table.ttl[0]]).toEqual([Mark.FlagsInferred, 0]);
    expect(optionsOf(table, 0)).toEqual({});
    expect(printedSegments(details(TCP.replace("Len: 3", "Len: 0")))).toEqual([`1: ${ENDS} ACK +1 +2 ? 0`]);
  });

  test("a frame without TCP is a packet of another protocol", () => {
    const { table, report, refusal } = readText(details("User Datagram Protocol, Src Port: 5, Dst Port: 53"));
    expect(table.length).toBe(0);
    expect([report.records, ...report.skipped, refusal?.kind]).toEqual([
      1,
      ["other-protocol", 1],
      "text-no-tcp",
    ]);
  });
});
