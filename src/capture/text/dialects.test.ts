import { describe, expect, test } from "vitest";
import { optionsOf } from "../../segments/options.ts";
import { Mark } from "../../segments/segment-table.ts";
import { printedSegments, readText } from "../../testing/printed-segments.ts";

describe("other dialects", () => {
  test("Wireshark's rows count from each side's own start; a hidden row leaves a gap", () => {
    const { table, report } =
      readText(`    1 0.000000000  10.244.0.13 → 10.244.1.9   TCP 74 45592 → 5000 [SYN] Seq=0 Win=64240 Len=0 MSS=1460 SACK_PERM=1 WS=128
    2 1.004200001   10.244.1.9 → 10.244.0.13  TCP 74 5000 → 45592 [SYN, ACK] Seq=0 Ack=1 Win=65160 Len=0 MSS=1460
    3 1.005000000  10.244.0.13 → 10.244.1.9   HTTP 143 GET / HTTP/1.1
    4 1.005100000   10.244.1.9 → 10.244.0.13  TCP 66 5000 → 45592 [ACK] Seq=1 Ack=78 Win=65152 Len=0`);
    expect(table.length).toBe(3);
    expect(report.skipped.get("hidden-tcp")).toBe(1);
    expect((table.marks[2] ?? 0) & (Mark.ElidedBefore | Mark.WindowScaled)).toBe(
      Mark.ElidedBefore | Mark.WindowScaled,
    );
    expect(optionsOf(table, 0)).toEqual({ mss: 1460, sackPermitted: true, windowScale: 7 });
  });

  test("CSV takes its columns by name", () => {
    expect(
      printedSegments(`"No.","Info","Time","Destination","Source","Protocol","Length"
"7","42470  >  8888 [SYN] Seq=0 Win=29200 Len=0 MSS=1460","34.700033","10.2.0.10","10.1.0.10","TCP","74"`),
    ).toEqual(["2: 10.1.0.10.42470 > 10.2.0.10.8888 SYN +0 - 29200 0"]);
  });

  test("CSV without quotes", () => {
    expect(
      printedSegments(`_ws.col.No.,_ws.col.Time,_ws.col.Source,_ws.col.Destination,_ws.col.Protocol,_ws.col.Length,_ws.col.Info
2,0.000250,192.168.0.61,192.168.0.60,TCP,74,80 → 39002 [SYN, ACK] Seq=0 Ack=1 Win=65160 Len=0 MSS=1460`),
    ).toEqual(["2: 192.168.0.61.80 > 192.168.0.60.39002 SYN,ACK +0 +1 65160 0"]);
  });

  test("tshark -V gives the raw numbers", () => {
    expect(
      printedSegments(`Frame 1: 74 bytes on wire (592 bits), 74 bytes captured (592 bits)
    Epoch Time: 1616244573.192969000 seconds
Internet Protocol Version 4, Src: 192.168.0.60, Dst: 192.168.0.61
    Time to Live: 64
Transmission Control Protocol, Src Port: 39002, Dst Port: 80, Seq: 0, Len: 0
    Sequence Number: 0    (relative sequence number)
    Sequence Number (raw): 284972257
    Flags: 0x002 (SYN)
    Window: 64240`),
    ).toEqual(["1: 192.168.0.60.39002 > 192.168.0.61.80 SYN 284972257 - 64240 0"]);
  });

  test("a plain text export with the layers below each row: one segment a frame, inferred where flags are hidden", () => {
    const text = `No.     Time           Source                Destination           Protocol Length Info
      1 0.000000       192.168.0.60          192.168.0.61          TCP      74     39002 → 80 [SYN] Seq=0 Win=64240 Len=0

Frame 1: 74 bytes on wire (592 bits), 74 bytes captured (592 bits)
Internet Protocol Version 4, Src: 192.168.0.60, Dst: 192.168.0.61
Transmission Control Protocol, Src Port: 39002, Dst Port: 80, Seq: 0, Len: 0

      4 0.000530       192.168.0.60          192.168.0.61          HTTP     142    GET / HTTP/1.1

Frame 4: 142 bytes on wire (1136 bits), 142 bytes captured (1136 bits)
Internet Protocol Version 4, Src: 192.168.0.60, Dst: 192.168.0.61
Transmission Control Protocol, Src Port: 39002, Dst Port: 80, Seq: 1, Ack: 1, Len: 76`;
    expect(printedSegments(text)).toEqual([
      "2: 192.168.0.60.39002 > 192.168.0.61.80 SYN +0 - 64240 0",
      "8: 192.168.0.60.39002 > 192.168.0.61.80 PSH,ACK +1 +1 ? 76",
    ]);
    expect((readText(text).table.marks[1] ?? 0) & Mark.FlagsInferred).toBe(Mark.FlagsInferred);
  });

  test("FortiGate prints absolute numbers and no window", () => {
    expect(
      printedSegments(`2024-08-28 16:36:30.627027 port1 in 192.0.2.2.56662 -> 198.51.100.17.8443: syn 1919112000
2024-08-28 16:36:30.627238 port1 out 198.51.100.17.8443 -> 192.0.2.2.56662: syn 3263049000 ack 1919112001`),
    ).toEqual([
      "1: 192.0.2.2.56662 > 198.51.100.17.8443 SYN 1919112000 - ? 0",
      "2: 198.51.100.17.8443 > 192.0.2.2.56662 SYN,ACK 3263049000 1919112001 ? 0",
    ]);
  });

  test("IPv6 with an extension header prints the ports apart from the addresses", () => {
    expect(
      printedSegments(
        "IP6 2001:db8::1 > 2001:db8::2: DSTOPT (padn) 51004 > 443: Flags [S], seq 7, win 5, length 0",
      ),
    ).toEqual(["1: 2001:db8::1.51004 > 2001:db8::2.443 SYN 7 - 5 0"]);
  });
});

describe("a log of Linux' packet filter with sequence numbers", () => {
  const SYN =
    "Nov 30 08:00:01 gw kernel: [1234.500000] IN=eth0 OUT= MAC=02:00:00:00:00:01:02:00:00:00:00:02:08:00 " +
    "SRC=192.0.2.10 DST=198.51.100.1 LEN=60 TOS=0x00 PREC=0x00 TTL=64 ID=54321 DF PROTO=TCP SPT=51000 DPT=443 " +
    "SEQ=4294967295 ACK=0 WINDOW=29200 RES=0x00 SYN URGP=0 OPT (020405B40402080A0000000100000000010303 07)";

  test("gives segments with their options, and with data as long as they tell", () => {
    const data =
      "[ 77.1] drop: IN= OUT=eth0 SRC=2001:db8::1 DST=2001:db8::2 LEN=72 TC=0 HOPLIMIT=63 FLOWLBL=0 " +
      "PROTO=TCP SPT=443 DPT=51000 SEQ=7 ACK=8 WINDOW=501 RES=0x00 ACK PSH URGP=0 OPT (0101080A0000000200000001)";
    const text = `${SYN.replace("03 07", "0307")}\n${data}\n${data.replace(/ OPT .*/u, "")}\n`;
    const { table } = readText(text);
    expect(table.length).toBe(3);
    expect([...table.sequenceNumber.subarray(0, 3)]).toEqual([4294967295, 7, 7]);
    expect([...table.payloadLength.subarray(0, 2)]).toEqual([0, 0]);
    expect([...table.optionsLength.subarray(0, 3)]).toEqual([20, 12, 0]);
    expect([...table.ttl.subarray(0, 2)]).toEqual([64, 63]);
    expect(((table.marks[2] ?? 0) & Mark.LengthUnknown) !== 0).toBe(true);
    expect(table.flows.a(0)).toEqual({ address: "192.0.2.10", port: 51000 });
  });
});
