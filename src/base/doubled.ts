type Column = Uint8Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

/** A typed array of twice the length that starts with the elements of `array`; the rest is 0. */
export function doubled<T extends Column>(array: T): T {
  return lengthened(array, array.length * 2);
}

/** A typed array of that length, not less than it has, that starts with the elements of `array`; the rest is 0. */
export function lengthened<T extends Column>(array: T, length: number): T {
  const larger = new (array.constructor as new (length: number) => T)(length);
  larger.set(array);
  return larger;
}
