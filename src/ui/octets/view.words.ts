import { words } from "../words.ts";

/** What an end sent, from outside. */
export const followWords = words({
  open: { en: "What it sent", ko: "보낸 내용", zh: "发送的内容" },
  hint: {
    en: "The data that one end sent, in order, as text or hexadecimal",
    ko: "한쪽이 보낸 데이터를 순서대로, 텍스트나 16진수로",
    zh: "一端按顺序发送的数据，以文本或十六进制显示",
  },
  row: {
    en: "What one end sent, from the octets of the file",
    ko: "한쪽이 보낸 내용, 파일의 바이트에서",
    zh: "一端发送的内容，取自文件的字节",
  },
});
