import { expect, test } from "vitest";
import { epochRange, wiresharkFilter, wiresharkFilterOfAll } from "./wireshark-filter.ts";

const client = { address: "10.0.0.1", port: 40000 };
const server = { address: "10.0.0.2", port: 80 };

test("both directions are written out", () => {
  expect(wiresharkFilter({ client, server, only: null })).toBe(
    "!icmp && ((ip.src == 10.0.0.1 && tcp.srcport == 40000 && ip.dst == 10.0.0.2 && tcp.dstport == 80) || " +
      "(ip.src == 10.0.0.2 && tcp.srcport == 80 && ip.dst == 10.0.0.1 && tcp.dstport == 40000))",
  );
});

test("IPv6 has fields of its own", () => {
  const local = { address: "fe80::1", port: 1 };
  const mapped = { address: "::ffff:10.0.0.2", port: 2 };
  expect(wiresharkFilter({ client: local, server: mapped, only: null })).toBe(
    "!icmpv6 && ((ipv6.src == fe80::1 && tcp.srcport == 1 && ipv6.dst == ::ffff:10.0.0.2 && tcp.dstport == 2) || " +
      "(ipv6.src == ::ffff:10.0.0.2 && tcp.srcport == 2 && ipv6.dst == fe80::1 && tcp.dstport == 1))",
  );
});

test("a socket connected to itself has one direction", () => {
  expect(wiresharkFilter({ client, server: client, only: null })).toBe(
    "!icmp && (ip.src == 10.0.0.1 && tcp.srcport == 40000 && ip.dst == 10.0.0.1 && tcp.dstport == 40000)",
  );
});

test("a pair of sockets that was used again is distinguished by time", () => {
  const between = epochRange(1_500_000_000.25, 2_000_000_007, {
    kind: "epoch",
    origin: 1_700_000_000_000_000_000n,
  });
  expect(wiresharkFilter({ client, server, only: between })).toMatch(
    /^!icmp && \(\(ip.src == 10.0.0.1 .*\)\) && frame.time_epoch >= 1700000001.500000000 && frame.time_epoch <= 1700000002.000000007$/u,
  );
});

test("times without a date, or none, tell nothing apart", () => {
  expect(epochRange(1, 2, { kind: "time-of-day", origin: 0n })).toBeNull();
  expect(epochRange(Number.NaN, Number.NaN, { kind: "epoch", origin: 0n })).toBeNull();
});

test("names and missing ports make no filter", () => {
  const named = { address: "web.example", port: 80 };
  const service = { address: "10.0.0.2", port: "http" };
  const portless = { address: "10.0.0.2", port: "" };
  for (const end of [
    named,
    service,
    portless,
    { address: "fe80::1%eth0", port: 1 },
    { address: "fe80::1", port: 1 },
  ]) {
    expect(wiresharkFilter({ client, server: end, only: null })).toBeNull();
  }
});

test("where the times of two overlap, the numbers of the records tell them apart", () => {
  expect(wiresharkFilter({ client, server, only: [4, 5, 6, 6, 9, 11, 12] })).toMatch(
    /^!icmp && \(\(ip.src .*\)\) && frame.number in \{4..6, 9, 11..12\}$/u,
  );
});

test("several make one filter, and none where one of them has none", () => {
  const one = { client, server, only: null };
  const other = {
    client: { address: "fe80::1", port: 1 },
    server: { address: "fe80::2", port: 2 },
    only: null,
  };
  expect(wiresharkFilterOfAll([one])).toBe(wiresharkFilter(one));
  expect(wiresharkFilterOfAll([one, other])).toBe(`(${wiresharkFilter(one)}) || (${wiresharkFilter(other)})`);
  expect(wiresharkFilterOfAll([one, { ...one, server: { address: "web", port: 80 } }])).toBeNull();
  expect(wiresharkFilterOfAll([])).toBeNull();
});
