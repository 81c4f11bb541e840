/** The lecture view. */
export const lecture = {
  open: "발표",
  openHint: "다이어그램과 상태만 강의실 뒤에서도 보이도록 크게 (p)",
  close: "발표 화면 나가기",
  label: "강의",
  subtitle: "이유",
  told: (what: string) => `${what}.`,
  move: (end: string, from: string, to: string) => `${end}: ${from} → ${to}`,
  assumed: (state: string) => `${state}(가정)`,
  betweenSentences: " ",
};
