import { words } from "../words.ts";

/** The board of failures, from outside. */
export const triageWords = words({
  open: {
    en: "Who fails?",
    ko: "누가 실패하나",
    zh: "谁在失败",
  },
  hint: {
    en: "Which servers, clients or ports fail, how often and how",
    ko: "어느 서버, 클라이언트, 포트가 몇 번, 어떻게 실패하는지",
    zh: "哪些服务器、客户端或端口失败，多少次，怎样失败",
  },
  row: {
    en: "Who fails to whom: servers, clients or ports against outcomes",
    ko: "누가 누구에게 실패하는지: 서버, 클라이언트, 포트별 결과",
    zh: "谁对谁失败：按服务器、客户端或端口列出结果",
  },
});
