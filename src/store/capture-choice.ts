import type { OpenFailure } from "./opened-capture.ts";

/** One of several files that were given at once. */
interface CaptureEntry {
  readonly file: File;
  /** Why it could not be opened when it was tried; null as long as it was not, or when it could. */
  readonly failure: OpenFailure | null;
}

/** Several files that were given at once, and which of them is on screen. */
export interface CaptureChoice {
  readonly entries: readonly CaptureEntry[];
  readonly current: number;
}

/** Begins with the first; null for a single file, among which there is nothing to choose. */
export function choiceOf(files: readonly File[]): CaptureChoice | null {
  if (files.length < 2) return null;
  return { entries: files.map((file) => ({ file, failure: null })), current: 0 };
}

/** Notes how the trial of the current entry ended. */
export function tried(choice: CaptureChoice | null, failure: OpenFailure | null): CaptureChoice | null {
  if (choice === null) return null;
  const entries = choice.entries.map((entry, i) => (i === choice.current ? { ...entry, failure } : entry));
  return { ...choice, entries };
}
