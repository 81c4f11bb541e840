import type { OpenFailure } from "../worker/analyser.ts";

/** The analyser's types that the page shows, for rooms that may not import the worker. */
export type {
  Analyser,
  ConnectionLines,
  ConnectionSummary,
  OpenedCapture,
  OpenedMerge,
  OpenedRun,
  OpenFailure,
  OpenOutcome,
  OutcomeClass,
  ReadProgress,
} from "../worker/analyser.ts";
export type { CaptureSource, OneSource } from "../worker/capture-source.ts";
export type {
  ArrowsTaken,
  Ask,
  ConnectionNames,
  EncodedLink,
  FollowedPart,
  LinkReduction,
  LinkWish,
  OctetsObstacle,
  OwnSides,
  PacketFile,
  SegmentOctets,
  SegmentPlace,
  ToldSockets,
  ToldWitnesses,
} from "../worker/questions.ts";
export type { ConnectionSoFar } from "../tcp/connections/connection-so-far.ts";
/** Why a link is refused. */
export type LinkRefusal = Extract<OpenFailure, { readonly kind: "link" }>["refusal"];
