import type { TimeBase } from "../segments/segment-table.ts";

const NANOSECONDS = 1_000_000_000n;

/**
 * A time of the segment table as seconds and nine digits since the zero of its base: `1616244573.192719000`.
 * Text, because a JSON number cannot hold it. null where the input gives no time.
 */
export function secondsSinceZero(time: number, base: TimeBase): string | null {
  if (Number.isNaN(time)) return null;
  const total = onTick(base.origin + BigInt(Math.round(time)), BigInt(base.resolution ?? 1));
  const sign = total < 0n ? "-" : "";
  const magnitude = total < 0n ? -total : total;
  return `${sign}${magnitude / NANOSECONDS}.${(magnitude % NANOSECONDS).toString().padStart(9, "0")}`;
}

/** Rounds to the clock's resolution, because the column holds times far from its origin less exactly. */
function onTick(nanoseconds: bigint, resolution: bigint): bigint {
  const half = nanoseconds < 0n ? -resolution / 2n : resolution / 2n;
  return ((nanoseconds + half) / resolution) * resolution;
}
