import type { ConnectionSoFar, ReadProgress } from "./opened-capture.ts";

/** The capture that is being read; `read` is null until the first progress arrives. */
export interface Reading {
  readonly name: string;
  readonly read: ReadProgress | null;
  /** The first connections found, none of them judged. The list of the open capture replaces them. */
  readonly lines: readonly ConnectionSoFar[];
}

/** The reading with one more progress message. */
export function readOn({ name, lines }: Reading, read: ReadProgress): Reading {
  if (read.lines.length === 0) return { name, read, lines };
  const merged = [...lines];
  for (const line of read.lines) merged[line.line] = line;
  return { name, read, lines: merged };
}
