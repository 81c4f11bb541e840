import { present } from "../base/assert.ts";
import { columnsAlone } from "../segments/columns.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import { Shown, type WitnessedRows } from "../segments/witnessed-rows.ts";
import { stepConnection } from "./analyse-connection.ts";
import type { ConnectionAnalysis, EndState, SteppedConnection } from "./analysis.ts";
import { FATES } from "./analysis.ts";
import { type Connection, type ConnectionsById, plainConnection } from "./connection.ts";
import { annotateConnection } from "./notes/annotate.ts";
import type { Position } from "./position.ts";
import { judgeVerdict } from "./verdict/judge-verdict.ts";

/**
 * What is known of a connection from its first `upTo` segments. The result does not depend on a later row of the
 * capture, so it gives none away. Losses, states and annotations are those that this beginning supports. What only
 * the end of a capture shows (no answer, a clock that ran out, the outcome) is left open: the connection goes on.
 * @param id index into `connections`; throws if there is none
 * @param witnessed what two captures show, if the table was made of them
 */
export function analyseBeginning(
  table: SegmentTable,
  connections: ConnectionsById,
  id: number,
  upTo: Position,
  witnessed: WitnessedRows | null = null,
): ConnectionAnalysis {
  const whole = present(connections.at(id), `connection ${id}`);
  const rows = whole.rows.slice(0, Math.max(0, upTo));
  const alone: Connection[] = [];
  alone[id] = { ...plainConnection(whole), rows, next: null };
  const last = rows.at(-1);
  const now = last === undefined ? Number.NaN : table.time[last];
  const frame = last === undefined ? 0 : table.frame[last];
  const seen = witnessed && witnessedUntil(witnessed, whole.rows, rows.length);
  const stepped = stepConnection(endingAt(table, now), alone, id, { before: frame, witnessed: seen });
  const open = withoutEnd(rows.length === 0 ? withNothingKnown(stepped) : stepped);
  const annotations = annotateConnection(open);
  return { ...open, annotations, verdict: judgeVerdict(open, annotations) };
}

/** What two captures show before the segment behind the first `count` rows is sent. */
function witnessedUntil(witnessed: WitnessedRows, rows: Uint32Array, count: number): WitnessedRows {
  const next = count < rows.length ? witnessed.sentAt[rows[count]] : Number.POSITIVE_INFINITY;
  const shown = witnessed.shown.slice();
  const arrivedAt = witnessed.arrivedAt.slice();
  const arrivalTime = witnessed.arrivalTime.slice();
  for (const row of rows.subarray(0, count)) {
    // Whatever has not arrived by then may still do so.
    if (arrivedAt[row] !== 0 && arrivedAt[row] < next) continue;
    shown[row] = (shown[row] & ~Shown.Arrived) | Shown.NotCovered;
    arrivedAt[row] = 0;
    arrivalTime[row] = Number.NaN;
  }
  return { ...witnessed, shown, arrivedAt, arrivalTime };
}

/** A view of the table as it was at that time. */
function endingAt(table: SegmentTable, now: number): SegmentTable {
  const { length, optionBytes, urgentPointer, comments, timeBase, flows, hostNames, icmpErrors } = table;
  const rest = { optionBytes, urgentPointer, comments, timeBase, flows, hostNames, icmpErrors };
  return { ...columnsAlone(table), ...rest, length, lastRecordTime: now };
}

/** A SYN without an answer may still be answered, and a wait that only a clock ends has not ended. */
function withoutEnd(stepped: SteppedConnection): SteppedConnection {
  const noAnswer = FATES.indexOf("no-answer");
  const arrivesAt = stepped.arrivesAt.map((at, row) => (stepped.fate[row] === noAnswer ? row + 1 : at));
  const fate = stepped.fate.map((one) => (one === noAnswer ? FATES.indexOf("unknown") : one));
  return { ...stepped, fate, arrivesAt, epilogue: [] };
}

function withNothingKnown(stepped: SteppedConnection): SteppedConnection {
  const unknown: EndState = { state: null, basis: "start", alternatives: [] };
  return { ...stepped, initial: { client: unknown, server: unknown } };
}
