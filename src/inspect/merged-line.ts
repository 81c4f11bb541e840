import type { MergedCapture } from "../merge/merge-captures.ts";
import { statesAtOwnEvents } from "../merge/own-states.ts";
import { witnessesOf } from "../merge/witnesses-of.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import { isOrderProved } from "../segments/witness-times.ts";
import { Shown, witnessedSlice } from "../segments/witnessed-rows.ts";
import type { Witnesses } from "../segments/witnesses.ts";
import { type ConnectionAnalysis, FATES } from "../tcp/analysis.ts";
import type { Connection } from "../tcp/connection.ts";
import type { Position } from "../tcp/position.ts";
import type { Side, TcpState } from "../tcp/state.ts";
import { secondsSinceZero } from "./seconds.ts";

const NANOSECONDS = 1e9;
const DAY = 86_400e9;

/** What two captures hold, in their order. */
interface Held {
  readonly table: SegmentTable;
}

/** `clock` of docs/inspect.md: the second clock minus the first one, in seconds. */
export function clockFields({ clock }: MergedCapture, [first, second]: readonly [Held, Held]): object | null {
  if (clock === null) return null;
  const [one, two] = [first.table.timeBase, second.table.timeBase];
  const apart = Number(two.origin - one.origin);
  // A text without dates tells the time of day: whole days between the two are not known, and none is told.
  const isUndated = one.kind === "time-of-day" || two.kind === "time-of-day";
  const days = isUndated ? Math.round((apart + clock.drawn.offset) / DAY) * DAY : 0;
  const origins = apart - days;
  const bound = (offset: number): number | null =>
    Number.isFinite(offset) ? (offset + origins) / NANOSECONDS : null;
  const { step, rate } = clock;
  return {
    offset: [bound(clock.low), bound(clock.high)],
    rate,
    ...(rate !== null && { at: secondsSinceZero(clock.at, first.table.timeBase) }),
    ...(step !== null && {
      step: {
        at: secondsSinceZero(step.from, first.table.timeBase),
        offset: [bound(step.low), bound(step.high)],
      },
    }),
  };
}

/** Whether somebody else sent what only the receiver's side holds; null: the other capture was not made then. */
function injectedField(shown: number): object {
  if ((shown & (Shown.Sent | Shown.Again)) !== 0) return {};
  if ((shown & Shown.NotSent) !== 0) return { injected: true };
  return (shown & Shown.NotCovered) !== 0 ? { injected: null } : {};
}

/** The fields that a segment has where two captures tell it. */
export class MergedLine {
  private readonly analysis: ConnectionAnalysis;
  private readonly merged: MergedCapture;
  private readonly captures: readonly [Held, Held];
  private readonly states: Readonly<Record<Side, (TcpState | null)[]>>;
  private readonly witnesses: Witnesses;

  constructor(analysis: ConnectionAnalysis, merged: MergedCapture, captures: readonly [Held, Held]) {
    this.analysis = analysis;
    this.merged = merged;
    this.captures = captures;
    const tables = [captures[0].table, captures[1].table] as const;
    this.witnesses = witnessesOf(merged, tables, analysis.connection);
    const rows = witnessedSlice(merged.witnessed, analysis.connection.rows);
    this.states = {
      client: statesAtOwnEvents(analysis, rows, "client"),
      server: statesAtOwnEvents(analysis, rows, "server"),
    };
  }

  fieldsAt(position: Position): object {
    const row = this.analysis.connection.rows[position - 1];
    const shown = this.merged.witnessed.shown[row];
    const held = ([0, 1] as const).map((witness) => this.heldBy(witness, row));
    return {
      frames: held.map((one) => one?.frame ?? null),
      times: held.map((one) => one?.time ?? null),
      arrived: this.hasArrived(position, shown),
      ...injectedField(shown),
      ...(!isOrderProved(this.witnesses, position - 1, this.analysis.fromClient) && { orderProved: false }),
      states: { client: this.states.client[position], server: this.states.server[position] },
    };
  }

  private heldBy(witness: 0 | 1, row: number): { frame: number; time: string | null } | null {
    const there = this.merged.rows[witness][row];
    const { table } = this.captures[witness];
    return there < 0
      ? null
      : { frame: table.frame[there], time: secondsSinceZero(table.time[there], table.timeBase) };
  }

  private hasArrived(position: Position, shown: number): boolean | null {
    if ((shown & Shown.Ambiguous) !== 0) return null;
    if ((shown & Shown.Arrived) !== 0) return true;
    const fate = FATES[this.analysis.fate[position - 1]];
    if (fate === "lost") return false;
    return (shown & Shown.NotCovered) === 0 && fate !== "unknown" ? true : null;
  }
}

/** `couldBe`: the connections of the second capture of which one is this one of the first, where nothing tells which. */
export function couldBeField(
  { undecided }: MergedCapture,
  second: { readonly connections: readonly Connection[] },
  connection: Connection,
): object {
  const found = undecided.find((each) => each.connection === connection.id);
  if (found === undefined) return {};
  const candidates = found.candidates.flatMap((id) => second.connections.slice(id, id + 1));
  return { couldBe: candidates.map(({ client, server }) => ({ client, server })) };
}
