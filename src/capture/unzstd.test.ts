import { Decompress } from "fzstd";
import { describe, expect, test } from "vitest";
import {
  ethernetFrame,
  ipv4Datagram,
  little32,
  octets,
  pcapFile,
  tcpSegment,
} from "../testing/capture-bytes.ts";
import { slicesOf } from "../testing/read-octets.ts";
import { readCapture } from "./read-capture.ts";
import { isZstdBeyond } from "./unzstd.ts";

/** What `zstd` writes of data that it cannot make smaller: a frame of a single segment, in blocks of raw octets. */
function zstdFile(content: Uint8Array, block = 1000): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < content.length; at += block) {
    const part = content.subarray(at, at + block);
    const header = (part.length << 3) | (at + block >= content.length ? 1 : 0);
    blocks.push(octets([header & 0xff, (header >>> 8) & 0xff, header >>> 16], part));
  }
  return octets([0x28, 0xb5, 0x2f, 0xfd, 0xa0], little32(content.length), ...blocks);
}

const PCAP = pcapFile(
  Array.from({ length: 50 }, (_, seq) => ({
    octets: ethernetFrame(ipv4Datagram(tcpSegment({ seq, flags: 0x10 }))),
  })),
);

async function read(file: Uint8Array, slice = 700): ReturnType<typeof readCapture> {
  return readCapture(slicesOf(file, slice), undefined, { zstd: async () => Decompress });
}

describe("zstd", () => {
  test("is unpacked, however it is cut into slices", async () => {
    for (const slice of [1, 700, 100_000]) {
      const result = await read(zstdFile(PCAP), slice);
      expect(result.ok && result.value.table.length).toBe(50);
      expect(result.ok && result.value.report).toMatchObject({
        format: "pcap",
        packing: "zstd",
        warningCount: 0,
      });
    }
  });

  test("two frames behind each other are one file", async () => {
    const result = await read(octets(zstdFile(PCAP.subarray(0, 1234)), zstdFile(PCAP.subarray(1234))));
    expect(result.ok && result.value.table.length).toBe(50);
  });

  test("cut short or damaged: gives what came before, and warns; before a segment it is refused", async () => {
    const file = zstdFile(PCAP);
    for (const damaged of [
      file.subarray(0, file.length - 300),
      octets(file.subarray(0, 2015), [7, 7, 7, 7, 7, 7]),
    ]) {
      const result = await read(damaged);
      expect(result.ok && result.value.table.length).toBeGreaterThan(10);
      expect(result.ok && result.value.report.warnings.map(({ reason }) => reason.code)).toContain(
        "zstd-cut",
      );
    }
    expect(await read(file.subarray(0, 30))).toMatchObject({ ok: false, error: { kind: "zstd-cut" } });
  });

  test("with a dictionary, or more memory than 128 MiB, is refused before any is taken", async () => {
    const dictionary = octets([0x28, 0xb5, 0x2f, 0xfd, 0x01, 0x00, 7], new Uint8Array(40));
    const window = octets([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa0], new Uint8Array(40));
    const segment = octets([0x28, 0xb5, 0x2f, 0xfd, 0xa0], [0, 0, 0, 0x7f], new Uint8Array(40));
    for (const file of [dictionary, window, segment]) {
      expect(await read(file)).toMatchObject({ ok: false, error: { kind: "zstd" } });
    }
  });

  test.each([
    ["too short to tell", [], false],
    ["a single segment of 200 octets (1 octet of size)", [0x20, 200, 0], false],
    ["a single segment of 65,791 octets (2 octets of size, 256 more)", [0x60, 0xff, 0xff], false],
    ["a single segment of 2 GiB (8 octets of size)", [0xe0, 0, 0, 0, 0x80, 0, 0, 0, 0], true],
    ["a window of 128 MiB", [0x00, 17 << 3], false],
    ["a window of 144 MiB", [0x00, (17 << 3) | 1], true],
    ["a dictionary", [0x01, 0], true],
  ])("asks for more than is given: %s", (_, head, isBeyond) => {
    expect(isZstdBeyond(octets([0x28, 0xb5, 0x2f, 0xfd], head))).toBe(isBeyond);
  });

  test("is refused by name by a program that has nothing to unpack it, and within gzip", async () => {
    const alone = await readCapture(slicesOf(zstdFile(PCAP)));
    expect(alone).toMatchObject({ ok: false, error: { kind: "zstd" } });
    expect(await read(zstdFile(zstdFile(PCAP)))).toMatchObject({ ok: false, error: { kind: "gzip-twice" } });
  });
});
