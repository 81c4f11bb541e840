import { words } from "../words.ts";

/** The lecture view, from outside. */
export const lectureWords = words({
  open: {
    en: "Present",
    ko: "발표",
    zh: "演示",
  },
  hint: {
    en: "Diagram and states alone, large enough for a room",
    ko: "다이어그램과 상태만 강의실 뒤에서도 보이도록 크게",
    zh: "只显示时序图和状态，大到整个教室都能看清",
  },
  row: {
    en: "Present: diagram and states alone, large enough for a room; Esc leaves",
    ko: "발표: 다이어그램과 상태만 강의실에서 보이도록 크게, Esc로 나가기",
    zh: "演示：只显示时序图和状态，大到整个教室都能看清；按 Esc 退出",
  },
  opens: {
    en: "presentation",
    ko: "발표 화면",
    zh: "演示",
  },
});
