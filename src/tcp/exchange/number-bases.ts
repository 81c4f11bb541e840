import { ACK, RST, SYN } from "../../segments/flags.ts";
import { Mark } from "../../segments/segment-table.ts";
import { distance } from "../../segments/sequence-number.ts";
import type { Exchange } from "./exchange.ts";

/** The bases of numbers, by end (0 = client); null if nothing shows them. */
export interface NumberBases {
  readonly initial: readonly [number | null, number | null];
  readonly relative: readonly [number | null, number | null];
  /** {@link relative}, unwrapped; null also where an end began anew, in a number space of its own. */
  readonly origin: readonly [number | null, number | null];
}

/**
 * Initial sequence numbers, and the bases of relative numbers: the SYN's number, or, without a captured SYN, one
 * before the first known number (docs/state-machine.md 2). Numbers that a text gives relative already count from 0.
 */
export function numberBases(exchange: Exchange): NumberBases {
  const { columns, length, sender, receiver, isInert } = exchange;
  const initial: [number | null, number | null] = [null, null];
  const first: [number | null, number | null] = [null, null];
  for (let row = 0; row < length; row++) {
    const flags = columns.flags[row];
    const marks = columns.marks[row];
    if ((flags & RST) !== 0 || isInert[row] === 1) continue;
    const x = sender[row] === 0 ? 0 : 1;
    const y = receiver[row] === 0 ? 0 : 1;
    const seq = columns.sequenceNumber[row];
    const ack = columns.acknowledgmentNumber[row];
    const isSyn = (flags & SYN) !== 0;
    if (isSyn) initial[x] ??= seq;
    if (isSyn && (flags & ACK) !== 0) first[y] ??= (ack - 1) >>> 0;
    if ((marks & Mark.SequenceUnknown) === 0) {
      first[x] ??= (marks & Mark.SequenceRelative) === 0 ? (seq - 1) >>> 0 : 0;
    }
    if ((flags & ACK) !== 0) first[y] ??= (marks & Mark.AcknowledgmentRelative) === 0 ? (ack - 1) >>> 0 : 0;
    const isKnown = first[0] !== null && first[1] !== null && initial[0] !== null && initial[1] !== null;
    if (isKnown) break;
  }
  const relative = [initial[0] ?? first[0], initial[1] ?? first[1]] as const;
  return {
    initial,
    relative,
    origin: [originOf(exchange, 0, relative[0]), originOf(exchange, 1, relative[1])],
  };
}

/** Where the base of an end lies among the unwrapped numbers: measured from the first number that is there. */
function originOf(exchange: Exchange, end: 0 | 1, base: number | null): number | null {
  const { columns, length, sender, receiver, isNewInitial, isInert } = exchange;
  if (base === null) return null;
  for (let row = 0; row < length; row++) if (isNewInitial[row] === 1 && sender[row] === end) return null;
  for (let row = 0; row < length; row++) {
    if ((columns.flags[row] & RST) !== 0 || isInert[row] === 1) continue;
    const isTold = (columns.marks[row] & (Mark.SequenceUnknown | Mark.SequenceInferred)) === 0;
    if (sender[row] === end && isTold)
      return exchange.start[row] - distance(base, columns.sequenceNumber[row]);
    if (receiver[row] === end && (columns.flags[row] & ACK) !== 0) {
      return exchange.ack[row] - distance(base, columns.acknowledgmentNumber[row]);
    }
  }
  return null;
}
