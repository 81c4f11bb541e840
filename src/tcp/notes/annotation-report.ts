import type { AnnotationKind } from "../annotation.ts";
import type { Position } from "../position.ts";

/** Takes one finding about the row at hand. */
export type Report = (
  kind: AnnotationKind,
  details?: { readonly count?: number; readonly refersTo?: Position | null; readonly octets?: number },
) => void;
