import { expect, test } from "vitest";
import { formatEndpoint } from "./endpoint.ts";

/** RFC 3986 section 3.2.2: an IPv6 address stands in brackets before a port. */
const ENDPOINTS = [
  ["10.0.0.1", 80, "10.0.0.1:80"],
  ["localhost", "http", "localhost:http"],
  ["2001:db8::1", 80, "[2001:db8::1]:80"],
  ["10.0.0.1", "", "10.0.0.1"],
  ["2001:db8::1", "", "2001:db8::1"],
  ["10.0.0.1", 0, "10.0.0.1:0"],
] as const;

test.each(ENDPOINTS)("%s and %s: %s", (address, port, expected) => {
  expect(formatEndpoint({ address, port })).toBe(expected);
});
