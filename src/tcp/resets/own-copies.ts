import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import { Timestamps } from "../../segments/timestamps.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { FIRST_TIMER, SHORTEST_TIMER } from "../retransmission-limit.ts";

/** Kinds of segments that are repeated unchanged: SYN, SYN,ACK and FIN, of either end. */
const KINDS = 6;
/** Read anew for each comparison. */
const ONE = new Timestamps();
const OTHER = new Timestamps();

/**
 * Who made a copy of a SYN, SYN,ACK or FIN: the timer of its sender, the network, or the sender in answer to a SYN that
 * its peer sent again.
 */
type CopyCause = "timer" | "network" | "answer";

/** Who made the copies of a connection. */
export interface Copies {
  /** Who made the row; null: it is no copy. */
  causeOf(row: number): CopyCause | null;
  /** By end the last SYN without ACK that it sent itself; -1 = none. */
  readonly lastSyn: readonly [number, number];
}

/**
 * Tells who made each copy. A retransmission has a new TSval (RFC 7323 section 3.2), and has waited for its timer. A
 * SYN,ACK with a new TSval that comes sooner answers a SYN; without timestamps there must be a SYN for it to answer. The
 * IP identification tells nothing here: Cisco IOS repeats a SYN with the same one, and some proxies have one for all.
 */
export function judgeCopies(exchange: Exchange): Copies {
  const judge = new CopiesJudge(exchange);
  const causes = new Map<number, CopyCause>();
  for (const row of exchange.turns) {
    const flags = exchange.flags[row];
    if (exchange.isInert[row] === 1 || (flags & RST) !== 0 || (flags & (SYN | FIN)) === 0) continue;
    const cause = judge.take(row);
    if (cause !== null) causes.set(row, cause);
  }
  return { causeOf: (row) => causes.get(row) ?? null, lastSyn: [judge.lastSyn(0), judge.lastSyn(1)] };
}

class CopiesJudge {
  private readonly exchange: Exchange;
  /** By kind, the last row that its sender sent, and how many it sent; -1 = none. */
  private readonly last: number[] = new Array<number>(KINDS).fill(-1);
  private readonly count: number[] = new Array<number>(KINDS).fill(0);

  constructor(exchange: Exchange) {
    this.exchange = exchange;
  }

  /** Takes a SYN, SYN,ACK or FIN in the order of sending. Null: it is no copy. */
  take(row: number): CopyCause | null {
    const { flags, sender, copyOf } = this.exchange;
    const slot = sender[row] * (KINDS / 2) + kindOf(flags[row]);
    const isCopy = this.last[slot] >= 0 && copyOf[row] !== 0;
    const cause = isCopy ? this.causeOf(this.last[slot], row) : this.causeOfFirst(row);
    if (cause === "network") return cause;
    this.last[slot] = row;
    this.count[slot]++;
    return cause;
  }

  lastSyn(end: 0 | 1): number {
    return this.last[end * (KINDS / 2) + SYN_ALONE];
  }

  private causeOf(before: number, row: number): CopyCause {
    const { columns, flags } = this.exchange;
    ONE.read(columns, before);
    OTHER.read(columns, row);
    const isTold = ONE.isPresent && OTHER.isPresent;
    if (isTold && ONE.value === OTHER.value) return "network";
    const kind = kindOf(flags[row]);
    const wait = columns.time[row] - columns.time[before];
    const isTooSoon = wait < (kind === 0 ? SHORTEST_TIMER : FIRST_TIMER);
    if (kind !== SYN_ACK) return isTold || !isTooSoon ? "timer" : "network";
    if (wait >= FIRST_TIMER) return "timer";
    if (isTold || this.hasSynToAnswer(row)) return "answer";
    return isTooSoon ? "network" : "timer";
  }

  /** In a simultaneous open the first SYN,ACK repeats a SYN. */
  private causeOfFirst(row: number): CopyCause | null {
    const { flags, sender, sentSyn } = this.exchange;
    if (kindOf(flags[row]) !== SYN_ACK || !sentSyn[sender[row] === 0 ? 0 : 1]) return null;
    return this.hasSynToAnswer(row) ? "answer" : "timer";
  }

  /** Whether its sender has sent fewer SYN,ACKs before than its peer has sent SYNs. */
  private hasSynToAnswer(row: number): boolean {
    const { sender, receiver } = this.exchange;
    const sent = this.count[sender[row] * (KINDS / 2) + SYN_ACK];
    return sent < this.count[receiver[row] * (KINDS / 2) + SYN_ALONE];
  }
}

const SYN_ALONE = 1;
const SYN_ACK = 2;

function kindOf(flags: number): number {
  if ((flags & SYN) === 0) return 0;
  return (flags & ACK) === 0 ? SYN_ALONE : SYN_ACK;
}
