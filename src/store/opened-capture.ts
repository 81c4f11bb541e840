import type { OpenFailure } from "../worker/analyser.ts";

/** What the page shows of a capture: the analyser's own words, offered to rooms that do not know the worker. */
export type {
  Analyser,
  ArrowsTaken,
  CaptureSource,
  ConnectionLines,
  ConnectionSummary,
  EncodedLink,
  LinkReduction,
  LinkWish,
  OpenedCapture,
  OpenFailure,
  OpenOutcome,
  OutcomeClass,
  ReadProgress,
} from "../worker/analyser.ts";
export type { ConnectionSoFar } from "../tcp/connections/connection-so-far.ts";
/** Why a link is refused. */
export type LinkRefusal = Extract<OpenFailure, { readonly kind: "link" }>["refusal"];
