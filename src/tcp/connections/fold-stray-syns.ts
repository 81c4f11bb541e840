import type { Incarnations } from "./incarnations.ts";

/**
 * Finds the incarnations of nothing but SYNs whose predecessor goes on: an old duplicate or an attack, not an attempt
 * (docs/state-machine.md 3.3). The predecessor goes on if the end that the SYN names as its sender sends anything but
 * SYN or RST there afterwards.
 * @returns for each incarnation the one it belongs to; itself if it stands alone
 */
export function foldStraySyns(incarnations: Incarnations): Uint32Array {
  const foldedInto = new Uint32Array(incarnations.length);
  for (let index = 0; index < incarnations.length; index++) {
    foldedInto[index] = index;
    const previous = incarnations.previous(index);
    const opener = incarnations.opener[index] ?? 2;
    if (previous === null || incarnations.isMoreThanOpening[index] === 1 || opener === 2) continue;
    const home = foldedInto[previous] ?? previous;
    if (goesOn(incarnations, home, opener, index)) foldedInto[index] = home;
  }
  return foldedInto;
}

/** Whether the end has gone on in an incarnation after another one began. */
export function goesOn(
  { lastPlainRow, firstRow }: Incarnations,
  incarnation: number,
  end: number,
  other: number,
): boolean {
  return lastPlainRow[incarnation * 2 + end] > firstRow[other] + 1;
}
