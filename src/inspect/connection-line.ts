import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type { Position } from "../tcp/position.ts";
import { statePath } from "../tcp/states.ts";
import type { Timing } from "../tcp/verdict.ts";
import type { JsonLines } from "./json-lines.ts";
import { secondsSinceZero } from "./seconds.ts";
import { moveFields, segmentLine } from "./segment-line.ts";

const NANOSECONDS = 1e9;

/** Fields that a segment has beside those of every segment, or in their place. */
export interface FieldsAt {
  fieldsAt(position: Position): object;
}

const NO_FIELDS: FieldsAt = { fieldsAt: () => ({}) };

/**
 * Writes one line of docs/inspect.md for a connection. With `connectionsOnly`, `segments` is left out.
 * @param more fields that the line has beside those of every connection
 * @param line what its segments have
 */
export async function writeConnection(
  output: JsonLines,
  file: string,
  analysis: ConnectionAnalysis,
  connectionsOnly: boolean,
  more: object = {},
  line: FieldsAt = NO_FIELDS,
): Promise<void> {
  const fields = connectionFields(file, analysis);
  const epilogue = analysis.epilogue.map((move) => moveFields(move, analysis.segments));
  if (connectionsOnly) await output.write({ ...fields, epilogue, ...more });
  else {
    const segments = { field: "segments", elements: segmentLines(analysis, line) };
    await output.writeWithList(fields, segments, { epilogue, ...more });
  }
}

function connectionFields(file: string, analysis: ConnectionAnalysis): object {
  const { connection, segments, verdict } = analysis;
  const isSeen = connection.roleBasis === "SYN" || connection.roleBasis === "SYN-ACK";
  return {
    file,
    connection: connection.id,
    client: connection.client,
    server: connection.server,
    roles: isSeen ? "seen" : "guessed",
    outcome: verdict.outcome,
    startCaptured: verdict.startCaptured,
    capturedAt: analysis.capturedAt,
    zeek: verdict.zeek,
    completeness: verdict.completeness,
    opening: verdict.opening,
    closing: verdict.closing,
    start: secondsSinceZero(firstTime(analysis), segments.timeBase),
    duration: verdict.duration === null ? null : verdict.duration / NANOSECONDS,
    handshakeRoundTrip: seconds(verdict.handshakeRoundTrip),
    openingTime: seconds(verdict.openingTime),
    payload: verdict.payload,
    path: { client: statePath(analysis, "client"), server: statePath(analysis, "server") },
  };
}

function seconds(timing: Timing | null): number | null {
  return timing === null ? null : timing.duration / NANOSECONDS;
}

function firstTime({ segments }: ConnectionAnalysis): number {
  return segments.time.subarray(0, segments.length).find((time) => !Number.isNaN(time)) ?? Number.NaN;
}

/** The annotations are in order of position: they are walked along with the segments. */
function* segmentLines(analysis: ConnectionAnalysis, line: FieldsAt): Generator<object> {
  const { annotations, segments } = analysis;
  let nextAnnotation = 0;
  for (let position = 1; position <= segments.length; position++) {
    const firstAnnotation = nextAnnotation;
    while (annotations[nextAnnotation]?.position === position) nextAnnotation++;
    const notes = annotations.slice(firstAnnotation, nextAnnotation);
    yield { ...segmentLine(analysis, position, notes), ...line.fieldsAt(position) };
  }
}
