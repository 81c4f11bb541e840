import { FLAG_NAMES } from "../../segments/flags.ts";

/** Control bits that one segment must have, and others that it must not have. */
export interface FlagPattern {
  readonly set: number;
  readonly clear: number;
}

const BITS: ReadonlyMap<string, number> = new Map(FLAG_NAMES.map(([bit, name]) => [name.toLowerCase(), bit]));

/** Reads `syn`, `syn+ack` or `syn+!ack`; null for anything else. */
export function readFlagPattern(text: string): FlagPattern | null {
  let [set, clear] = [0, 0];
  for (const part of text.toLowerCase().split("+")) {
    const isWithout = part.startsWith("!");
    const bit = BITS.get(isWithout ? part.slice(1) : part);
    if (bit === undefined) return null;
    if (isWithout) clear |= bit;
    else set |= bit;
  }
  return { set, clear };
}

/** Writes the pattern so that {@link readFlagPattern} reads it. */
export function writeFlagPattern({ set, clear }: FlagPattern): string {
  const named = (bits: number, before: string): string[] =>
    [...BITS].flatMap(([name, bit]) => ((bits & bit) === 0 ? [] : [before + name]));
  return [...named(set, ""), ...named(clear, "!")].join("+");
}

/** Whether a segment with these control bits is one of the pattern. */
export function hasFlags(flags: number, { set, clear }: FlagPattern): boolean {
  return (flags & set) === set && (flags & clear) === 0;
}
