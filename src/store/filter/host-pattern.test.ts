import { expect, test } from "vitest";
import { readHostPattern } from "./host-pattern.ts";

const fits = (pattern: string, address: string, port: number | string = 443, name?: string): boolean =>
  readHostPattern(pattern).fits({ address, port }, name);

test("a whole address is that address in any spelling, and no other that begins so", () => {
  expect(fits("10.20.0.1", "10.20.0.1")).toBe(true);
  expect(fits("10.20.0.1", "10.20.0.11")).toBe(false);
  expect(fits("2001:DB8:0::1", "2001:db8::1")).toBe(true);
  expect(fits("[2001:db8::1]", "2001:db8::1")).toBe(true);
  expect(fits("2001:db8::1", "2001:db8::11")).toBe(false);
});

test("a prefix is written with a star or its length", () => {
  expect(fits("10.20.0.*", "10.20.0.11")).toBe(true);
  expect(fits("10.20.0.*", "10.20.1.11")).toBe(false);
  expect(fits("10.20.0.0/23", "10.20.1.11")).toBe(true);
  expect(fits("10.20.0.0/24", "10.20.1.11")).toBe(false);
  expect(fits("2001:db8::/33", "2001:db8:7fff::1")).toBe(true);
  expect(fits("2001:db8::/33", "2001:db8:8000::1")).toBe(false);
  expect(fits("0.0.0.0/0", "10.20.1.11")).toBe(true);
  expect(fits("0.0.0.0/0", "fe80::1")).toBe(false);
  expect(fits("fe80:*", "fe80::1")).toBe(true);
  expect(readHostPattern("10.20")).toMatchObject({ meant: "10.20.*" });
  expect(readHostPattern("10.20.0.")).toMatchObject({ meant: "10.20.0.*" });
});

test("a port, or a range of ports, stands behind a colon, or alone", () => {
  expect(fits("10.20.0.1:443", "10.20.0.1")).toBe(true);
  expect(fits("10.20.0.1:80", "10.20.0.1")).toBe(false);
  expect(fits("[2001:db8::1]:440-450", "2001:db8::1")).toBe(true);
  expect(fits("*:443", "10.20.0.1")).toBe(true);
  expect(fits("443", "10.20.0.1")).toBe(true);
  expect(fits("8000-8999", "10.20.0.1")).toBe(false);
});

test("a name is found by a part, also where a text prints it as the address", () => {
  expect(fits("shop", "10.20.0.1", 443, "www.shop.example")).toBe(true);
  expect(fits("shop:443", "10.20.0.1", 443, "www.shop.example")).toBe(true);
  expect(fits("client", "<client>")).toBe(true);
  expect(fits("20", "10.20.0.1")).toBe(false);
  expect(fits("bad", "2001:db8::bad")).toBe(false);
});
