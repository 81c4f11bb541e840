import type { Capture } from "../capture/read-capture.ts";
import { ReadReport } from "../capture/read-report.ts";
import { createTextReader } from "../capture/text/text-reader.ts";
import { SegmentTableBuilder } from "../segments/segment-table-builder.ts";
import type { SocketObservation } from "../segments/socket-observation.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type { ConnectionsById } from "../tcp/connection.ts";
import { type AssignedSockets, assignSockets } from "../tcp/observed/assign-sockets.ts";
import { placeSockets } from "../tcp/observed/place-sockets.ts";
import type { ToldSockets } from "./questions.ts";

/** The longest text beside a capture that is read. */
const LONGEST_TEXT = 16 * 1024 * 1024;

const assigned = new WeakMap<object, AssignedSockets>();

/** The sockets that fit no connection of the capture. */
export function socketsWithoutConnection(
  { table, report }: Capture,
  connections: ConnectionsById,
): readonly SocketObservation[] {
  const found = assignSockets(table, connections, report.sockets);
  assigned.set(report.sockets, found);
  return found.fitNone;
}

/**
 * What kernels say of one connection, in the text that was opened and in texts beside a capture, at its place.
 * @param beside texts that were given together with the capture
 */
export async function socketsOf(
  { table, report }: Capture,
  connections: ConnectionsById,
  analysis: ConnectionAnalysis,
  beside: readonly File[],
): Promise<ToldSockets> {
  const own = assigned.get(report.sockets) ?? assignSockets(table, connections, report.sockets);
  assigned.set(report.sockets, own);
  const texts = await Promise.all(
    beside.map(async (file) => socketsIn(await file.slice(0, LONGEST_TEXT).text())),
  );
  const others = texts.map((sockets) => assignSockets(table, connections, sockets));
  const all = [own, ...others].flatMap(({ of }) => of(analysis.connection));
  return { placed: placeSockets(analysis, all), fitNone: others.flatMap(({ fitNone }) => fitNone) };
}

/** What kernels say in a text without packets, which gives no place but a time. */
function socketsIn(text: string): readonly SocketObservation[] {
  const report = new ReadReport();
  const reader = createTextReader(new SegmentTableBuilder(), report, "utf-8");
  reader.push(new TextEncoder().encode(text));
  reader.finish();
  return report.sockets.map(withoutPlace);
}

function withoutPlace(socket: SocketObservation): SocketObservation {
  return { ...socket, afterFrame: null };
}
