type Column = Uint8Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

/** As {@link lengthened}, to twice the length. */
export function doubled<T extends Column>(array: T): T {
  return lengthened(array, array.length * 2);
}

/**
 * A typed array of at least the same length that starts with the elements of `array`; the rest is 0. It replaces
 * `array`, whose memory is given back.
 */
export function lengthened<T extends Column>(array: T, length: number): T {
  const larger = new (array.constructor as new (length: number) => T)(length);
  larger.set(array);
  release(array);
  return larger;
}

/** Gives back the memory of an array that is no longer read, and returns an empty array to take its place. */
export function emptied<T extends Column>(array: T): T {
  release(array);
  return new (array.constructor as new (length: number) => T)(0);
}

/**
 * Gives back the memory of an array now, not when the collector runs: the peak of memory counts
 * (docs/performance.md). The array is empty afterwards. Does nothing in a browser without
 * `ArrayBuffer.prototype.transfer`.
 */
export function release({ buffer }: Column): void {
  // ES2024; Chromium 114, Firefox 122, Safari 17.4.
  if (buffer instanceof ArrayBuffer) (buffer as { transfer?: (length: number) => ArrayBuffer }).transfer?.(0);
}
