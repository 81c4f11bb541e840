import { words } from "../words.ts";

/** The lecture view. */
export const lectureWords = words({
  close: { en: "Leave the lecture view", ko: "발표 화면 나가기", zh: "退出演示视图" },
  label: { en: "Lecture", ko: "강의", zh: "讲课" },
  subtitle: { en: "Why", ko: "이유", zh: "原因" },
  told: {
    en: (what: string) => `${what}.`,
    ko: (what: string) => `${what}.`,
    zh: (what: string) => `${what}。`,
  },
  move: {
    en: (end: string, from: string, to: string) => `${end}: ${from} → ${to}`,
    ko: (end: string, from: string, to: string) => `${end}: ${from} → ${to}`,
    zh: (end: string, from: string, to: string) => `${end}：${from} → ${to}`,
  },
  assumed: {
    en: (state: string) => `${state} (assumed)`,
    ko: (state: string) => `${state}(가정)`,
    zh: (state: string) => `${state}（假定）`,
  },
  betweenSentences: { en: " ", ko: " ", zh: "" },
});
