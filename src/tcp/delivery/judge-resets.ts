import { RST_SHAPES } from "../analysis.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { Resets } from "./classify-resets.ts";

/**
 * What a RST does to its receiver (docs/state-machine.md 6.4, RFC 5961 section 3.2). `ends`: it ends a synchronized
 * connection. `not-exact-ends`: so does this one, though it is not exactly at RCV.NXT. `challenged`: in the window,
 * not exactly at RCV.NXT, and the receiver went on. `outside`: not in the window. `ignored`: exact, and yet the
 * receiver went on. `doubtful`: it follows unanswered probes, so it may be lost as they are.
 */
export type ResetStanding = "ends" | "not-exact-ends" | "challenged" | "outside" | "ignored" | "doubtful";

/** What is known when a RST is sent. */
export interface ResetNote {
  readonly row: number;
  readonly turn: number;
  readonly match: "exact" | "in-window" | "outside";
  /** Nanoseconds since the receiver last sent something; NaN if the sender has no unanswered probe since. */
  readonly vainFor: number;
}

interface SenderView {
  /** Highest number that the receiver acknowledged: its RCV.NXT as far as seen. */
  readonly acknowledged: number;
  readonly sentUpTo: number;
  readonly hasSentFin: boolean;
  readonly probesUnanswered: number;
}

/** Notes what is known when a RST is sent. @param y the receiver's last row that is not a RST */
export function noteReset(
  exchange: Exchange,
  row: number,
  turn: number,
  x: SenderView,
  y: { readonly lastRow: number },
): ResetNote {
  const { columns, start } = exchange;
  const spoke = y.lastRow >= 0 ? columns.time[y.lastRow] : Number.NaN;
  const vainFor = x.probesUnanswered > 0 ? columns.time[row] - spoke : Number.NaN;
  return { row, turn, match: match(exchange, start[row], x, y.lastRow), vainFor };
}

function match(exchange: Exchange, seq: number, x: SenderView, lastRow: number): ResetNote["match"] {
  const next = x.acknowledged;
  if (!Number.isFinite(next)) return "exact";
  const isExact = seq === next || (seq > next && seq <= x.sentUpTo) || (seq === next - 1 && x.hasSentFin);
  if (isExact) return "exact";
  return seq > next && seq < next + windowOf(exchange, lastRow) ? "in-window" : "outside";
}

/** The window that the row offers, in octets; if the scale is not known, the largest possible. */
function windowOf(exchange: Exchange, row: number): number {
  if (row < 0) return 0;
  const { columns, sender, windowScale } = exchange;
  return columns.window[row] * 2 ** (windowScale[sender[row] === 0 ? 0 : 1] ?? 14);
}

interface Rulings {
  deliver(row: number, fate: "delivered", at?: number): void;
  readonly fate: Uint8Array;
}

const DOUBTFUL = 5;
const LOST_OR_IGNORED = 3;

/** Decides what each RST does, with the whole connection known. Writes their fates and where they arrive. */
export function judgeResets(
  exchange: Exchange,
  resets: Resets,
  notes: readonly ResetNote[],
  { patience, roundTrip }: { readonly patience: number; readonly roundTrip: number },
  rulings: Rulings,
): ReadonlyMap<number, ResetStanding> {
  const standings = new Map<number, ResetStanding>();
  const { columns, place, receiver, turns } = exchange;
  for (const { row, turn, match: fit, vainFor } of notes) {
    const lastPlain = resets.lastPlainTurn[receiver[row] === 0 ? 0 : 1];
    const goesOn = lastPlain > turn + 1;
    const lastRow = turns[lastPlain - 1];
    const isAbort = RST_SHAPES[resets.shape[row]] === "abort";
    const until = columns.time[lastRow] - columns.time[row];
    const isCrossing = goesOn && !(until > patience);
    let standing: ResetStanding = "ends";
    if (fit === "outside") standing = "outside";
    else if (fit === "in-window") standing = goesOn ? "challenged" : "not-exact-ends";
    else if (goesOn && !isCrossing) standing = "ignored";
    else if (isAbort && vainFor > Math.max(3 * roundTrip, 200e6)) standing = "doubtful";
    if (standing === "ends" && isCrossing) rulings.deliver(row, "delivered", place[lastRow]);
    if (standing === "challenged" || standing === "ignored") rulings.fate[row] = LOST_OR_IGNORED;
    if (standing === "doubtful") rulings.fate[row] = DOUBTFUL;
    standings.set(row, standing);
  }
  return standings;
}
