import type { ConnectionAnalysis } from "./analysis.ts";
import { Finding } from "./analysis.ts";
import type { RowClock } from "./notes/row-clock.ts";
import { createRowClock } from "./notes/row-clock.ts";
import type { Position } from "./position.ts";
import type { Side, TcpState } from "./state.ts";
import type { Timing } from "./verdict.ts";
import { dataRoundTrips } from "./verdict/data-round-trips.ts";
import { timing } from "./verdict/timings.ts";

/** Silences longer than this are worth a word. Nanoseconds. */
const IDLE_FROM = 1e9;

/** How long an end was in a state. */
interface StateStay {
  /** null: not known. */
  readonly state: TcpState | null;
  /** The position at which it entered the state; 0 = its initial state. */
  readonly from: Position;
  /** The position at which it left; null: it is in it at the end of the capture. */
  readonly to: Position | null;
  /** Nanoseconds; to the last segment where it did not leave; null where that cannot be measured. */
  readonly duration: number | null;
}

/** All durations of a connection, each with the two segments it lies between (docs/state-machine.md 8.4). */
export interface ConnectionTimings {
  /** Data to the segment that acknowledges it, without repetitions (Karn). */
  readonly dataRoundTrips: readonly Timing[];
  readonly stays: Readonly<Record<Side, readonly StateStay[]>>;
  /** Silences longer than {@link IDLE_FROM}. */
  readonly idle: readonly Timing[];
  /** From each SYN to its next repetition: 1 s, 2 s, 4 s … */
  readonly synRepeats: readonly Timing[];
}

/** Measures a connection. Nothing is measured across a time jump. */
export function measureTimings(analysis: ConnectionAnalysis): ConnectionTimings {
  const clock = createRowClock(analysis);
  return {
    dataRoundTrips: dataRoundTrips(analysis),
    stays: { client: staysOf(analysis, "client", clock), server: staysOf(analysis, "server", clock) },
    idle: idleGaps(analysis, clock),
    synRepeats: synRepeats(analysis, clock),
  };
}

function staysOf(analysis: ConnectionAnalysis, side: Side, clock: RowClock): StateStay[] {
  const last = analysis.segments.length;
  const stays: StateStay[] = [];
  let state = analysis.initial[side].state;
  let from: Position = 0;
  const leave = (to: Position | null): void => {
    // The time before the first segment is not known.
    const duration = from === 0 || last === 0 ? null : clock(from, to ?? last);
    stays.push({ state, from, to, duration });
  };
  for (const move of analysis.moves) {
    if (move.side !== side || move.to === state) continue;
    leave(move.position);
    state = move.to;
    from = move.position;
  }
  leave(null);
  return stays;
}

function idleGaps({ segments, findings }: ConnectionAnalysis, clock: RowClock): Timing[] {
  const gaps: Timing[] = [];
  for (let position = 2; position <= segments.length; position++) {
    if ((findings[position - 1] & Finding.TimeJump) !== 0) continue;
    const gap = timing(clock, position - 1, position);
    if (gap !== null && gap.duration > IDLE_FROM) gaps.push(gap);
  }
  return gaps;
}

function synRepeats({ annotations }: ConnectionAnalysis, clock: RowClock): Timing[] {
  const repeats: Timing[] = [];
  for (const { kind, refersTo, position } of annotations) {
    if (kind !== "syn-retransmission") continue;
    const repeat = timing(clock, refersTo, position);
    if (repeat !== null) repeats.push(repeat);
  }
  return repeats;
}
