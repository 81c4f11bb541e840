import { describe, expect, test } from "vitest";
import { ACK, SYN } from "../../segments/flags.ts";
import { optionsOf } from "../../segments/options.ts";
import { Mark } from "../../segments/segment-table.ts";
import {
  big16,
  ethernetFrame,
  ipv4Datagram,
  ipv6Datagram,
  little32,
  octets,
  tcpSegment,
} from "../../testing/capture-bytes.ts";
import { printedSegments, readText } from "../../testing/printed-segments.ts";

const segment = tcpSegment({ seq: 1000, ack: 7, flags: SYN | ACK, options: [2, 4, 5, 180] });
const plain4 = ipv4Datagram(segment);
const ip6 = ipv6Datagram(segment);
const ip4 = withChecksum(plain4);
const zeros = (count: number): Uint8Array => new Uint8Array(count);
const FOUND = "192.0.2.1.40000 > 192.0.2.2.80 SYN,ACK 1000 7 64240 0";
const FOUND6 = "2001:db8::1.40000 > 2001:db8::2.80 SYN,ACK 1000 7 64240 0";
const NAMED = "12:00:00.000000 IP alpha.40000 > beta.80: tcp 0";
const NAMELESS = "12:00:00.000000 IP alpha > beta: tcp 0";

/** The IPv4 header with its checksum (RFC 1071), as it stands on the wire. */
function withChecksum(datagram: Uint8Array): Uint8Array {
  const whole = datagram.slice();
  let sum = 0;
  for (let at = 0; at < 20; at += 2) sum += ((whole[at] ?? 0) << 8) | (whole[at + 1] ?? 0);
  whole.set(big16(~((sum & 0xffff) + (sum >>> 16)) & 0xffff), 10);
  return whole;
}

const digits = (part: Uint8Array): string => Buffer.from(part).toString("hex");

/** `\t0x0010:  4500 0028 …`, as tcpdump prints it; `row` makes one row of its offset and digits. */
function dump(
  of: Uint8Array,
  row = (offset: string, hex: string): string => `\t0x${offset}:  ${hex.replace(/(.{4})(?=.)/g, "$1 ")}`,
): string {
  const rows: string[] = [];
  for (let at = 0; at < of.length; at += 16) {
    rows.push(row(at.toString(16).padStart(4, "0"), digits(of.subarray(at, at + 16))));
  }
  return rows.join("\n");
}

describe("rows of a hex dump, however they are printed", () => {
  test.each<[string, (offset: string, hex: string) => string]>([
    ["with characters behind", (offset, hex) => `\t0x${offset}:  ${hex.replace(/(.{4})/g, "$1 ")} E..4@.@.`],
    ["with a tab instead of a colon", (offset, hex) => `0x${offset}\t ${hex.replace(/(.{4})/g, "$1 ")}`],
    ["octet by octet", (offset, hex) => `${offset}  ${hex.replace(/(.{2})/g, "$1 ").trimEnd()}`],
    ["without offsets", (_, hex) => `\t\t\t ${hex.replace(/(.{4})(?=.)/g, "$1 ")}`],
    ["with long offsets", (offset, hex) => `0x0000${offset}:  ${hex.replace(/(.{4})/g, "$1 ")}`],
  ])("%s", (_, row) => {
    expect(printedSegments(`${NAMED}\n${dump(ip4, row)}`)).toEqual([
      "1: alpha.40000 > beta.80 SYN,ACK 1000 7 64240 0",
    ]);
  });

  test.each<[string, string]>([
    ["an offset that is too short", "\t0x000:  4500 0028"],
    ["an offset that is too long", "\t0x000000000:  4500 0028"],
    ["nothing behind the offset", "\t0x0000:"],
    ["characters behind the offset", "\t0x0000:  xyz"],
    ["a word of four digits alone", "4500"],
  ])("%s is none", (_, row) => {
    expect(printedSegments(`${NAMED}\n${row}`)).toEqual([]);
  });

  test("rows behind a gap are not part of it: the header is cut there", () => {
    const rows = dump(ip4).split("\n");
    const { table } = readText(`${NAMED}\n${rows[0]}\n${rows[2]}\n${rows[1]}`);
    expect(table.length).toBe(0);
  });

  test("a row that is printed again counts once", () => {
    const rows = dump(ip4).split("\n");
    expect(printedSegments(`${NAMED}\n${[rows[0], rows[1], rows[1], rows[2]].join("\n")}`)).toEqual([
      "1: alpha.40000 > beta.80 SYN,ACK 1000 7 64240 0",
    ]);
  });

  test("of a large packet the headers are kept, its length comes from them", () => {
    const large = ipv4Datagram(tcpSegment({ payload: zeros(1400), flags: ACK }));
    expect(printedSegments(`${NAMED}\n${dump(large)}`)).toEqual([
      "1: alpha.40000 > beta.80 ACK 1000 0 64240 1400",
    ]);
  });
});

describe("the layer that the octets start with shows by itself", () => {
  test.each<[string, Uint8Array, string]>([
    ["IPv4", plain4, FOUND],
    ["IPv6", ip6, FOUND6],
    ["Ethernet", ethernetFrame(ip4), FOUND],
    ["Ethernet with IPv6", ethernetFrame(ip6, 0x86dd), FOUND6],
    ["Linux cooked", octets(zeros(14), big16(0x0800), ip4), FOUND],
    ["Linux cooked, version 2", octets(big16(0x0800), zeros(18), ip4), FOUND],
    ["BSD loopback", octets(little32(2), ip4), FOUND],
    ["a header that is not known", octets([9, 9, 9, 9, 9, 9], ip4), FOUND],
    ["a header that is not known, IPv6", octets([9, 9], ip6), ""],
  ])("%s", (_, of, expected) => {
    const found = printedSegments(`${NAMELESS}\n${dump(of)}`).join();
    expect(found).toBe(
      expected === "" ? "" : `1: ${expected.replace(/\S+\.40000 > \S+\.80/, "alpha.40000 > beta.80")}`,
    );
  });

  test("behind an unknown header both printed ports, or the checksum, must agree", () => {
    const behind = (datagram: Uint8Array): string => dump(octets([9, 9, 9, 9, 9, 9], datagram));
    expect(printedSegments(`${NAMED}\n${behind(plain4)}`)).toHaveLength(1);
    expect(printedSegments(`${NAMED}\n${behind(ip6)}`)).toHaveLength(1);
    expect(printedSegments(`${NAMELESS}\n${behind(plain4)}`)).toEqual([]);
    expect(printedSegments(`${NAMED.replace(".80:", ".81:")}\n${behind(plain4)}`)).toEqual([]);
    expect(printedSegments(`${NAMELESS}\n${dump(octets(little32(2), plain4))}`)).toEqual([]);
  });

  test("octets without TCP in them leave the line as it is", () => {
    const udp = ipv4Datagram(zeros(30), { protocol: 17 });
    const line = "12:00:00.000000 IP alpha.40000 > beta.80: Flags [S], seq 5, win 6, length 0";
    expect(printedSegments(`${line}\n${dump(udp)}`)).toEqual(["1: alpha.40000 > beta.80 SYN 5 - 6 0"]);
    expect(printedSegments(`${line}\n${dump(zeros(64))}`)).toEqual(["1: alpha.40000 > beta.80 SYN 5 - 6 0"]);
  });
});

test("octets alone are a segment, each that starts again another one", () => {
  const second = ipv4Datagram(tcpSegment({ seq: 1001, ack: 8, flags: ACK }));
  expect(printedSegments(`${dump(ip4)}\n${dump(second)}`)).toEqual([
    `1: ${FOUND}`,
    "4: 192.0.2.1.40000 > 192.0.2.2.80 ACK 1001 8 64240 0",
  ]);
});

describe("where line and octets meet", () => {
  const LINE =
    "12:00:00.000000 IP 192.0.2.1.40000 > 192.0.2.2.80: Flags [S.], seq 1000, ack 7, win 5, length 0";

  test("what the line prints of ends stays where they agree; octets win where they do not", () => {
    const named = LINE.replace("192.0.2.1.40000", "alpha.40000");
    expect(printedSegments(`${named}\n${dump(ip4)}`)).toEqual([
      "1: alpha.40000 > 192.0.2.2.80 SYN,ACK 1000 7 64240 0",
    ]);
    const wrong = LINE.replace("192.0.2.1.40000", "10.0.0.1.40000");
    const { table, report } = readText(`${wrong}\n${dump(ip4)}`);
    expect(table.flows.a(0).address).toBe("192.0.2.1");
    expect(report.warnings.map(({ reason }) => reason.code)).toEqual(["octets-differ"]);
  });

  test("they tell time to live, identification and options", () => {
    const { table } = readText(`${LINE}\n${dump(ip4)}`);
    expect([table.ttl[0], table.ipId[0], (table.marks[0] ?? 0) & Mark.HasIpId]).toEqual([
      64,
      7,
      Mark.HasIpId,
    ]);
    expect(optionsOf(table, 0)).toEqual({ mss: 1460 });
    const version6 = readText(`${LINE.replaceAll(/192.0.2.(\d)/g, "2001:db8::$1")}\n${dump(ip6)}`).table;
    expect([version6.ttl[0], (version6.marks[0] ?? 0) & Mark.HasIpId]).toEqual([64, 0]);
  });

  test("a header that the dump cuts keeps what the line says of the rest", () => {
    const { table } = readText(
      `${LINE.replace("win 5", "win 5, options [mss 99]")}\n${dump(ip4.subarray(0, 34))}`,
    );
    expect([table.sequenceNumber[0], table.window[0]]).toEqual([1000, 5]);
    expect(optionsOf(table, 0)).toEqual({ mss: 99 });
  });

  test("a total length of 0 tells nothing of the data: the line does", () => {
    const offloaded = ipv4Datagram(tcpSegment({ flags: ACK, seq: 1000, ack: 7 }), { totalLength: 0 });
    const line = LINE.replace("Flags [S.], seq 1000", "Flags [.], seq 1000:4000").replace(
      "length 0",
      "length 3000",
    );
    expect(printedSegments(`${line}\n${dump(offloaded)}`)).toEqual([
      "1: 192.0.2.1.40000 > 192.0.2.2.80 ACK 1000 7 64240 3000",
    ]);
  });

  test("they tell what the printed numbers of the lines around them count from", () => {
    const counted = (text: string): string[] => printedSegments(text);
    const first =
      "12:00:00.0 IP 192.0.2.1.40000 > 192.0.2.2.80: Flags [P.], seq 1:11, ack 1, win 5, length 10";
    const middle =
      "12:00:00.1 IP 192.0.2.1.40000 > 192.0.2.2.80: Flags [P.], seq 11:21, ack 1, win 5, length 10";
    const last = "12:00:00.2 IP 192.0.2.2.80 > 192.0.2.1.40000: Flags [.], ack 21, win 5, length 0";
    const whole = ipv4Datagram(
      tcpSegment({ flags: ACK | 8, seq: 90_000_011, ack: 70_000_001, payload: zeros(10) }),
    );
    expect(counted(`${first}\n${middle}\n${dump(whole)}\n${last}`)).toEqual([
      "1: 192.0.2.1.40000 > 192.0.2.2.80 PSH,ACK 90000001 70000001 5 10",
      "2: 192.0.2.1.40000 > 192.0.2.2.80 PSH,ACK 90000011 70000001 64240 10",
      "7: 192.0.2.2.80 > 192.0.2.1.40000 ACK ~70000001 90000021 5 0",
    ]);
  });
});
