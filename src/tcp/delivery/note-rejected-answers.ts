import { ACK, RST, SYN } from "../../segments/flags.ts";
import { FATES } from "../analysis.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { Resets } from "../resets/classify-resets.ts";
import type { Delivery } from "./delivery.ts";

const LOST = FATES.indexOf("lost");
const LATE = FATES.indexOf("lost-or-late");
const IGNORED = FATES.indexOf("lost-or-ignored");

/**
 * A SYN that was sent again need not be lost. If the other end answered between the two copies, and a RST rejects
 * that answer, the SYN arrived and opened nothing, as in a connection older than the capture (RFC 9293 figure 9).
 * Changes the fates.
 */
export function noteRejectedAnswers(exchange: Exchange, resets: Resets, { fate }: Delivery): void {
  const { sender, length } = exchange;
  let syn = -1;
  let isAnswered = false;
  for (let row = 0; row < length; row++) {
    const flags = exchange.flags[row];
    // A SYN,ACK may be an old duplicate: it answers the SYN before this one.
    const isAnswer = (flags & SYN) === 0 && resets.isRejected[row] === 1;
    if (syn >= 0 && isAnswer && sender[row] !== sender[syn]) isAnswered = true;
    if ((flags & (SYN | ACK | RST)) !== SYN) continue;
    if (isAnswered && sender[row] === sender[syn] && (fate[syn] === LOST || fate[syn] === LATE))
      fate[syn] = IGNORED;
    syn = row;
    isAnswered = false;
  }
}
