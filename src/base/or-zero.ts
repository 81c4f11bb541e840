/**
 * A number read from a list or a typed array; 0 beyond its end. Readers check that the octets of a file are there
 * before they read them, and an index into our own columns lies within them.
 */
export function orZero<T extends number>(value: T | undefined): T | 0 {
  return value ?? 0;
}
