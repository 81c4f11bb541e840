import type { OpenedCapture } from "../worker/analyser.ts";

/** What the page shows of a capture: the analyser's own words, offered to rooms that do not know the worker. */
export type {
  Analyser,
  ArrowsTaken,
  CaptureSource,
  ConnectionSummary,
  OpenedCapture,
  OpenFailure,
  ReadProgress,
} from "../worker/analyser.ts";
export type { ConnectionSoFar } from "../tcp/connection-so-far.ts";
export type ReadWarning = OpenedCapture["warnings"][number];
export type WarningReason = ReadWarning["reason"];
