import type { Result } from "../base/result.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import type { ReadReport, Refusal } from "./read-report.ts";

/** A capture that was read: its segments and what could not be read. */
export interface Capture {
  readonly table: SegmentTable;
  readonly report: ReadReport;
}

/**
 * Reads a capture of any supported kind from its bytes, which come in slices of any size, in file order.
 * Never throws for bad input. An input without any TCP segment is refused by its name; a damaged one gives all
 * that could be read, with warnings.
 *
 * @param afterSlice called after each slice with what has been read so far; the table goes on growing
 */
export async function readCapture(
  slices: AsyncIterable<Uint8Array>,
  afterSlice?: (soFar: Capture) => void,
): Promise<Result<Capture, Refusal>> {
  void slices;
  void afterSlice;
  throw new Error("not built yet");
}
