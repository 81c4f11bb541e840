import { SIMULATED } from "../../export/mark-simulated.ts";
import { packetRows, pcapOfConnection } from "../../export/pcap.ts";
import { type PcapngInterface, pcapngOf } from "../../export/pcapng.ts";
import type { PrintedConnection } from "../../export/tcpdump-text.ts";
import type { Note } from "../../segments/note.ts";
import { inOrder, positionOf } from "../../store/notes/arrange-notes.ts";
import type { OpenedCapture, OwnSides } from "../../store/opened-capture.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { noteLines } from "../notes/note-lines.ts";

interface Kept {
  readonly capture: Pick<OpenedCapture, "run" | "merge">;
  readonly notes: readonly Note[];
}

interface KeptConnection extends Kept {
  readonly analysis: ConnectionAnalysis;
  /** What each of two captures holds of the connection; null: it was made of one. */
  readonly own: OwnSides | null;
}

/** Comments by row of a connection. */
type Comments = ReadonlyMap<number, readonly string[]>;

/** Whether only a pcapng has a place for all that is told: that it is simulated, two captures, notes. */
export function needsPcapng({ capture: { run, merge }, notes }: Kept): boolean {
  return run !== null || merge !== null || notes.length > 0;
}

/**
 * The connection as a pcap, or as a pcapng where that is needed: a run says in its section that it is simulated, two
 * captures are two interfaces, and notes are comments of packets. null if the capture lacks what a packet must hold.
 */
export function captureFile(wish: KeptConnection): Uint8Array<ArrayBuffer> | null {
  const { capture, analysis, own, notes } = wish;
  if (!needsPcapng(wish)) return pcapOfConnection(analysis);
  const comments = commentsOf(notes);
  const interfaces =
    own === null
      ? [interfaceOf(null, analysis, comments)]
      : interfacesOfBoth(capture, analysis, own, comments);
  const whole = interfaces.filter((each) => each !== null);
  return whole.length < interfaces.length ? null : pcapngOf(whole, capture.run === null ? null : SIMULATED);
}

/** Notes about what is before the first segment, and about the whole connection, stand at the first one. */
function commentsOf(notes: readonly Note[]): Comments {
  const byRow = new Map<number, string[]>();
  for (const note of inOrder(notes)) {
    const row = Math.max(positionOf(note) - 1, 0);
    const told = byRow.get(row) ?? [];
    byRow.set(row, [...told, noteLines(note).join("\n")]);
  }
  return byRow;
}

function interfaceOf(
  name: string | null,
  connection: PrintedConnection,
  comments: Comments,
): PcapngInterface | null {
  const pcap = pcapOfConnection(connection);
  const ofPackets = packetRows(connection).flatMap((row, packet): [number, readonly string[]][] => {
    const said = row === null ? undefined : comments.get(row);
    return said === undefined ? [] : [[packet, said]];
  });
  return pcap && { name, pcap, comments: new Map(ofPackets) };
}

/** What both captures hold of the connection, an interface each, by their own clocks. */
function interfacesOfBoth(
  { merge }: Kept["capture"],
  { connection, fromClient }: ConnectionAnalysis,
  { segments, rows, ends }: OwnSides,
  comments: Comments,
): (PcapngInterface | null)[] {
  return ([0, 1] as const).map((witness) => {
    const isFromClient = new Uint8Array(segments[witness].length);
    const ownComments = new Map<number, readonly string[]>();
    for (const [row, own] of rows[witness].entries()) {
      if (own < 0) continue;
      isFromClient[own] = fromClient[row] ?? 0;
      const said = comments.get(row);
      if (said !== undefined) ownComments.set(own, said);
    }
    const held: PrintedConnection = {
      connection: { ...connection, ...ends[witness] },
      segments: segments[witness],
      fromClient: isFromClient,
      quotedErrors: [],
    };
    return interfaceOf(merge?.names[witness] ?? null, held, ownComments);
  });
}
