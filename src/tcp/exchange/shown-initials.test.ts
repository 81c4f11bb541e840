import { expect, test } from "vitest";
import { compactExchange } from "../../testing/compact-exchange.ts";
import { ShownInitials } from "./shown-initials.ts";

function shownIn(compact: string): ShownInitials {
  const { columns, sender } = compactExchange(compact);
  return new ShownInitials(columns, sender);
}

const FIRST = 500_000;
const OTHER = 700_000;
const BOTH = `cS sS.@=${FIRST} sS.@=${OTHER}/1`;

/** `[exchange, ISS of the server that counts, why]`: RFC 9293 sections 3.10.7.3 and 3.10.7.4, fourth check */
const ACCEPTED = [
  ["cS sS. c.", Number.NaN, "there is only one"],
  [BOTH, Number.NaN, "the client acknowledges neither"],
  [`${BOTH} c./=${FIRST + 1}`, FIRST, "the one that it acknowledges"],
  [`${BOTH} c./=${OTHER + 1}`, OTHER, "though it came second"],
  [`${BOTH} c./=${FIRST + 1} c./=${OTHER + 1}`, FIRST, "the one that it acknowledges first"],
  [`${BOTH} c./=${OTHER + 301}`, OTHER, "with data behind it: the nearest below"],
  [`${BOTH} c./=${FIRST}`, Number.NaN, "an ISS itself is not acknowledged so"],
  [`${BOTH} c./=${FIRST + 2 ** 31}`, Number.NaN, "too far beyond both"],
  [`${BOTH} cR./=${FIRST + 1} c./=${OTHER + 1}`, OTHER, "a RST acknowledges none"],
  [`cS sS.@=${FIRST} c./=${FIRST + 1} sS.@=${OTHER}/1`, FIRST, "the other comes to an open connection"],
] as const;

test.each(ACCEPTED)("%s: %d counts (%s)", (compact, expected) => {
  expect(shownIn(compact).accepted(1)).toBe(expected);
});

/** `[exchange, whether the server denies a SYN with ISS 700000, why]` */
const DENIED = [
  ["cS sS. c.", true, "its SYN,ACK has another ISS, and nothing answers that SYN"],
  ["cS c.", false, "it sent no SYN,ACK"],
  [`cS sS.@=${OTHER} c.`, false, "its SYN,ACK has that ISS"],
  [`cS sS. cS.@0/=${OTHER + 1}`, false, "a SYN,ACK answers it"],
  [`cS sS. c./=${OTHER + 1}`, true, "a plain ACK does not answer a SYN"],
] as const;

test.each(DENIED)("%s: denied %j (%s)", (compact, expected) => {
  expect(shownIn(compact).deniesSyn(1, OTHER)).toBe(expected);
});

/** `[exchange, whether a SYN of the client with ISS 1000 stays unanswered while the server speaks, why]` */
const UNANSWERED = [
  ["cS sS. c. s.", false, "the SYN,ACK answers it"],
  ["cS s.@=9/=3", true, "the server speaks, and answers it never"],
  ["cS sS.@=9/=3", false, "a SYN,ACK alone is no speech"],
  ["cS sR.@=0/1", false, "nor is a RST"],
  ["cS c.@1/=9", false, "nor what the client itself says"],
  ["cS sS.@=9/=3 s.@=10/=3", true, "its SYN,ACK answers another"],
] as const;

test.each(UNANSWERED)("%s: unanswered %j (%s)", (compact, expected) => {
  expect(shownIn(compact).leavesUnanswered(0, 1000)).toBe(expected);
});
