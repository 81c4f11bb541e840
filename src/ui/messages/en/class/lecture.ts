/** The lecture view. */
export const lecture = {
  open: "Present",
  openHint: "Diagram and states alone, large enough for a room (p)",
  close: "Leave the lecture view",
  label: "Lecture",
  subtitle: "Why",
  told: (what: string) => `${what}.`,
  move: (end: string, from: string, to: string) => `${end}: ${from} → ${to}`,
  assumed: (state: string) => `${state} (assumed)`,
  betweenSentences: " ",
};
