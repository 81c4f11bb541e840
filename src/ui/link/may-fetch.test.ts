import { expect, test } from "vitest";
import { isFramedByOthers, whyForbidden } from "./may-fetch.ts";

/** A window whose topmost page has that origin; null: it is the topmost one itself. */
function windowIn(origin: string | null): Window & typeof globalThis {
  const location = { origin: "https://synfin.example" };
  const foreign = {
    get location(): never {
      throw new DOMException("Blocked a frame", "SecurityError");
    },
  };
  const self = { location };
  const top = origin === null ? self : origin === location.origin ? { location } : foreign;
  return Object.assign(self, { self, top }) as unknown as Window & typeof globalThis;
}

test("only a page of another origin keeps the person from being asked", () => {
  expect(isFramedByOthers(windowIn(null))).toBe(false);
  expect(isFramedByOthers(windowIn("https://synfin.example"))).toBe(false);
  expect(isFramedByOthers(windowIn("https://other.example"))).toBe(true);
});

test.each([
  ["https://a.example/x.pcap", false, null],
  ["https://a.example/@x.pcap?u=a@b", false, null],
  ["https://www.google.com@localhost:4718/", false, "user-information"],
  ["https://:secret@a.example/", false, "user-information"],
  ["https://a.example/x.pcap", true, "framed"],
])("%s, in a frame of others: %s → %s", (address, isFramed, why) => {
  expect(whyForbidden(new URL(address), isFramed)).toBe(why);
});
