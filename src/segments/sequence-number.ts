/**
 * Arithmetic on sequence numbers, which live on a circle of 2^32 (RFC 9293 section 3.4).
 * Never compare two sequence numbers with `<`: use {@link distance} or {@link isBefore}.
 */

/** A sequence or acknowledgment number as on the wire: an integer 0..4294967295. */
export type SequenceNumber = number;

/** How many sequence numbers there are: they wrap at this count. */
export const CIRCLE = 2 ** 32;

/**
 * Numbers less far apart may belong to one flight: larger windows are rare, and no two connections are that close by
 * chance.
 */
export const FLIGHT = 2 ** 20;

/** Signed distance from `from` to `to` round the circle: -2^31 .. 2^31-1, positive when `to` is ahead. */
export function distance(from: SequenceNumber, to: SequenceNumber): number {
  return (to - from) | 0;
}

/** `number` moved on by `count` (which may be negative), modulo 2^32. */
export function advance(number: SequenceNumber, count: number): SequenceNumber {
  return (number + count) >>> 0;
}

/** Whether `a` comes before `b` on the circle. */
export function isBefore(a: SequenceNumber, b: SequenceNumber): boolean {
  return distance(a, b) > 0;
}

/** The later of two numbers on the circle. */
export function latest(a: SequenceNumber, b: SequenceNumber): SequenceNumber {
  return isBefore(a, b) ? b : a;
}
