import type { Fate } from "../../tcp/analysis.ts";
import type { AnnotationKind } from "../../tcp/annotation.ts";
import type { ArrowId } from "../../tcp/arrows.ts";
import type { Position } from "../../tcp/position.ts";
import type { Side, TcpState } from "../../tcp/state.ts";
import type { Claim } from "../tour.ts";

/** Claims in short, for the tours: about the segment of the step, or the one at `at`. */
const at = (position: Position | undefined): { readonly at?: Position } =>
  position === undefined ? {} : { at: position };

export const client = (state: TcpState, position?: Position): Claim => ({
  ...at(position),
  kind: "state",
  side: "client",
  state,
});

export const server = (state: TcpState, position?: Position): Claim => ({
  ...at(position),
  kind: "state",
  side: "server",
  state,
});

export const sequence = (value: number, position?: Position): Claim => ({
  ...at(position),
  kind: "sequence",
  value,
});

export const acknowledgment = (value: number, position?: Position): Claim => ({
  ...at(position),
  kind: "acknowledgment",
  value,
});

export const payload = (value: number, position?: Position): Claim => ({
  ...at(position),
  kind: "payload",
  value,
});

export const window = (value: number, position?: Position): Claim => ({
  ...at(position),
  kind: "window",
  value,
});

export const copy = (value: number, position?: Position): Claim => ({ ...at(position), kind: "copy", value });

/** The seconds from segment `since`. */
export const wait = (since: Position, seconds: number, position?: Position): Claim => ({
  ...at(position),
  kind: "interval",
  since,
  seconds,
});

export const flags = (side: Side, letters: string, position?: Position): Claim => ({
  ...at(position),
  kind: "flags",
  side,
  flags: letters,
});

export const fate = (value: Fate, position?: Position): Claim => ({
  ...at(position),
  kind: "fate",
  fate: value,
});

export const noted = (annotation: AnnotationKind, position?: Position): Claim => ({
  ...at(position),
  kind: "annotation",
  annotation,
});

export const takes = (side: Side, arrow: ArrowId, position?: Position): Claim => ({
  ...at(position),
  kind: "arrow",
  side,
  arrow,
});
