import type { Fate, Move } from "../../tcp/analysis.ts";
import type { Annotation } from "../../tcp/annotation.ts";
import type { InferredCall } from "../../tcp/arrows.ts";
import type { Position } from "../../tcp/position.ts";
import type { LabelParts } from "./fit-label.ts";

/** The words of the drawing, in the language of the page. Geometry places them and does not choose them. */
export interface SequenceWords {
  readonly label: (position: Position) => LabelParts;
  /** null: this annotation needs no chip. */
  readonly chip: (annotation: Annotation) => string | null;
  /** A chip for the fate of the segment; null if the arrow shows it already. */
  readonly fate: (fate: Fate) => string | null;
  /** null: a chip says it already. */
  readonly call: (call: InferredCall) => string | null;
  /** `253 ms`. */
  readonly duration: (nanoseconds: number) => string;
  /** What happens without a segment: `2MSL timer`. */
  readonly event: (move: Move) => string;
  /** `60 s later`; nanoseconds after the last segment. */
  readonly wait: (nanoseconds: number) => string;
}
