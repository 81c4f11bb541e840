import { FIRST_TIMER } from "../retransmission-limit.ts";
import { type Incarnations, Shown } from "./incarnations.ts";

/**
 * Finds the incarnations of nothing but SYNs whose predecessor goes on: an old duplicate or an attack, not an attempt
 * (docs/state-machine.md 3.3). The predecessor goes on if the end that the SYN names as its sender sends anything but
 * SYN or RST there afterwards, or if a TIME-WAIT answers.
 * @returns for each incarnation the one it belongs to; itself if it stands alone
 */
export function foldStraySyns(incarnations: Incarnations, time: Float64Array): Uint32Array {
  const foldedInto = new Uint32Array(incarnations.length);
  for (let index = 0; index < incarnations.length; index++) {
    foldedInto[index] = index;
    const previous = incarnations.previous(index);
    const opener = incarnations.opener[index] ?? 2;
    if (previous === null || incarnations.isMoreThanOpening[index] === 1 || opener === 2) continue;
    const home = foldedInto[previous] ?? previous;
    const isStray =
      goesOn(incarnations, home, opener, index) || meetsTimeWait(incarnations, home, index, time);
    if (isStray) foldedInto[index] = home;
  }
  return foldedInto;
}

/**
 * Whether a SYN that no timer repeated came to a connection that both ends had closed, and the other end answered for that:
 * a TIME-WAIT that does not open anew (RFC 9293 section 3.10.7.4, fourth check).
 */
function meetsTimeWait(incarnations: Incarnations, home: number, index: number, time: Float64Array): boolean {
  const { shown, opener, firstRow, lastRow, rows } = incarnations;
  const isClosed = (shown[home * 2] & shown[home * 2 + 1] & Shown.Fin) !== 0;
  const isCopied = time[lastRow[index]] - time[firstRow[index]] < FIRST_TIMER;
  const isRepeated = rows[index] > 1 && !isCopied;
  return isClosed && !isRepeated && goesOn(incarnations, home, opener[index] ^ 1, index);
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
