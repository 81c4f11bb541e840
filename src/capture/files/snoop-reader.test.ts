import { describe, expect, test } from "vitest";
import { ethernetFrame, ipv4Datagram, pcapFile, snoopFile, tcpSegment } from "../../testing/capture-bytes.ts";
import { describeRows, readOctets, refusalOf } from "../../testing/read-octets.ts";

const records = [1, 2, 3].map((length) => ({
  octets: ethernetFrame(ipv4Datagram(tcpSegment({ payload: new Uint8Array(length) }))),
  seconds: 1_700_000_000 + length,
  nanoseconds: 123_456_000,
}));

describe("a snoop capture", () => {
  test("tells what the same frames in a pcap tell, however it is cut into slices", async () => {
    const pcap = await readOctets(pcapFile(records));
    for (const slice of [1, 7, 4096]) {
      const snoop = await readOctets(snoopFile(records), slice);
      expect(describeRows(snoop.table)).toEqual(describeRows(pcap.table));
      expect(snoop.table.timeBase).toEqual(pcap.table.timeBase);
      expect(snoop.report.format).toBe("snoop");
    }
  });

  test("whose records are cut is told so, and read up to there", async () => {
    const cut = await readOctets(snoopFile(records.map((record) => ({ ...record, captured: 54 }))));
    expect(cut.table.length).toBe(3);
    const file = snoopFile(records);
    const { table, report } = await readOctets(file.subarray(0, file.length - 5));
    expect(table.length).toBe(2);
    expect(report.warnings.map(({ reason }) => reason.code)).toEqual(["record-cut"]);
  });

  test("with a length that is none is read on at the next record that makes sense", async () => {
    const file = snoopFile(records);
    file.set([0xff, 0xff, 0xff, 0xff], 16 + 8);
    const { table, report } = await readOctets(file);
    expect(table.length).toBe(2);
    expect(report.warnings.map(({ reason }) => reason.code)).toEqual(["record-length"]);
    expect(report.damage?.from).toBe(16);
    expect(await refusalOf(file.subarray(0, 16 + 60))).toEqual({ kind: "snoop-empty" });
  });

  test("of another version, of an unknown link, or cut in its header is refused", async () => {
    expect(await refusalOf(snoopFile(records, { version: 3 }))).toEqual({
      kind: "snoop-version",
      values: { version: 3 },
    });
    expect(await refusalOf(snoopFile(records, { dataLink: 77 }))).toEqual({
      kind: "snoop-link",
      values: { type: 77 },
    });
    expect(await refusalOf(snoopFile(records).subarray(0, 12))).toEqual({
      kind: "snoop-header-cut",
      values: { length: 12 },
    });
  });
});
