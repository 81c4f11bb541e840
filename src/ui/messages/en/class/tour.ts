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
