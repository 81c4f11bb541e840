import { expect, test } from "vitest";
import { formatAddress, ipv4Number, ipv4Text } from "./address.ts";

function ipv6(...groups: number[]): string {
  const octets = new Uint8Array(groups.flatMap((group) => [group >> 8, group & 0xff]));
  return formatAddress(octets, 0, 16);
}

test("IPv4 is dotted", () => {
  expect(formatAddress(new Uint8Array([9, 192, 0, 2, 1]), 1, 4)).toBe("192.0.2.1");
});

test.each(["0.0.0.0", "10.20.0.1", "127.255.0.9", "128.0.0.0", "255.255.255.255"])(
  "IPv4 as one number keeps every octet: %s",
  (text) => {
    const address = ipv4Number(text);
    expect(address).not.toBeNull();
    expect(ipv4Text(address ?? 0)).toBe(text);
    expect(address).toBe(new DataView(Uint8Array.from(text.split("."), Number).buffer).getInt32(0));
  },
);

test.each([
  "",
  "1.2.3",
  "1.2.3.4.5",
  "1.2.3.256",
  "1.2.3.04",
  "1..3.4",
  "1.2.3.",
  "1.2.3.4 ",
  "a.2.3.4",
  "::1",
  "1,2,3,4",
])("no other text is an IPv4 address: %s", (text) => {
  expect(ipv4Number(text)).toBeNull();
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
