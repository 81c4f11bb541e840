import type { Refusal } from "./read-report.ts";

/**
 * Reads one file format, pushed to it slice by slice in file order; it was made with a builder for the segments and a
 * report for the complaints. A reader keeps what it still needs of a slice by copying it: the caller may reuse the
 * slice's memory once `push` has returned. Neither method throws for bad input.
 */
export interface FormatReader {
  /** Takes the next octets of the file; a slice may be of any size, cut anywhere, even empty. */
  push(slice: Uint8Array): void;
  /** Ends the file. Called once, last. Returns a refusal if the file as a whole gave nothing. */
  finish(): Refusal | null;
}

/** The encoding of a text; `utf-8` means UTF-8 as long as it is valid, then windows-1252. */
export type TextEncodingKind = "utf-8" | "utf-16le" | "utf-16be";
