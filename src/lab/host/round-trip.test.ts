import { describe, expect, test } from "vitest";
import { PROFILE } from "./profile.ts";
import { RoundTrip } from "./round-trip.ts";

const MS = 1e6;
const S = 1e9;

function measured(...roundTrips: readonly number[]): RoundTrip {
  const timer = new RoundTrip(PROFILE.rfc);
  for (const each of roundTrips) timer.measure(each);
  return timer;
}

describe("the arithmetic of RFC 6298", () => {
  test("2.1: one second before anything is measured", () => {
    expect(measured().timeout).toBe(S);
  });

  test("2.2: SRTT = R, RTTVAR = R/2, RTO = SRTT + 4 RTTVAR", () => {
    // 500 + 4 × 250
    expect(measured(500 * MS).timeout).toBe(1500 * MS);
  });

  test("2.3: RTTVAR = 3/4 RTTVAR + 1/4 |SRTT - R'|, SRTT = 7/8 SRTT + 1/8 R'", () => {
    // RTTVAR = 3/4 × 250 + 1/4 × 100 = 212.5; SRTT = 7/8 × 500 + 1/8 × 600 = 512.5; RTO = 512.5 + 4 × 212.5
    expect(measured(500 * MS, 600 * MS).timeout).toBe(1362.5 * MS);
  });

  test("2.4: at least one second", () => {
    expect(measured(10 * MS).timeout).toBe(S);
  });

  test("2.5 and 5.5: doubled at every timeout, up to the largest", () => {
    const timer = measured(500 * MS);
    const waits = Array.from({ length: 8 }, () => {
      timer.backOff();
      return timer.timeout / S;
    });
    expect(waits).toEqual([3, 6, 12, 24, 48, 60, 60, 60]);
  });

  test("a new measurement forgets the doublings", () => {
    const timer = measured(500 * MS);
    timer.backOff();
    timer.measure(500 * MS);
    // RTTVAR = 3/4 × 250; 500 + 4 × 187.5
    expect(timer.timeout).toBe(1250 * MS);
  });

  test("5.7: three seconds for data after a SYN that was repeated", () => {
    const timer = measured();
    timer.backOff();
    timer.endHandshake(true);
    expect(timer.timeout).toBe(3 * S);
  });

  test("Linux adds 200 ms at least", () => {
    const timer = new RoundTrip(PROFILE.linux);
    timer.measure(10 * MS);
    expect(timer.timeout).toBe(210 * MS);
  });
});
