import { expect, test } from "vitest";
import { formatAddress } from "./address.ts";

function ipv6(...groups: number[]): string {
  const octets = new Uint8Array(groups.flatMap((group) => [group >> 8, group & 0xff]));
  return formatAddress(octets, 0, 16);
}

test("IPv4 is dotted", () => {
  expect(formatAddress(new Uint8Array([9, 192, 0, 2, 1]), 1, 4)).toBe("192.0.2.1");
});

test.each([
  ["2001:db8::1", [0x2001, 0xdb8, 0, 0, 0, 0, 0, 1]],
  ["::", [0, 0, 0, 0, 0, 0, 0, 0]],
  ["::1", [0, 0, 0, 0, 0, 0, 0, 1]],
  ["1::", [1, 0, 0, 0, 0, 0, 0, 0]],
  ["2001:db8:0:1:1:1:1:1", [0x2001, 0xdb8, 0, 1, 1, 1, 1, 1]],
  ["2001:0:0:1::1", [0x2001, 0, 0, 1, 0, 0, 0, 1]],
  ["2001:db8::1:0:0:1", [0x2001, 0xdb8, 0, 0, 1, 0, 0, 1]],
  ["fe80::aaaa:1", [0xfe80, 0, 0, 0, 0, 0, 0xaaaa, 1]],
  ["::ffff:0:192:2", [0, 0, 0, 0, 0xffff, 0, 0x192, 2]],
  ["1::ffff:c000:201", [1, 0, 0, 0, 0, 0xffff, 0xc000, 0x0201]],
  ["::ffff:192.0.2.1", [0, 0, 0, 0, 0, 0xffff, 0xc000, 0x0201]],
])("RFC 5952: %s", (text, groups) => {
  expect(ipv6(...groups)).toBe(text);
});
