import type { OpenedCapture, OpenFailure, OpenOutcome } from "./opened-capture.ts";

/** One of several files that were given at once. */
interface CaptureEntry {
  readonly file: File;
  /** The folder it was given in, as `monday/lab`; empty where it was given by itself. */
  readonly folder: string;
}

/** Several files that were given at once, and which of them is on screen. */
export interface CaptureChoice {
  readonly entries: readonly CaptureEntry[];
  readonly current: number;
  /** Whether there were more files in the folders than the list takes. */
  readonly isCut: boolean;
}

/** Where files that were given in folders come from. */
export interface FoldersGiven {
  /** The folder that each file lies in, in their order. */
  readonly folders: readonly string[];
  readonly isCut: boolean;
}

const NO_FOLDERS: FoldersGiven = { folders: [], isCut: false };

/** What was found in one of several files. `left`: it was too large to be read before it is chosen. */
export type CaptureLook =
  | { readonly kind: "read"; readonly connections: number; readonly outcomes: OpenedCapture["outcomes"] }
  | { readonly kind: "failed"; readonly failure: OpenFailure }
  | { readonly kind: "left" };

/** The files that were looked into so far. */
export type CaptureLooks = ReadonlyMap<File, CaptureLook>;

export const NO_LOOKS: CaptureLooks = new Map();

/** A choice that begins with the first file; null for a single file. */
export function choiceOf(
  files: readonly File[],
  { folders, isCut }: FoldersGiven = NO_FOLDERS,
): CaptureChoice | null {
  if (files.length < 2) return null;
  return { entries: files.map((file, i) => ({ file, folder: folders[i] ?? "" })), current: 0, isCut };
}

/** Moves the choice to the next file that is not known to be broken; null if there is none after the current one. */
export function nextUnbroken(choice: CaptureChoice, looks: CaptureLooks): CaptureChoice | null {
  const current = choice.entries.findIndex(
    ({ file }, entry) => entry > choice.current && looks.get(file)?.kind !== "failed",
  );
  return current < 0 ? null : { ...choice, current };
}

/** The look of a file that was read. */
export function lookOf(outcome: OpenOutcome): CaptureLook {
  if (!outcome.ok) return { kind: "failed", failure: outcome.failure };
  const { connections, outcomes } = outcome.capture;
  return { kind: "read", connections: connections.length, outcomes };
}

/** Adds a look, if the file is one of several. */
export function withLook(
  looks: CaptureLooks,
  choice: CaptureChoice | null,
  file: File | undefined,
  look: CaptureLook,
): CaptureLooks {
  if (file === undefined || !choice?.entries.some((entry) => entry.file === file)) return looks;
  return new Map(looks).set(file, look);
}
