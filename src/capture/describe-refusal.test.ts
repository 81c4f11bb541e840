import { expect, test } from "vitest";
import { describeRefusal } from "./describe-refusal.ts";

test("says what the input looks like and what to do", () => {
  expect(describeRefusal({ kind: "zip" })).toBe("this is a ZIP archive: unpack it first");
  expect(describeRefusal({ kind: "snoop" })).toBe(
    "this is a Solaris snoop capture: convert it: editcap -F pcap in out",
  );
  expect(describeRefusal({ kind: "pcap-header-cut", values: { length: 4 } })).toBe(
    "pcap header cut short (4 of 24 bytes): copy the file again",
  );
});

test("says what was in a capture without TCP, the most frequent first", () => {
  const values = { records: 9, arp: 2, udp: 6, "link-type-231": 1 };
  expect(describeRefusal({ kind: "no-tcp-segments", values })).toBe(
    "no TCP segments in 9 records (6 UDP, 2 ARP, 1 of link type 231, which is not supported): " +
      "capture again with a filter that lets TCP through",
  );
  expect(describeRefusal({ kind: "no-tcp-segments", values: { records: 1, ospf: 1 } })).toContain(
    "1 record (1 OSPF)",
  );
});

test("counts lines, and records of which nothing more is known", () => {
  expect(describeRefusal({ kind: "text-prose", values: { lines: 1 } })).toContain("(1 line)");
  expect(describeRefusal({ kind: "text-prose", values: { lines: 2 } })).toContain("(2 lines)");
  expect(describeRefusal({ kind: "no-tcp-segments", values: { records: 2 } })).toContain("in 2 records: ");
  const values = { records: 1, "arcnet-fragment": 1 };
  expect(describeRefusal({ kind: "no-tcp-segments", values })).toContain("(1 arcnet fragment)");
});

test("a kind without a sentence is still named", () => {
  expect(describeRefusal({ kind: "something-new" })).toBe("this input cannot be read (something-new)");
});
