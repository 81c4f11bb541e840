import { words } from "../words.ts";

/** Notes, from outside. */
export const notesViewWords = words({
  open: {
    en: "Note",
    ko: "메모",
    zh: "笔记",
  },
  hint: {
    en: "Write a sentence beside this segment, a state, or the whole connection",
    ko: "이 세그먼트, 상태, 또는 연결 전체에 문장 적기",
    zh: "在此报文段、状态或整个连接旁写一句话",
  },
  row: {
    en: "Write a note at the present segment; a link with notes opens as a tour",
    ko: "지금 세그먼트에 메모 쓰기. 메모가 든 링크는 투어로 열립니다",
    zh: "在当前报文段写笔记；带笔记的链接以导览方式打开",
  },
});
