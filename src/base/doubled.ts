type Column = Uint8Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

/** As {@link lengthened}, to twice the length. */
export function doubled<T extends Column>(array: T): T {
  return lengthened(array, array.length * 2);
}

/**
 * A typed array of that length, not less than it has, that starts with the elements of `array`; the rest is 0. It takes
 * the place of `array`, whose memory is given back.
 */
export function lengthened<T extends Column>(array: T, length: number): T {
  const larger = new (array.constructor as new (length: number) => T)(length);
  larger.set(array);
  release(array);
  return larger;
}

/** An empty array to take the place of one that nobody reads any more, whose memory is given back. */
export function emptied<T extends Column>(array: T): T {
  release(array);
  return new (array.constructor as new (length: number) => T)(0);
}

/**
 * Gives the memory of an array back at once, where that is to be had, and not when the collector finds that nobody reads
 * it: the largest there is counts (docs/performance.md). It is empty then.
 */
export function release({ buffer }: Column): void {
  // ES2024; Chromium 114, Firefox 122, Safari 17.4.
  if (buffer instanceof ArrayBuffer) (buffer as { transfer?: (length: number) => ArrayBuffer }).transfer?.(0);
}
