import type { LabWish } from "../lab/edit/edited-run.ts";

/** A file that was chosen or dropped, or pasted text. */
export type OneSource =
  | { readonly kind: "file"; readonly file: File }
  | { readonly kind: "text"; readonly name: string; readonly text: string };

/** What is opened as one: a file or a text, the part of a link behind `#`, or a run of the laboratory. */
export type SingleSource =
  | OneSource
  | { readonly kind: "link"; readonly name: string; readonly fragment: string }
  | { readonly kind: "script"; readonly name: string; readonly wish: LabWish };

/** What is opened: also two captures of the same traffic, to be merged, or the files into which one was cut. */
export type CaptureSource =
  | SingleSource
  | { readonly kind: "pair"; readonly name: string; readonly sources: readonly [OneSource, OneSource] }
  | { readonly kind: "pieces"; readonly name: string; readonly sources: readonly OneSource[] };
