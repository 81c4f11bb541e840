import { words } from "../words.ts";

/** The share dialog, from outside. */
export const shareWords = words({
  open: {
    en: "Share",
    ko: "공유",
    zh: "分享",
  },
  hint: {
    en: "Make a link to this connection",
    ko: "이 연결의 링크를 만듭니다",
    zh: "制作此连接的链接",
  },
  row: {
    en: "Share: make a link that carries this connection",
    ko: "공유: 이 연결을 담은 링크 만들기",
    zh: "分享：制作携带此连接的链接",
  },
});
