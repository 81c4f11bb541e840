import type { Tone } from "../../../../diagram/overview/lanes.ts";
import { formatCount } from "../../../figures.ts";

const tones: Record<Tone, string> = {
  complete: "complete",
  reset: "reset, refused",
  unfinished: "unfinished",
  open: "open",
};

const toneHints: Record<Tone, string> = {
  complete: "Closed by both ends",
  reset: "Refused, reset by an end, or rejected by an ICMP error",
  unfinished: "Never answered, abandoned, half-open, half-closed, or a close that was not finished",
  open: "Never closed, or only one direction was captured",
};

/** The overview of all connections over time. */
export const overTime = {
  label: "Overview over time",
  tones,
  toneHints,
  picture: (lines: number) =>
    `${formatCount(lines)} connections, a line each from the first to the last segment, in lanes by outcome`,
  fieldHint: "Drag to pick a time; click a line to open its connection",
  hint: "drag to zoom",
  rangeLabel: "Time in view, in seconds since the start of the capture",
  from: "From",
  to: "To",
  whole: "Whole capture",
  noTimes: "This capture gives no times, so there is no overview over time.",
  untimed: (count: number) =>
    count === 1
      ? "1 connection has no times and is not drawn."
      : `${formatCount(count)} connections have no times and are not drawn.`,
};
