/** The lecture view. */
export const lecture = {
  close: "발표 화면 나가기",
  label: "강의",
  subtitle: "이유",
  told: (what: string) => `${what}.`,
  move: (end: string, from: string, to: string) => `${end}: ${from} → ${to}`,
  assumed: (state: string) => `${state}(가정)`,
  betweenSentences: " ",
};
