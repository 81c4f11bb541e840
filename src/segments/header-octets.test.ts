import { expect, test } from "vitest";
import { headerOctets } from "./header-octets.ts";
import { SegmentTableBuilder } from "./segment-table-builder.ts";
import { Mark } from "./segment-table.ts";

function tableOf(marks: number): SegmentTableBuilder {
  const builder = new SegmentTableBuilder();
  const source = { address: "a", port: 40001 };
  builder.append({
    frame: 1,
    time: null,
    flow: builder.flows.internEndpoints(source, { address: "b", port: 80 }),
    sequenceNumber: 0x10fc5d21,
    acknowledgmentNumber: 0x01020304,
    payloadLength: 0,
    window: 64240,
    flags: 0x112,
    marks,
    octets: new Uint8Array([2, 4, 0x05, 0xb4, 4, 2]),
    optionsLength: 6,
  });
  return builder;
}

function hex(octets: readonly (number | null)[]): string {
  return octets.map((octet) => octet?.toString(16).padStart(2, "0") ?? "··").join(" ");
}

test("the header as on the wire, with the checksum left open and options padded", () => {
  expect(hex(headerOctets(tableOf(0), 0, 40001, 80))).toBe(
    "9c 41 00 50 10 fc 5d 21 01 02 03 04 71 12 fa f0 ·· ·· 00 00 02 04 05 b4 04 02 00 00",
  );
});

test("what a text does not tell stays open", () => {
  const marks = Mark.SequenceRelative | Mark.AcknowledgmentRelative | Mark.WindowUnknown;
  expect(hex(headerOctets(tableOf(marks), 0, "http", 80)).slice(0, 59)).toBe(
    "·· ·· 00 50 ·· ·· ·· ·· ·· ·· ·· ·· 71 12 ·· ·· ·· ·· 00 00",
  );
});
