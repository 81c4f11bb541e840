import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { statePath } from "../tcp/states.ts";
import { secondsSinceZero } from "./seconds.ts";
import { moveFields, segmentLine } from "./segment-line.ts";

const NANOSECONDS = 1e9;

/** One line of INSPECT.md for a connection. `segments` is left out when only connections are asked for. */
export function connectionLine(file: string, analysis: ConnectionAnalysis, connectionsOnly: boolean): object {
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
    zeek: verdict.zeek,
    completeness: verdict.completeness,
    opening: verdict.opening,
    closing: verdict.closing,
    start: secondsSinceZero(firstTime(analysis), segments.timeBase),
    duration: verdict.duration === null ? null : verdict.duration / NANOSECONDS,
    payload: verdict.payload,
    path: { client: statePath(analysis, "client"), server: statePath(analysis, "server") },
    ...(!connectionsOnly && { segments: segmentLines(analysis) }),
    epilogue: analysis.epilogue.map((move) => moveFields(move, segments)),
  };
}

function firstTime({ segments }: ConnectionAnalysis): number {
  return segments.time.subarray(0, segments.length).find((time) => !Number.isNaN(time)) ?? Number.NaN;
}

/** The annotations are in order of position: they are walked along with the segments. */
function segmentLines(analysis: ConnectionAnalysis): object[] {
  const { annotations, segments } = analysis;
  const lines: object[] = [];
  let nextAnnotation = 0;
  for (let position = 1; position <= segments.length; position++) {
    const firstAnnotation = nextAnnotation;
    while (annotations[nextAnnotation]?.position === position) nextAnnotation++;
    lines.push(segmentLine(analysis, position, annotations.slice(firstAnnotation, nextAnnotation)));
  }
  return lines;
}
