/** The lecture view. */
export const lecture = {
  close: "Leave the lecture view",
  label: "Lecture",
  subtitle: "Why",
  told: (what: string) => `${what}.`,
  move: (end: string, from: string, to: string) => `${end}: ${from} → ${to}`,
  assumed: (state: string) => `${state} (assumed)`,
  betweenSentences: " ",
};
