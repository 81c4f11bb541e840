import type { BlockMove } from "../host/control-block.ts";
import type { SentSegment } from "../host/segment.ts";
import type { Call, End } from "../script/script.ts";

/** What made an end take an arrow. */
export type MoveCause =
  | { readonly kind: "call"; readonly statement: number }
  | { readonly kind: "segment"; readonly id: number }
  | { readonly kind: "timer" }
  | { readonly kind: "icmp"; readonly id: number };

/** An end takes one arrow of the transition table. Times in nanoseconds since the script began. */
export interface TraceMove extends BlockMove {
  readonly at: number;
  /** Counts sends, arrivals, moves and calls together, in order of happening. */
  readonly order: number;
  readonly end: End;
  /** Index into the control blocks of the end. */
  readonly block: number;
  readonly cause: MoveCause;
}

/** A call that was made. */
export interface TraceCall {
  readonly at: number;
  readonly order: number;
  /** Index into the script. */
  readonly statement: number;
  readonly call: Call;
}

/** What is known of a control block once the run is over. */
interface TraceBlock {
  readonly isn: number;
  /** Its initial state. */
  readonly initial: "LISTEN" | "CLOSED";
}

/** All that happened in a run: script in, trace out, the same for ever on every machine. */
export interface Trace {
  /** In order of sending. */
  readonly segments: readonly SentSegment[];
  readonly moves: readonly TraceMove[];
  readonly calls: readonly TraceCall[];
  readonly blocks: readonly [readonly TraceBlock[], readonly TraceBlock[]];
  /** When nothing was left to happen, or the run was stopped. */
  readonly end: number;
  /** Why it was stopped before the script's end; null: it was not. */
  readonly stopped: "segments" | "time" | "events" | null;
  /** Lines of the wire that met no segment, as indices into the script: “never sent now”. */
  readonly unmet: readonly number[];
}
