import type { MergedCapture } from "../merge/merge-captures.ts";
import { statesAtOwnEvents } from "../merge/own-states.ts";
import { isOrderProved } from "../segments/witness-times.ts";
import { Shown } from "../segments/witnessed-rows.ts";
import type { Witnesses } from "../segments/witnesses.ts";
import { type ConnectionAnalysis, FATES } from "../tcp/analysis.ts";
import type { Connection } from "../tcp/connection.ts";
import type { Position } from "../tcp/position.ts";
import type { Side, TcpState } from "../tcp/state.ts";
import { secondsSinceZero } from "./seconds.ts";

const NANOSECONDS = 1e9;
const DAY = 86_400e9;

/** `clock` of docs/inspect.md: the second clock minus the first one, in seconds. */
export function clockFields({ clock, timeBases }: Witnesses): object | null {
  if (clock === null) return null;
  const [one, two] = timeBases;
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
    ...(rate !== null && { at: secondsSinceZero(clock.at, one) }),
    ...(step !== null && {
      step: {
        at: secondsSinceZero(step.from, one),
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
  private readonly witnesses: Witnesses;
  private readonly states: Readonly<Record<Side, (TcpState | null)[]>>;

  constructor(analysis: ConnectionAnalysis, witnesses: Witnesses) {
    this.analysis = analysis;
    this.witnesses = witnesses;
    this.states = {
      client: statesAtOwnEvents(analysis, witnesses.rows, "client"),
      server: statesAtOwnEvents(analysis, witnesses.rows, "server"),
    };
  }

  fieldsAt(position: Position): object {
    const shown = this.witnesses.rows.shown[position - 1];
    const held = ([0, 1] as const).map((witness) => this.heldBy(witness, position - 1));
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
    const { frames, times, timeBases } = this.witnesses;
    const frame = frames[witness][row];
    return frame === 0 ? null : { frame, time: secondsSinceZero(times[witness][row], timeBases[witness]) };
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
