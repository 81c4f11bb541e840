import type { Writable } from "node:stream";
import { fail, ok, type Result } from "../base/result.ts";
import { readCapture } from "../capture/read-capture.ts";
import type { Capture } from "../capture/read-capture.ts";
import type { ReadWarning } from "../capture/read-report.ts";
import type { ZstdDecoder } from "../capture/unzstd.ts";
import { ReusedMemory } from "../segments/row-memory.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import type { Connection } from "../tcp/connection.ts";
import { ConnectionGrouping } from "../tcp/connections/group-connections.ts";
import { wordRefusal } from "../ui/messages/en/files/refusals.ts";
import { wordWarning } from "../ui/messages/en/files/warnings.ts";
import { writeConnection } from "./connection-line.ts";
import type { JsonLines } from "./json-lines.ts";
import { linkFields } from "./link-fields.ts";
import type { InspectOptions } from "./options.ts";
import type { Refused } from "./refused.ts";
import { scriptFields } from "./script-fields.ts";
import { socketFields } from "./socket-fields.ts";

/** What the command needs from its process. */
export interface Surroundings {
  readonly lines: Writable;
  /** Takes a sentence for the person, not for the program that reads the lines. */
  readonly complain: (sentence: string) => void;
  /** The path of a file named on the command line. */
  readonly pathOf: (file: string) => string;
}

const zstd = async (): Promise<ZstdDecoder> => (await import("fzstd")).Decompress;

/** A capture with the connections in it. */
export interface GroupedCapture extends Capture {
  readonly connections: readonly Connection[];
}

/** Reads a capture and groups its segments while they come. */
export async function readGrouped(
  slices: AsyncIterable<Uint8Array>,
): Promise<Result<GroupedCapture, Refused>> {
  let grouping: ConnectionGrouping | null = null;
  const group = ({ table }: Capture): ConnectionGrouping => {
    grouping ??= new ConnectionGrouping(table);
    grouping.advance();
    return grouping;
  };
  try {
    const result = await readCapture(slices, group, { zstd });
    if (!result.ok) return fail({ kind: result.error.kind, reason: wordRefusal("this", result.error) });
    const complete = group(result.value);
    complete.finish();
    return ok({ ...result.value, connections: complete.connections });
  } catch (error) {
    return fail(failure(error));
  }
}

/** Which connections of a capture get a line, and what is said there beside what is known of it. */
export interface CaptureLines {
  readonly isTold?: (connection: Connection) => boolean;
  readonly ofConnection?: (connection: Connection) => object;
}

/** Writes the lines of a capture's connections, of all or of some, and its summary. */
export async function writeCapture(
  file: string,
  capture: GroupedCapture,
  { connectionsOnly, links, scripts }: InspectOptions,
  output: JsonLines,
  { isTold = () => true, ofConnection = () => ({}) }: CaptureLines = {},
): Promise<void> {
  const { table, connections } = capture;
  const memory = new ReusedMemory();
  const sockets = socketFields(capture, connections);
  for (const connection of connections) {
    if (!isTold(connection)) continue;
    const analysis = analyseConnection(table, connections, connection.id, { memory });
    const more = await linkFields(links, table, connections, connection);
    const script = scripts ? scriptFields(analysis) : {};
    await writeConnection(output, file, analysis, connectionsOnly, {
      ...more,
      ...script,
      ...sockets.ofConnection(analysis),
      ...ofConnection(connection),
    });
  }
  await output.write(summaryLine(file, capture, connections.length, sockets.ofSummary));
}

/** What the operating system's errors mean for the person who named the file. */
const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file: check its name",
  EISDIR: "this is a folder: name the files in it",
  EACCES: "this file may not be read by you: check its permissions",
};

/** A file that the system cannot read, or a fault of Synfin, in one sentence without a stack trace. */
export function failure(error: unknown): Refused {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  if (code === null)
    return { kind: "fault", reason: `this is a fault of Synfin, please report it: ${message}` };
  return { kind: "unreadable", reason: UNREADABLE[code] ?? `this cannot be read: ${message}` };
}

function summaryLine(file: string, { report, table }: Capture, connections: number, more: object): object {
  return {
    summary: {
      file,
      format: report.format,
      records: report.records,
      segments: table.length,
      connections,
      skipped: Object.fromEntries(report.skipped),
      warnings: report.warnings.map(warningFields),
      ...(report.warningCount > report.warnings.length && { warningCount: report.warningCount }),
      ...more,
    },
  };
}

function warningFields({ place, text, reason }: ReadWarning): object {
  return { at: `${place.kind} ${place.at}`, text, reason: wordWarning(reason) };
}
