import { formatCount } from "../../../figures.ts";

/** Guided tours through the examples. */
export const tour = {
  label: "Lesson",
  offered: "This example has a guided tour.",
  start: "Start the tour",
  startHint: "Also with g, or with the forward button of a clicker (PgDn)",
  link: "A link to it, in this language",
  decline: "No, thanks",
  step: (step: number, steps: number) => `${formatCount(step)} of ${formatCount(steps)}`,
  /** Where the tour goes on to another connection of the same pair, and what it showed of the one before. */
  otherConnection: "Other connection, same addresses and ports.",
  segmentBefore: (sender: "client" | "server", flags: string): string =>
    `Before it, in the one shown before: ${flags} from the ${sender === "client" ? "client" : "server"}.`,
  back: "Back",
  next: "Next",
  reveal: "Answer",
  finish: "Finish",
  leave: "Leave the tour",
  over: "That is the end of the tour.",
  overHint: "Step through the segments yourself, or let the class predict them.",
  again: "Once more",
  explore: "Explore on your own",
};
