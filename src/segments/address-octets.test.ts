import { expect, test } from "vitest";
import { addressOctets, canonicalAddress } from "./address-octets.ts";

/** RFC 4291 section 2.2 as RFC 5952 writes it; what is written otherwise must come back as it was, so it is no address. */
const ADDRESSES = [
  ["192.0.2.1", [192, 0, 2, 1]],
  ["255.255.255.255", [255, 255, 255, 255]],
  ["::", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ["::1", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]],
  ["1::", [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ["2001:db8::a1:2", [0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xa1, 0, 2]],
  ["1:2:3:4:5:6:7:89ab", [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0x89, 0xab]],
  ["1:2:3::5:6:7:8", null],
  ["1:0:0:4:5:6:7:8", null],
  ["::ffff:192.0.2.1", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 192, 0, 2, 1]],
  ["::ffff:1.2.3", null],
  ["a::ffff:1.2.3.4", null],
  ["::ffff:1.2.3.4a", null],
  ["::fffe:192.0.2.1", null],
  ["1::2::3", null],
  ["1:2:3:4:5:6:7", null],
  ["1:2:3:4:5:6:7:8:9", null],
  ["1:2:3:4::5:6:7:8", null],
  ["1:2:3:4:5::6:7:8:9", null],
  ["2001:DB8::1", null],
  ["2001:0db8::1", null],
  ["12345::", null],
  ["192.0.2.256", null],
  ["192.0.2.01", null],
  ["192.0.2", null],
  ["192.0.2.1.5", null],
  ["a192.0.2.1", null],
  ["192.0.2.1a", null],
  ["localhost", null],
  ["cafe", null],
  ["fe80::1%eth0", null],
  ["", null],
] as const;

test.each(ADDRESSES)("%s", (text, octets) => {
  expect(addressOctets(text)).toEqual(octets === null ? null : Uint8Array.from(octets));
});

/** Spellings of RFC 4291 section 2.2, each beside that of RFC 5952. */
const SPELLINGS = [
  ["2001:DB8:0:0:8:800:200C:417A", "2001:db8::8:800:200c:417a"],
  ["FF01:0:0:0:0:0:0:0101", "ff01::101"],
  ["0:0:0:0:0:0:0:1", "::1"],
  ["1:0:0:4:5:6:7:8", "1::4:5:6:7:8"],
  ["1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"],
  ["0:0:0:0:0:FFFF:129.144.52.38", "::ffff:129.144.52.38"],
  ["64:ff9b::192.0.2.33", "64:ff9b::c000:221"],
  ["1:2:3:4:5:6:7:1.2.3.4", "1:2:3:4:5:6:7:1.2.3.4"],
  ["::1.2.3.256", "::1.2.3.256"],
  ["1:::2", "1:::2"],
  [":1:2:3:4:5:6:7:8", ":1:2:3:4:5:6:7:8"],
  ["1:2:3:4:5:6:7:8:", "1:2:3:4:5:6:7:8:"],
  ["10:20:30", "10:20:30"],
  ["db_1", "db_1"],
] as const;

test.each(SPELLINGS)("%s is %s", (text, canonical) => {
  expect(canonicalAddress(text)).toBe(canonical);
});
