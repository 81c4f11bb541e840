import { expect, test } from "vitest";
import { endpointOf } from "./flow-columns.ts";
import { FlowTable } from "./flow-table.ts";

const OCTETS = new Uint8Array([10, 0, 0, 1, 10, 0, 0, 2]);

test("both directions of a pair share one flow; the first sender is a", () => {
  const flows = new FlowTable();
  expect(flows.internOctets(OCTETS, 4, 0, 4, 80, 40000)).toBe(0);
  expect(flows.internOctets(OCTETS, 0, 4, 4, 40000, 80)).toBe(1);
  expect(flows.internOctets(OCTETS, 0, 4, 4, 40001, 80)).toBe(2);
  expect(flows.length).toBe(2);
  expect(flows.a(0)).toEqual({ address: "10.0.0.2", port: 80 });
  expect(flows.b(0)).toEqual({ address: "10.0.0.1", port: 40000 });
});

test("a pair of equal endpoints has direction 0 only", () => {
  const flows = new FlowTable();
  expect(flows.internOctets(OCTETS, 0, 0, 4, 7, 7)).toBe(0);
  expect(flows.internOctets(OCTETS, 0, 0, 4, 7, 7)).toBe(0);
});

test("swapped ports between the same addresses are another pair", () => {
  const flows = new FlowTable();
  expect(flows.internOctets(OCTETS, 0, 4, 4, 1, 2)).toBe(0);
  expect(flows.internOctets(OCTETS, 0, 4, 4, 2, 1)).toBe(2);
});

test("names of hosts and services are kept as they are printed", () => {
  const flows = new FlowTable();
  expect(flows.internEndpoints({ address: "localhost", port: "http" }, { address: "::1", port: 5 })).toBe(0);
  expect(flows.internEndpoints({ address: "::1", port: 5 }, { address: "localhost", port: "http" })).toBe(1);
  expect(flows.a(0)).toEqual({ address: "localhost", port: "http" });
});

test("a hundred thousand pairs are all found again", () => {
  const flows = new FlowTable();
  const octets = new Uint8Array(8);
  const intern = (i: number): number => {
    octets.set([10, i >> 16, i >> 8, i, 192, 0, 2, 1]);
    return flows.internOctets(octets, 0, 4, 4, i % 7, 80);
  };
  for (let i = 0; i < 100_000; i++) expect(intern(i)).toBe(i * 2);
  for (let i = 0; i < 100_000; i += 997) expect(intern(i)).toBe(i * 2);
  expect(flows.a(70_000)).toEqual({ address: "10.1.17.112", port: 0 });
});

/** What tells one pair from another: each row differs from the first in one thing only. */
const PAIRS = [
  [[10, 0, 0, 1], 1000, [10, 0, 0, 2], 80],
  [[10, 0, 0, 3], 1000, [10, 0, 0, 2], 80],
  [[10, 0, 0, 1], 1001, [10, 0, 0, 2], 80],
  [[10, 0, 0, 1], 1000, [10, 0, 0, 3], 80],
  [[10, 0, 0, 1], 1000, [10, 0, 0, 2], 81],
  [[10, 0, 0, 1], 80, [10, 0, 0, 2], 1000],
] as const;

test.each([4, 16] as const)(
  "addresses of %i octets: pairs that differ in one end or port are not one",
  (length) => {
    const flows = new FlowTable();
    const intern = (
      [source, sourcePort, destination, destinationPort]: (typeof PAIRS)[number],
      isBack: boolean,
    ) => {
      const octets = new Uint8Array(2 * length);
      octets.set(source, length - 4);
      octets.set(destination, 2 * length - 4);
      return isBack
        ? flows.internOctets(octets, length, 0, length, destinationPort, sourcePort)
        : flows.internOctets(octets, 0, length, length, sourcePort, destinationPort);
    };
    expect(PAIRS.map((pair) => intern(pair, false))).toEqual([0, 2, 4, 6, 8, 10]);
    expect(PAIRS.map((pair) => intern(pair, true))).toEqual([1, 3, 5, 7, 9, 11]);
    expect(flows.length).toBe(6);
  },
);

test("an IPv4 address is one as octets and as text; the IPv6 address that holds the same octets is another", () => {
  const flows = new FlowTable();
  const text = { address: "10.0.0.1", port: 5 };
  const first = flows.internOctets(OCTETS, 0, 4, 4, 5, 6);
  expect(flows.internEndpoints(text, { address: "10.0.0.2", port: 6 })).toBe(first);
  // Another spelling stays what it is.
  const other = flows.internEndpoints({ address: "10.0.0.01", port: 5 }, { address: "10.0.0.2", port: 6 });
  expect(flows.a(other >>> 1).address).toBe("10.0.0.01");
  const mapped = new Uint8Array(32);
  mapped.set(OCTETS.subarray(0, 4), 12);
  mapped.set(OCTETS.subarray(4, 8), 28);
  expect(flows.internOctets(mapped, 0, 16, 16, 5, 6)).not.toBe(first);
});

test("a thousand IPv6 pairs are all found again, each with the octets it came with", () => {
  const flows = new FlowTable();
  const octets = new Uint8Array(32);
  const intern = (i: number): number => {
    octets.set([0x20, 1, 0x0d, 0xb8, i, i * 7, 0, 0, 0, 0, 0, 0, 0, 0, i >> 8, i]);
    octets.set([0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], 16);
    return flows.internOctets(octets, 0, 16, 16, 1000, 80);
  };
  for (let i = 2; i < 1000; i++) expect(intern(i)).toBe((i - 2) * 2);
  for (let i = 2; i < 1000; i++) expect(intern(i)).toBe((i - 2) * 2);
  expect(flows.a(0x123 - 2)).toEqual({ address: "2001:db8:23f5::123", port: 1000 });
  expect(flows.b(5)).toEqual({ address: "2001:db8::1", port: 80 });
});

test("a copy says the same and does not grow with the table", () => {
  const flows = new FlowTable();
  flows.internOctets(OCTETS, 0, 4, 4, 1, 2);
  flows.internEndpoints({ address: "::1", port: "http" }, { address: "::2", port: 5 });
  const copy = flows.copy();
  flows.internOctets(OCTETS, 0, 4, 4, 3, 4);
  expect(copy.length).toBe(2);
  expect([0, 1].map((flow) => [endpointOf(copy, flow, 0), endpointOf(copy, flow, 1)])).toEqual(
    [0, 1].map((flow) => [flows.a(flow), flows.b(flow)]),
  );
  expect(copy.fields.length).toBeLessThan(flows.fields.length);
});
