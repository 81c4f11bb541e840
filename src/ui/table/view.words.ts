import { words } from "../words.ts";

/** The wide table, from outside. */
export const tableWords = words({
  open: { en: "Table", ko: "표", zh: "表格" },
  hint: {
    en: "One line a connection",
    ko: "연결 표",
    zh: "每个连接一行",
  },
  row: {
    en: "One line a connection",
    ko: "연결 표",
    zh: "每个连接一行",
  },
});
