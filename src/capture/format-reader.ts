import type { Refusal } from "./read-report.ts";

/**
 * Reads one file format, pushed to it slice by slice in file order; segments go to the builder and complaints
 * to the report that it was made with. A reader keeps what it still needs of a slice by copying it: the
 * caller may reuse the slice's memory once `push` has returned. Neither method throws for bad input.
 */
export interface FormatReader {
  /** Takes the next octets of the file; a slice may be of any size, cut anywhere, even empty. */
  push(slice: Uint8Array): void;
  /** Says that the file ends here. Called once, last. A refusal if the file as a whole gave nothing. */
  finish(): Refusal | null;
}

/** How the characters of a text are written; `utf-8` means UTF-8 where it is valid, else windows-1252. */
export type TextEncodingKind = "utf-8" | "utf-16le" | "utf-16be";
