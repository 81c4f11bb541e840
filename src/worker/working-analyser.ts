import type { Analyser, OpenedCapture, OpenFailure, ReadProgress } from "./analyser.ts";
import type { CaptureSource } from "./capture-source.ts";
import type { ConnectionTable, JudgedPart } from "./connection-table.ts";

/** What the analyser reports while it opens a capture, in this order. */
export interface Opening {
  readonly onProgress: (progress: ReadProgress) => void;
  /** Called once, with the list as it is by then. */
  readonly onListed: (capture: OpenedCapture<ConnectionTable>) => void;
  /** Called with each part, until every connection is judged. */
  readonly onJudged: (part: JudgedPart) => void;
}

/** How opening ended. The open capture was reported before. */
export type OpeningEnd = { readonly ok: true } | { readonly ok: false; readonly failure: OpenFailure };

/** The analyser on the worker's side of the port, where a list is columns. */
export interface WorkingAnalyser extends Omit<Analyser, "open"> {
  /** null once it is cancelled. */
  open(source: CaptureSource, opening: Opening): Promise<OpeningEnd | null>;
}
