import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import type { Exchange } from "../exchange/exchange.ts";

/**
 * Who closed first where the capture holds one direction only. The FIN of the end that was captured is certain, but not
 * the state that it leaves: ESTABLISHED or CLOSE-WAIT. What that end acknowledges decides, for a FIN takes one number.
 */
export interface OneDirection {
  /** The end that was captured. */
  readonly end: 0 | 1;
  /** Whether it sent anything beyond SYNs and RSTs. */
  readonly isPlain: boolean;
  /** Its first FIN; -1 = none. */
  readonly finRow: number;
  /**
   * `first`: it acknowledges more after its FIN, or nothing at all before it. `second`: the last thing that it
   * acknowledged before its FIN was a single number. `either`: both may be.
   */
  readonly closes: "first" | "second" | "either";
  /** For `second` the row that acknowledges the FIN of the other end. */
  readonly answerRow: number;
}

/** Reads who closed first, or null where both directions were captured. */
export function findOneDirection(exchange: Exchange): OneDirection | null {
  const { length, turns, sender, flags, isInert, isSelfConnect } = exchange;
  const end: 0 | 1 = length > 0 && sender[0] === 1 ? 1 : 0;
  let isPlain = false;
  let finRow = -1;
  for (const row of turns) {
    if (sender[row] !== end) return null;
    if (isInert[row] === 1 || (flags[row] & RST) !== 0) continue;
    if ((flags[row] & SYN) === 0) isPlain = true;
    if ((flags[row] & FIN) !== 0 && finRow < 0) finRow = row;
  }
  if (isSelfConnect) return null;
  return { end, isPlain, finRow, ...(finRow < 0 ? UNTOLD : orderOf(exchange, finRow)) };
}

const UNTOLD = { closes: "either", answerRow: -1 } as const;

/** What the acknowledgments of the only direction say of the order of the two FINs. */
function orderOf(
  { turns, flags, ack, isInert }: Exchange,
  finRow: number,
): Pick<OneDirection, "closes" | "answerRow"> {
  let hasSyn = false;
  let isAfterFin = false;
  let highest = Number.NaN;
  let step = 0;
  let answerRow = -1;
  for (const row of turns) {
    if (isInert[row] === 1 || (flags[row] & RST) !== 0) continue;
    if ((flags[row] & SYN) !== 0) hasSyn = true;
    if ((flags[row] & ACK) !== 0 && !(ack[row] <= highest)) {
      if (isAfterFin) return { closes: "first", answerRow: -1 };
      if (!Number.isNaN(highest)) {
        step = ack[row] - highest;
        answerRow = row;
      }
      highest = ack[row];
    }
    if (row === finRow) isAfterFin = true;
  }
  if (step === 1) return { closes: "second", answerRow };
  return { closes: step === 0 && hasSyn ? "first" : "either", answerRow: -1 };
}
