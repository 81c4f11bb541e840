import { describe, expect, test } from "vitest";
import { SYN } from "../segments/flags.ts";
import { OptionKind, optionOctets } from "../segments/options.ts";
import { sharedRows } from "../testing/shared-rows.ts";
import { anonymise } from "./anonymise.ts";
import { addressesLike } from "./documentation-addresses.ts";
import type { SharedConnection } from "./shared-connection.ts";

describe("addresses", () => {
  test.each([
    ["10.1.2.3", "192.0.2.1"],
    ["172.31.0.1", "192.0.2.1"],
    ["172.32.0.1", "198.51.100.1"],
    ["192.168.1.1", "192.0.2.1"],
    ["169.254.1.1", "192.0.2.1"],
    ["100.64.0.1", "192.0.2.1"],
    ["8.8.8.8", "198.51.100.1"],
    ["fd00::1", "2001:db8:1::1"],
    ["fe80::1", "2001:db8:1::1"],
    ["2a00:1450::1", "2001:db8:2::1"],
    ["::ffff:10.0.0.1", "::ffff:192.0.2.1"],
    ["host.example", "203.0.113.1"],
    ["127.0.0.1", "127.0.0.1"],
    ["::1", "::1"],
    ["198.51.100.7", "198.51.100.7"],
    ["2001:db8::5", "2001:db8::5"],
  ])("%s becomes %s", (address, expected) => expect(addressesLike([address])(address)).toBe(expected));

  test("different ones stay different, also from those that stay", () => {
    const all = ["10.0.0.1", "192.0.2.1", "10.0.0.2", "8.8.8.8", "10.0.0.1", "alpha", "beta"];
    const like = addressesLike(all);
    expect(all.map(like)).toEqual([
      "192.0.2.2",
      "192.0.2.1",
      "192.0.2.3",
      "198.51.100.1",
      "192.0.2.2",
      "203.0.113.1",
      "203.0.113.2",
    ]);
  });

  test("three hundred do not run out", () => {
    const all = Array.from({ length: 300 }, (_, i) => `10.0.${i >> 8}.${i & 255}`);
    expect(new Set(all.map(addressesLike(all))).size).toBe(300);
  });
});

function sharedWith(options: readonly number[]): SharedConnection {
  return sharedRows([{ flags: SYN, seq: 1, options }], {
    client: { address: "10.0.0.1", port: 4711 },
    server: { address: "10.0.0.1", port: "https" },
    hostNames: new Map([["10.0.0.1", "secret.example"]]),
  });
}

test("names go, port numbers stay unless they are hidden too, one host stays one", () => {
  const { client, server, hostNames } = anonymise(sharedWith([]), { hidesPorts: false });
  expect(client).toEqual({ address: "192.0.2.1", port: 4711 });
  expect(server).toEqual({ address: "192.0.2.1", port: 50_002 });
  expect(hostNames.size).toBe(0);
  expect(anonymise(sharedWith([]), { hidesPorts: true }).client.port).toBe(50_001);
});

test("an option that may carry an address keeps its kind and length alone", () => {
  const { Mptcp, NoOperation, WindowScale, Experiment2 } = OptionKind;
  const addAddress = [Mptcp, 8, 0x31, 1, 10, 0, 0, 1];
  const proxy = [76, 6, 10, 0, 0, 1];
  const fastOpen = [Experiment2, 6, 0xf9, 0x89, 1, 2];
  const options = [NoOperation, WindowScale, 3, 7, ...addAddress, ...proxy, ...fastOpen];
  const { segments } = anonymise(sharedWith(options), { hidesPorts: false });
  expect([...optionOctets(segments, 0)]).toEqual([
    NoOperation,
    WindowScale,
    3,
    7,
    Mptcp,
    8,
    0x31,
    0,
    0,
    0,
    0,
    0,
    76,
    6,
    0,
    0,
    0,
    0,
    ...fastOpen,
  ]);
});

test.each<[string, number[], number[]]>([
  [
    "what stands behind the end of the options",
    [2, 4, 5, 180, 0, 10, 0, 0, 1],
    [2, 4, 5, 180, 0, 0, 0, 0, 0],
  ],
  ["an option that runs past the end", [1, 30, 20, 10, 0, 0, 1], [1, 30, 20, 0, 0, 0, 0]],
  ["an option that is shorter than its head", [30, 1, 10, 0, 0, 1], [30, 1, 0, 0, 0, 0]],
])("%s says nothing any more", (_, options, expected) => {
  const { segments } = anonymise(sharedWith(options), { hidesPorts: false });
  expect([...optionOctets(segments, 0)]).toEqual(expected);
});

test("an endpoint that is connected with itself stays one", () => {
  const end = { address: "10.0.0.1", port: 4711 };
  const { client, server } = anonymise(sharedRows([{ flags: SYN }], { client: end, server: end }), {
    hidesPorts: true,
  });
  expect(client).toEqual(server);
});
