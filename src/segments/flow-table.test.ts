import { expect, test } from "vitest";
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
