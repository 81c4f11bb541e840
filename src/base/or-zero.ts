/**
 * A number read from a list or a typed array. One that is not there, beyond the end, reads as 0: whoever reads octets
 * of a file checks first that they are there, and an index into our own columns is within them.
 */
export function orZero<T extends number>(value: T | undefined): T | 0 {
  return value ?? 0;
}
