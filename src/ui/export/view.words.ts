import { words } from "../words.ts";

/** The export dialog, from outside. */
export const exportWords = words({
  open: {
    en: "Export",
    ko: "내보내기",
    zh: "导出",
  },
  hint: {
    en: "Save or copy this connection for other programs",
    ko: "다른 프로그램에서 쓰도록 이 연결을 저장하거나 복사",
    zh: "保存或复制此连接，供其他程序使用",
  },
  row: {
    en: "Export: save or copy this connection for other programs",
    ko: "내보내기: 다른 프로그램에서 쓰도록 저장하거나 복사",
    zh: "导出：保存或复制此连接，供其他程序使用",
  },
});
