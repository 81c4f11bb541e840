import { words } from "../words.ts";

/** Notes, from outside. */
export const notesViewWords = words({
  open: {
    en: "Note",
    ko: "메모",
    zh: "笔记",
  },
  hint: {
    en: "Write a note at this segment; a link with notes opens as a tour",
    ko: "이 세그먼트에 메모 쓰기. 메모가 든 링크는 투어로 열립니다",
    zh: "在此报文段写笔记；带笔记的链接以导览方式打开",
  },
  row: {
    en: "Write a note at this segment; a link with notes opens as a tour",
    ko: "이 세그먼트에 메모 쓰기. 메모가 든 링크는 투어로 열립니다",
    zh: "在此报文段写笔记；带笔记的链接以导览方式打开",
  },
});
