import type { CaptureFormat } from "../../capture/read-report.ts";
import type { ReadRanges } from "../../capture/records/read-records.ts";
import type { RecordIndex } from "../../capture/records/record-index.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { GroupedCapture } from "../read-source.ts";

/** A capture whose file can be read again. */
export interface CaptureFile extends GroupedCapture {
  readonly format: CaptureFormat;
  readonly index: RecordIndex;
  readonly readRanges: ReadRanges;
  readonly analyse: (connection: number) => Promise<ConnectionAnalysis | null>;
}

/** The file is not the one that the capture was read from. */
export class FileChanged extends Error {
  override readonly name = "FileChanged";
}
