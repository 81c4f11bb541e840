/** Maps signed whole numbers to unsigned ones: 0, -1, 1, -2, 2 … become 0, 1, 2, 3, 4 … */
export function zigzag(value: number): number {
  return value < 0 ? -value * 2 - 1 : value * 2;
}

export function unzigzag(code: number): number {
  return code % 2 === 0 ? code / 2 : -(code + 1) / 2;
}

/** As {@link zigzag}, for numbers of any size. */
export function largeZigzag(value: bigint): bigint {
  return value < 0n ? -value * 2n - 1n : value * 2n;
}

export function largeUnzigzag(code: bigint): bigint {
  return code % 2n === 0n ? code / 2n : -(code + 1n) / 2n;
}
