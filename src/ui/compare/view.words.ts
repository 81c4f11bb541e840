import { words } from "../words.ts";

/** The comparison, from outside. */
export const compareWords = words({
  open: {
    en: "Compare",
    ko: "비교",
    zh: "比较",
  },
  hint: {
    en: "Compare this connection with another one",
    ko: "이 연결을 다른 연결과 비교",
    zh: "将此连接与另一个连接比较",
  },
  row: {
    en: "Compare: mark this connection, then press it again at another one",
    ko: "비교: 이 연결을 표시하고, 다른 연결에서 다시 누르기",
    zh: "比较：标记此连接，再在另一个连接上按一次",
  },
});
