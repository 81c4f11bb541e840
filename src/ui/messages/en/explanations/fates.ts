import type { Fate } from "../../../../tcp/analysis.ts";

/** What became of a segment, with the segments that show it; empty where there is nothing to add. */
export const fates: Record<Fate, (provedBy: string | null, contradictedBy: string | null) => string> = {
  delivered: () => "",
  assumed: () => "That this segment arrived is assumed: nothing after it confirms or denies it.",
  lost: (_, contradictedBy) =>
    contradictedBy === null
      ? "This segment never reached the other end."
      : `This segment never reached the other end: ${contradictedBy} shows that.`,
  "lost-or-ignored": (_, contradictedBy) =>
    contradictedBy === null
      ? "The other end went on as if this segment had not come: it was lost, dropped or ignored."
      : `The other end went on as if this segment had not come, as ${contradictedBy} shows: it was lost, dropped or ignored.`,
  duplicate: () => "The other end did not need this copy.",
  doubtful: () => "It is doubtful that this segment arrived: what was sent before it went unanswered, too.",
  "no-answer": () =>
    "The other end never says anything in this capture, so whether this segment arrived cannot be known.",
  unknown: () => "Whether this segment arrived cannot be told from the capture.",
  "lost-or-late": () =>
    "This segment was sent again. Nothing in this capture tells whether the first copy was lost or only late.",
};
