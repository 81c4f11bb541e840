import { words } from "../words.ts";

/** The wide table, from outside. */
export const tableWords = words({
  open: { en: "Table", ko: "표", zh: "表格" },
  hint: {
    en: "All connections of the list, one line each, with columns to choose",
    ko: "목록의 모든 연결을 한 줄씩, 열을 골라서",
    zh: "列表中的全部连接，每个一行，可选择列",
  },
  row: {
    en: "Wide table of the connections, to sort, to mark and to export",
    ko: "연결의 넓은 표: 정렬, 표시, 내보내기",
    zh: "连接的宽表：排序、标记、导出",
  },
});
