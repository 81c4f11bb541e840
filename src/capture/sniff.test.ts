import { expect, test } from "vitest";
import { sniffOther } from "./sniff-other.ts";
import { SNIFFED_OCTETS, sniff } from "./sniff.ts";

const ascii = (text: string): number[] => Array.from(new TextEncoder().encode(text));
const whole = (...octets: number[]): ReturnType<typeof sniff> | ReturnType<typeof sniffOther> => {
  const head = new Uint8Array(octets);
  const sniffed = sniff(head, true);
  return sniffed?.kind === "other" ? sniffOther(head) : sniffed;
};
const refused = (...octets: number[]): string | undefined => {
  const sniffed = whole(...octets);
  return sniffed?.kind === "refused" ? sniffed.refusal.kind : undefined;
};

test.each([
  ["microseconds, big-endian", [0xa1, 0xb2, 0xc3, 0xd4]],
  ["microseconds, little-endian", [0xd4, 0xc3, 0xb2, 0xa1]],
  ["nanoseconds, big-endian", [0xa1, 0xb2, 0x3c, 0x4d]],
  ["nanoseconds, little-endian", [0x4d, 0x3c, 0xb2, 0xa1]],
  ["modified, big-endian", [0xa1, 0xb2, 0xcd, 0x34]],
  ["modified, little-endian", [0x34, 0xcd, 0xb2, 0xa1]],
])("pcap: %s", (_, magic) => {
  expect(whole(...magic)).toEqual({ kind: "pcap" });
});

test("pcapng and gzip", () => {
  expect(whole(0x0a, 0x0d, 0x0d, 0x0a, 0, 0, 0, 0)).toEqual({ kind: "pcapng" });
  expect(whole(0x1f, 0x8b, 8)).toEqual({ kind: "gzip" });
  expect(whole(...ascii("snoop"), 0, 0, 0)).toEqual({ kind: "snoop" });
});

const erfRecord = [0, 0, 0, 0, 0x80, 0xc8, 0x4a, 0x67, 2, 4, 0, 18, 0, 0, 0, 60];

test.each([
  ["zstd", [0x28, 0xb5, 0x2f, 0xfd, 0x03, 0x00]],
  ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ["bzip2", ascii("BZh91AY")],
  ["lz4", [0x04, 0x22, 0x4d, 0x18]],
  ["compress", [0x1f, 0x9d, 0x90]],
  ["zip", [0x50, 0x4b, 3, 4]],
  ["7-zip", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["netmon", ascii("RTSS")],
  ["netmon", ascii("GMBU")],
  ["sniffer", [...ascii("XRP"), 0]],
  ["sniffer", [...ascii("XCP"), 0]],
  ["ngsniffer", [...ascii("TRSNIFF data    "), 0x1a]],
  ["5views", [0xaa, 0xaa, 0xaa, 0xaa, 0x20, 0]],
  ["niobserver", ascii("ObserverPktBufferVersion=15.00")],
  ["visual", [0x05, ...ascii("VNF")]],
  ["etherpeek", [0x7f, ...ascii("ver")]],
  ["iptrace", ascii("iptrace 2.0")],
  ["lanalyzer", [0x01, 0x10, 0x04, 0, 1, 2, 3, 4, 0x02, 0x10, 18, 0]],
  ["lanalyzer", [0x07, 0x10, 0x4c, 0, 1, 5, 0, 0]],
  // As editcap writes it: the names of the channels stand before the summary.
  ["lanalyzer", [0x01, 0x10, 0x04, 0, 1, 5, 0, 0, 0x06, 0x10, 0x80, 0]],
  // 2024-11-30 08:00:01: the header of a packet, data behind it.
  ["commview", [60, 0, 60, 0, 0, 0xe8, 7, 11, 30, 8, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 2, 0]],
  ["commview", [80, 0, 0, 0, 0xe8, 7, 11, 30, 8, 0, 1, 0, 0, 0, 0, 0, 0, 2, 0, 0, 2, 0]],
  ["nettl", [...ascii("TR"), 0, 100, 0, 0, 0, 0]],
  ["nstrace", [0, 1, 0x4c, 0, ...ascii("NetScaler Performance Data"), 0]],
  ["nstrace", [0xe1, 0x40, ...ascii("NetScaler V30 Performance Data"), 0]],
  // 2024-11-30: two records of Ethernet, 18 octets each.
  ["erf", [...erfRecord, 0, 0, ...erfRecord]],
  ["binary", [...erfRecord, 0, 0, ...erfRecord.map((octet) => octet ^ 0x55)]],
  ["binary", [0x01, 0x10, 0x04, 0, 1, 2, 3, 4, 0x09, 0x20, 18, 0]],
  ["binary", [60, 0, 60, 0, 0, 0xe8, 7, 13, 30, 8, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 2, 0]],
  ["png", [0x89, ...ascii("PNG")]],
  ["jpeg", [0xff, 0xd8, 0xff, 0xe0]],
  ["gif", ascii("GIF89a")],
  ["riff", ascii("RIFF")],
  ["pdf", ascii("%PDF-1.7")],
  ["elf", [0x7f, ...ascii("ELF")]],
  ["office", [0xd0, 0xcf, 0x11, 0xe0]],
])("refused by name: %s", (kind, magic) => {
  expect(refused(...magic)).toBe(kind);
});

test("nothing at all is an empty file", () => {
  expect(refused()).toBe("empty");
});

test("text in UTF-8, and in UTF-16 with and without a byte order mark", () => {
  const little = ascii("IP a.1 > b.2:").flatMap((octet) => [octet, 0]);
  const big = ascii("IP a.1 > b.2:").flatMap((octet) => [0, octet]);
  expect(whole(...ascii("10:00:00 IP"))).toEqual({ kind: "text", encoding: "utf-8" });
  expect(whole(0xef, 0xbb, 0xbf, ...ascii("IP"))).toEqual({ kind: "text", encoding: "utf-8" });
  expect(whole(0xff, 0xfe, ...little)).toEqual({ kind: "text", encoding: "utf-16le" });
  expect(whole(0xfe, 0xff, ...big)).toEqual({ kind: "text", encoding: "utf-16be" });
  expect(whole(...little)).toEqual({ kind: "text", encoding: "utf-16le" });
  expect(whole(...big)).toEqual({ kind: "text", encoding: "utf-16be" });
});

test("colours and tabs of a terminal are text; a NUL or many control octets are not", () => {
  expect(whole(...ascii("\x1b[31mIP\x1b[0m\t1\r\n"))).toEqual({ kind: "text", encoding: "utf-8" });
  expect(whole(...ascii("hello"), 0, ...ascii("world"))).toEqual({
    kind: "refused",
    refusal: { kind: "binary", values: { octets: "68 65 6c 6c 6f 00 77 6f" } },
  });
  expect(refused(1, 2, 3, 4, 65, 66)).toBe("binary");
});

test("waits for a magic number, and for text until enough is there to tell it from binary data", () => {
  expect(sniff(new Uint8Array([0xd4, 0xc3]), false)).toBeNull();
  const text = new Uint8Array(SNIFFED_OCTETS).fill(0x61);
  expect(sniff(text.subarray(1), false)).toBeNull();
  expect(sniff(text, false)).toEqual({ kind: "other" });
});
