import fc from "fast-check";
import { bisect } from "../base/bisect.ts";
import type { LabSegment, SentSegment } from "../lab/host/segment.ts";
import { runScript } from "../lab/run/run-script.ts";
import type { Trace, TraceMove } from "../lab/run/trace.ts";
import { printPattern, printScript } from "../lab/script/print-script.ts";
import { type End, END_LETTERS, type Script } from "../lab/script/script.ts";
import { tableSeenFrom } from "../lab/told/trace-table.ts";
import { FIN } from "../segments/flags.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import type { TcpState } from "../tcp/state.ts";
import { anyScript } from "./any-script.ts";

export type { LabSegment };

/** One end of one connection as it was. */
export interface TrueEnd {
  readonly isn: number;
  readonly initial: TcpState;
  readonly moves: readonly TrueMove[];
}

/** A change of state as it really happened. */
export interface TrueMove extends TraceMove {
  /** Nothing on the wire shows it: a timer, a call that sends nothing, or what a crash came before. */
  readonly isSilent: boolean;
  /** The FIN of a close() that waits behind data leaves only then: until then the wire shows the state before. */
  readonly shownAt: number;
}

/** What really happened, and what a capture at one end holds of it. Times in nanoseconds. */
export interface LabExchange {
  readonly script: Script;
  readonly trace: Trace;
  /** One for each connection that an end had, oldest first. */
  readonly ends: readonly [clients: readonly TrueEnd[], servers: readonly TrueEnd[]];
  /** Where it was captured. */
  readonly capturedAt: End;
  /** The segment of each captured row. */
  readonly rows: readonly SentSegment[];
  /** When each row was captured. */
  readonly times: readonly number[];
  readonly table: SegmentTable;
}

/** Runs a script and captures it. @param isTimed whether the table has times, as a text may not */
export function captured(script: Script, capturedAt: End, isTimed = true): LabExchange {
  const trace = runScript(script);
  const { table, rows } = tableSeenFrom(trace, capturedAt);
  const times = Array.from(table.time.subarray(0, table.length));
  const origin = Number(table.timeBase.origin);
  return {
    script,
    trace,
    ends: [endsOf(trace, 0), endsOf(trace, 1)],
    capturedAt,
    rows,
    times: times.map((time) => time + origin),
    table: isTimed ? table : withoutTimes(table),
  };
}

/** A random legal exchange, always the same for a seed, captured at one of its ends. */
export function exchangeOf(seed: number, reopens = false, isTimed = true): LabExchange {
  const [drawn] = fc.sample(anyScript({ reopens }), { seed, numRuns: 1 });
  if (drawn === undefined) throw new Error("no script");
  return captured(drawn, seed % 2 === 0 ? 0 : 1, isTimed);
}

function endsOf(trace: Trace, end: End): TrueEnd[] {
  return trace.blocks[end].map(({ isn, initial }, block) => {
    const moves = trace.moves.filter((move) => move.end === end && move.block === block);
    const listens = moves[0]?.arrow === "T01";
    const told = listens ? moves.slice(1) : moves;
    return { isn, initial: listens ? "LISTEN" : initial, moves: told.map((move) => trueMove(trace, move)) };
  });
}

function trueMove(trace: Trace, move: TraceMove): TrueMove {
  const { segments } = trace;
  const next = segments[bisect(0, segments.length, (index) => (segments[index]?.order ?? 0) < move.order)];
  const sendsAtOnce = next?.order === move.order + 1 && next.from === move.end;
  const isClose = move.arrow === "T11" || move.arrow === "T18" || move.arrow === "T26";
  const fin = isClose ? segments.find((segment) => isFinOf(segment, move)) : undefined;
  const isByCall = move.cause.kind === "call";
  const crash = trace.moves.find(
    ({ arrow, end, order }) => arrow === "T43" && end === move.end && order > move.order,
  );
  const isForgotten =
    crash !== undefined &&
    !segments.some(({ from, order }) => from === move.end && order > move.order && order < crash.order);
  const sentJustBefore = segments.some(({ from, order }) => from === move.end && order === move.order - 1);
  return {
    ...move,
    isSilent:
      isForgotten || move.cause.kind === "timer" || (isByCall && !isClose && !sendsAtOnce && !sentJustBefore),
    shownAt: isClose ? (fin?.sentAt ?? Number.POSITIVE_INFINITY) : move.at,
  };
}

function isFinOf({ from, block, flags }: SentSegment, move: TraceMove): boolean {
  return from === move.end && block === move.block && (flags & FIN) !== 0;
}

function withoutTimes(table: SegmentTable): SegmentTable {
  const time = table.time.map(() => Number.NaN);
  return Object.assign(Object.create(table) as SegmentTable, {
    time,
    timeBase: { kind: "none", origin: 0n },
    lastRecordTime: Number.NaN,
  });
}

/** The script, where it was captured, the rows with what became of them, and the true moves, for a test that fails. */
export function describeExchange({ script, trace, capturedAt, rows, times }: LabExchange): string {
  const told = rows.map(({ name, sequence, acknowledgment, octets, arrivals, loss }, index) => {
    const came = loss ?? arrivals.map(({ processed }) => milliseconds(processed?.at ?? Number.NaN)).join(" ");
    const named = printPattern(name);
    return `${index + 1} ${milliseconds(times[index] ?? Number.NaN)} ${named} ${sequence} ${acknowledgment} +${octets} -> ${came}`;
  });
  const moves = trace.moves.map(
    ({ at, end, block, arrow, to }) => `${milliseconds(at)} ${END_LETTERS[end]}${block} ${arrow} ${to}`,
  );
  return [printScript(script), `captured at ${END_LETTERS[capturedAt]}`, ...told, ...moves].join("\n");
}

function milliseconds(time: number): string {
  return (time / 1e6).toFixed(3);
}
