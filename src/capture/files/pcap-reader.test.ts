import { describe, expect, test } from "vitest";
import { ethernetFrame, ipv4Datagram, octets, pcapFile, tcpSegment } from "../../testing/capture-bytes.ts";
import { describeRows, readOctets, refusalOf } from "../../testing/read-octets.ts";

const frame = ethernetFrame(ipv4Datagram(tcpSegment()));
const record = { octets: frame, nanoseconds: 123456789 };
const FILE_HEADER = 24;

describe("times", () => {
  test("microseconds drop what they cannot hold, nanoseconds keep it", async () => {
    const micro = (await readOctets(pcapFile([record]))).table;
    const nano = (await readOctets(pcapFile([record], { isNanosecond: true }))).table;
    expect(micro.timeBase).toEqual({ kind: "epoch", origin: 1700000000123456000n, resolution: 1000 });
    expect(nano.timeBase).toEqual({ kind: "epoch", origin: 1700000000123456789n, resolution: 1 });
  });

  test("seconds are unsigned: captures after 2038 are not before 1970", async () => {
    const { table } = await readOctets(pcapFile([{ octets: frame, seconds: 0xfffffff0 }]));
    expect(table.timeBase.origin).toBe(4294967280000000000n);
  });

  test("a record before the first one has a negative time", async () => {
    const { table } = await readOctets(pcapFile([record, { octets: frame, seconds: 1699999999 }]));
    expect(table.time[1]).toBe(-1123456000);
    expect(table.lastRecordTime).toBe(0);
  });
});

describe("modified form", () => {
  test("with the plain record header that some writers use", async () => {
    const file = pcapFile([record, record, record]);
    file.set([0x34, 0xcd, 0xb2, 0xa1]);
    expect((await readOctets(file, 1)).table.length).toBe(3);
  });

  test("of one record alone, in either header", async () => {
    const plain = pcapFile([record]);
    plain.set([0x34, 0xcd, 0xb2, 0xa1]);
    expect((await readOctets(plain)).table.length).toBe(1);
    expect((await readOctets(pcapFile([record], { isModified: true }), 3)).table.length).toBe(1);
  });
});

test.each([
  ["Nokia", { extraHeader: 4 }],
  ["Red Hat 6.1", { extraHeader: 8 }],
  ["SuSE 6.3", { isModified: true, extraHeader: 12 }],
])("longer record headers, as of %s, alone or before others", async (_, form) => {
  for (const records of [[record], [record, record], [record, record, record]])
    expect((await readOctets(pcapFile(records, form), 3)).table.length).toBe(records.length);
});

test("the upper half of the link type field does not count", async () => {
  const file = pcapFile([record]);
  file.set([1, 0, 0, 0xf4], 20);
  expect((await readOctets(file)).table.length).toBe(1);
});

test("lengths are swapped before version 2.3, and in 2.3 where they must be", async () => {
  const long = {
    octets: ethernetFrame(ipv4Datagram(tcpSegment({ payload: new Uint8Array(500) }))),
    captured: 60,
  };
  const plain = describeRows((await readOctets(pcapFile([long]))).table);
  for (const minor of [1, 3]) {
    const file = pcapFile([long]);
    const [captured, wire] = [file.slice(32, 36), file.slice(36, 40)];
    file.set([minor, 0], 6);
    file.set(octets(wire, captured), 32);
    expect(describeRows((await readOctets(file)).table)).toEqual(plain);
  }
});

test("behind damage, reading goes on at the next record that makes sense", async () => {
  const length = 16 + frame.length;
  const file = pcapFile(Array.from({ length: 40_000 }, () => record));
  const damaged = FILE_HEADER + 10 * length;
  file.fill(0xff, damaged, damaged + 3 * length + 5);
  const { table, report } = await readOctets(file, 100_000);
  // The hole ends within the 14th record.
  expect(report.damage).toEqual({ from: damaged, octets: 4 * length });
  expect(table.length).toBe(40_000 - 4);
  expect(report.octets).toBe(file.length);
});

test("behind damage, the last record of a file needs no other one", async () => {
  const length = 16 + frame.length;
  const file = pcapFile([record, record, record]);
  file.fill(0xff, FILE_HEADER + length, FILE_HEADER + 2 * length);
  const { table, report } = await readOctets(file, 7);
  expect(table.length).toBe(2);
  expect(report.damage).toEqual({ from: FILE_HEADER + length, octets: length });
});

test("a record that claims an absurd length is told", async () => {
  const file = pcapFile([record, record]);
  const second = FILE_HEADER + 16 + frame.length;
  file.set([0xff, 0xff, 0xff, 0x7f], second + 8);
  const { table, report } = await readOctets(file);
  expect(table.length).toBe(1);
  expect(report.warnings).toEqual([
    {
      place: { kind: "byte", at: second },
      text: "",
      reason: { code: "record-length", values: { length: 0x7fffffff } },
    },
  ]);
});

test("refused: a header cut short, a header alone, another version", async () => {
  const file = pcapFile([record]);
  expect(await refusalOf(file.subarray(0, 4))).toEqual({ kind: "pcap-header-cut", values: { length: 4 } });
  expect(await refusalOf(file.subarray(0, FILE_HEADER))).toEqual({ kind: "no-packets" });
  file.set([9, 0], 4);
  expect(await refusalOf(file)).toEqual({ kind: "pcap-version", values: { version: "9.4" } });
});

test("an unknown link type is counted by its number", async () => {
  expect(await refusalOf(pcapFile([record], { linkType: 231 }))).toEqual({
    kind: "no-tcp-segments",
    values: { records: 1, "link-type-231": 1 },
  });
});
