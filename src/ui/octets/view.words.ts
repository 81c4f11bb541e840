import { words } from "../words.ts";

/** What an end sent, from outside. */
export const followWords = words({
  open: { en: "What it sent", ko: "보낸 내용", zh: "发送的内容" },
  hint: {
    en: "The data that one end sent",
    ko: "한쪽이 보낸 내용",
    zh: "一端发送的数据",
  },
  row: {
    en: "The data that one end sent",
    ko: "한쪽이 보낸 내용",
    zh: "一端发送的数据",
  },
});
