import { expect, test } from "vitest";
import { SegmentTableBuilder } from "./segment-table-builder.ts";
import { Timestamps } from "./timestamps.ts";

test("RFC 7323 section 3.2: TSval, then TSecr, unsigned; absent where no option of 10 octets stands", () => {
  const table = new SegmentTableBuilder();
  const row = { time: null, flow: 0, sequenceNumber: 0, acknowledgmentNumber: 0, payloadLength: 0 };
  const rows = [
    [1, 1, 8, 10, 0x9f, 0x26, 0x19, 0xed, 0x01, 0x02, 0x03, 0x04],
    [2, 4, 5, 180],
    [8, 10, 0xff, 0xff, 0xff, 0xfe, 0, 0, 0, 0],
    [8, 6, 1, 2, 3, 4],
  ];
  for (const [index, octets] of rows.entries()) {
    const options = { octets: Uint8Array.from(octets), optionsAt: 0, optionsLength: octets.length };
    table.append({ ...row, ...options, frame: index + 1, window: 0, flags: 0 });
  }
  const timestamps = new Timestamps();
  const read = (at: number): number[] | null => {
    timestamps.read(table, at);
    return timestamps.isPresent ? [timestamps.value, timestamps.echoReply] : null;
  };
  expect(rows.map((_, at) => read(at))).toEqual([[0x9f2619ed, 0x01020304], null, [4294967294, 0], null]);
});
