import { words } from "../words.ts";

/** The card with all that says how things are shown, from outside. */
export const displayViewWords = words({
  open: { en: "Display", ko: "보기", zh: "显示" },
  hint: {
    en: "How times, names, numbers, colours and words are shown",
    ko: "시각, 이름, 번호, 색, 언어를 보이는 방법",
    zh: "时间、名称、序号、颜色和语言的显示方式",
  },
  row: {
    en: "How things are shown: times, time scale, numbers, names, theme, language",
    ko: "보이는 방법: 시각, 시간 축척, 번호, 이름, 테마, 언어",
    zh: "显示方式：时间、时间刻度、序号、名称、主题、语言",
  },
});
