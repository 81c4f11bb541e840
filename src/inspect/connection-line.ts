import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type { Side, TcpState } from "../tcp/state.ts";
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

/** Walks the moves and annotations along with the segments, so that a long connection costs one pass. */
function segmentLines(analysis: ConnectionAnalysis): object[] {
  const { annotations, initial, moves, segments } = analysis;
  const states = { client: initial.client.state, server: initial.server.state };
  const lines: object[] = [];
  let nextMove = 0;
  let nextAnnotation = 0;
  for (let position = 1; position <= segments.length; position++) {
    const firstMove = nextMove;
    for (let move = moves[nextMove]; move && move.position <= position; move = moves[++nextMove]) {
      states[move.side] = move.to;
    }
    const firstAnnotation = nextAnnotation;
    while (annotations[nextAnnotation]?.position === position) nextAnnotation++;
    lines.push(
      segmentLine(analysis, position, {
        states: { ...states },
        moves: moves.slice(firstMove, nextMove),
        annotations: annotations.slice(firstAnnotation, nextAnnotation),
      }),
    );
  }
  return lines;
}

/** An end's whole path, without what is only predicted; states that are not known are left out. */
function statePath({ initial, moves }: ConnectionAnalysis, side: Side): TcpState[] {
  const path: TcpState[] = [];
  const visit = (state: TcpState | null): void => {
    if (state !== null && path.at(-1) !== state) path.push(state);
  };
  visit(initial[side].state);
  for (const move of moves.filter((each) => each.side === side)) {
    visit(move.via);
    visit(move.to);
  }
  return path;
}
