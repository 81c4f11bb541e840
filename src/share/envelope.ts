/** With what every link of version 1 begins. */
export const PREFIX = "1.";

/** Longest fragment that is made or read: Chromium opens no address of more than 2,097,152 characters. */
export const LONGEST_LINK = 2_000_000;

const MOST_INFLATED = 1 << 22;
/** What deflates better than this is no exchange of two hosts. */
const INFLATION = 64;
const ALWAYS_ALLOWED = 4096;

/** How many octets may come out of so many deflated ones. */
export function inflatedLimit(deflated: number): number {
  return Math.min(MOST_INFLATED, ALWAYS_ALLOWED + deflated * INFLATION);
}
