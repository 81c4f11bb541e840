import type { TcpState } from "../../tcp/state.ts";
import type { SentSegment } from "../host/segment.ts";
import { keyOf } from "../run/segment-name.ts";
import type { Trace, TraceMove } from "../run/trace.ts";
import type { End } from "../script/script.ts";

/** Times that differ by less are the same to a person, in nanoseconds. */
const SAME_TIME = 1e6;

/** A row of both runs, side by side. Segments are named by their ids. */
type AlignedRow =
  | { readonly kind: "same"; readonly before: number; readonly after: number }
  /** It leaves at another time, by so many nanoseconds, or meets another fate. */
  | { readonly kind: "moved"; readonly before: number; readonly after: number; readonly by: number }
  | { readonly kind: "gone"; readonly before: number }
  | { readonly kind: "new"; readonly after: number };

/** The first thing that an end does otherwise. Times in nanoseconds. */
type FirstDifference =
  /** It leaves a state later (`by` above 0) or sooner. */
  | { readonly kind: "stays"; readonly end: End; readonly state: TcpState; readonly by: number }
  | {
      readonly kind: "goes";
      readonly end: End;
      readonly from: TcpState;
      readonly to: TcpState;
      readonly instead: TcpState;
    }
  /** It never leaves a state that it left before, or leaves one that it stayed in. */
  | { readonly kind: "never-leaves"; readonly end: End; readonly state: TcpState }
  | { readonly kind: "leaves"; readonly end: End; readonly state: TcpState; readonly to: TcpState };

/** What an edit changed, as facts for one sentence and for a drawing. */
export interface Difference {
  /** In the order of sending, of the run before where a segment is gone. */
  readonly rows: readonly AlignedRow[];
  /** null: the states of both ends change as before, at the same times. */
  readonly first: FirstDifference | null;
  /** The states that both ends are in when the runs end. */
  readonly last: {
    readonly before: readonly [TcpState, TcpState];
    readonly after: readonly [TcpState, TcpState];
  };
  /** Segments more, or, below 0, less. */
  readonly more: number;
}

/** Compares two runs. Rows are aligned by the names of segments, which survive edits. */
export function differenceBetween(before: Trace, after: Trace): Difference {
  return {
    rows: align(before.segments, after.segments),
    first: firstDifference(before, after),
    last: { before: lastStates(before), after: lastStates(after) },
    more: after.segments.length - before.segments.length,
  };
}

function align(before: readonly SentSegment[], after: readonly SentSegment[]): AlignedRow[] {
  const byName = new Map(before.map((segment) => [nameKey(segment), segment]));
  const rows: { readonly at: number; readonly row: AlignedRow }[] = [];
  for (const segment of after) {
    const key = nameKey(segment);
    const old = byName.get(key);
    byName.delete(key);
    rows.push({
      at: segment.sentAt,
      row: old === undefined ? { kind: "new", after: segment.id } : paired(old, segment),
    });
  }
  for (const { sentAt, id } of byName.values()) rows.push({ at: sentAt, row: { kind: "gone", before: id } });
  return rows.toSorted((a, b) => a.at - b.at).map(({ row }) => row);
}

function nameKey({ name, isInjected, sentAt }: SentSegment): string {
  return isInjected ? `injected ${keyOf(name)} ${sentAt}` : `${keyOf(name)}#${name.copy}`;
}

function paired(old: SentSegment, segment: SentSegment): AlignedRow {
  const by = segment.sentAt - old.sentAt;
  const isSame =
    Math.abs(by) < SAME_TIME &&
    segment.loss === old.loss &&
    Math.abs(travel(segment) - travel(old)) < SAME_TIME;
  const both = { before: old.id, after: segment.id };
  return isSame ? { kind: "same", ...both } : { kind: "moved", ...both, by };
}

function travel({ arrivals, sentAt }: SentSegment): number {
  return (arrivals[0]?.capturedAt ?? sentAt) - sentAt;
}

/** The earliest of both ends' first differences. That a listener waits longer says little: the other end comes first. */
function firstDifference(before: Trace, after: Trace): FirstDifference | null {
  const found = ([0, 1] as const).flatMap((end) => {
    const each = differenceAt(end, movesOf(before, end), movesOf(after, end));
    return each === null ? [] : [each];
  });
  const [first] = found.toSorted((a, b) => Number(isIdle(a.told)) - Number(isIdle(b.told)) || a.at - b.at);
  return first?.told ?? null;
}

function isIdle(told: FirstDifference): boolean {
  const state = told.kind === "goes" ? told.from : told.state;
  return state === "LISTEN" || state === "CLOSED";
}

function movesOf({ moves }: Trace, end: End): TraceMove[] {
  return moves.filter((move) => move.end === end);
}

function differenceAt(
  end: End,
  before: readonly TraceMove[],
  after: readonly TraceMove[],
): { readonly at: number; readonly told: FirstDifference } | null {
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    const [old, now] = [before[index], after[index]];
    if (old === undefined && now !== undefined)
      return { at: now.at, told: { kind: "leaves", end, state: now.from, to: now.to } };
    if (old !== undefined && now === undefined)
      return { at: old.at, told: { kind: "never-leaves", end, state: old.from } };
    if (old === undefined || now === undefined) continue;
    const at = Math.min(old.at, now.at);
    if (old.to !== now.to)
      return { at, told: { kind: "goes", end, from: now.from, to: now.to, instead: old.to } };
    if (Math.abs(now.at - old.at) >= SAME_TIME)
      return { at, told: { kind: "stays", end, state: now.from, by: now.at - old.at } };
  }
  return null;
}

function lastStates(trace: Trace): [TcpState, TcpState] {
  const last = (end: End): TcpState =>
    movesOf(trace, end).at(-1)?.to ?? trace.blocks[end].at(-1)?.initial ?? "CLOSED";
  return [last(0), last(1)];
}
