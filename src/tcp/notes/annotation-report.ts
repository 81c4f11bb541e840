import type { Position } from "../analysis.ts";
import type { AnnotationKind } from "../annotation.ts";

/** Takes one finding about the row at hand. */
export type Report = (
  kind: AnnotationKind,
  details?: { readonly count?: number; readonly refersTo?: Position | null; readonly octets?: number },
) => void;
