import { FIN, RST } from "../../segments/flags.ts";
import { FATES } from "../analysis.ts";
import type { Exchange } from "../exchange/exchange.ts";

const DELIVERED = FATES.indexOf("delivered");

interface Receipts {
  readonly fate: Uint8Array;
  readonly arrivesAt: Uint32Array;
  readonly acknowledgesAt: Uint32Array;
}

/**
 * Segments arrive in the order of sending: a pure ACK that was sent after a FIN does not overtake it, unless the FIN
 * had to wait for something before it, or the capture shows that it was overtaken. Lets such ACKs arrive with the
 * FIN; otherwise the peer would seem to have received the acknowledgment of its own FIN first (FIN-WAIT-2 instead of
 * CLOSING). A RST does not overtake an ACK that was sent before it, either, such as the one that completes the handshake.
 * @param waits 1 where a FIN came before what precedes it
 */
export function keepOrderOfReceipts(
  exchange: Exchange,
  { fate, arrivesAt, acknowledgesAt }: Receipts,
  waits: Uint8Array,
): void {
  const { turns, sender, start, end } = exchange;
  const finArrival = [0, 0];
  const ackArrival = [0, 0];
  for (const row of turns) {
    const flags = exchange.flags[row];
    if (fate[row] !== DELIVERED || exchange.isInert[row] === 1) continue;
    const x = sender[row];
    const isOvertaken = exchange.place[row] !== row + 1;
    if ((flags & RST) !== 0) {
      arrivesAt[row] = Math.max(arrivesAt[row], ackArrival[x]);
    } else if ((flags & FIN) !== 0 && waits[row] === 0 && !isOvertaken) {
      finArrival[x] = Math.max(finArrival[x], arrivesAt[row]);
    } else if (start[row] === end[row]) {
      arrivesAt[row] = Math.max(arrivesAt[row], finArrival[x]);
      acknowledgesAt[row] = arrivesAt[row];
      ackArrival[x] = Math.max(ackArrival[x], arrivesAt[row]);
    }
  }
}
