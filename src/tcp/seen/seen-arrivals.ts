/** The effects of segments on their receivers, in the order in which the captures at both sides show them. */
export interface SeenArrivals {
  /** By row: 1 where the capture at the receiver's side holds it. */
  readonly isSeen: Uint8Array;
  /** By row: 1 + the row of the first RST that the receiver answered it with, having no connection any more; 0 = none. */
  readonly refusedBy: Uint32Array;
  /** By position: the index of its first effect in {@link effects}; they end with the first one of the next position. */
  readonly from: Uint32Array;
  /** `row * 2`, or `row * 2 + 1` where only the acknowledgment in the row takes effect. */
  readonly effects: Uint32Array;
}

/** One effect of a row, and where it stands among the others. */
export interface Effect {
  readonly row: number;
  readonly isAcknowledgmentOnly: boolean;
  /** The position at which it happens, in the order of sending. */
  readonly position: number;
  /** Its place at its own end: two numbers, the second counts where the first is equal. */
  readonly rank: readonly [number, number];
}

/** @param length rows of the connection */
export function orderEffects(
  effects: readonly Effect[],
  length: number,
): Pick<SeenArrivals, "from" | "effects"> {
  const sorted = effects.toSorted(
    (a, b) => a.position - b.position || a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1],
  );
  const from = new Uint32Array(length + 2);
  for (const { position } of sorted) from[position + 1]++;
  // The first effect of a position stands behind those of all positions before it.
  for (let position = 1; position < from.length; position++) from[position] += from[position - 1];
  return {
    from,
    effects: Uint32Array.from(
      sorted,
      ({ row, isAcknowledgmentOnly }) => row * 2 + Number(isAcknowledgmentOnly),
    ),
  };
}
