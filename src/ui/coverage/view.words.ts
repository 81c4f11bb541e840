import { words } from "../words.ts";

/** The coverage map, from outside. */
export const coverageWords = words({
  open: {
    en: "RFC coverage",
    ko: "RFC 커버리지",
    zh: "RFC 覆盖情况",
  },
  hint: {
    en: "Which arrows of RFC 9293 figure 5 were taken",
    ko: "RFC 9293 그림 5의 화살표 중 어느 것을 지났는지 보기",
    zh: "走过了 RFC 9293 图 5 中的哪些箭头",
  },
  row: {
    en: "RFC coverage: which arrows of figure 5 the capture takes",
    ko: "RFC 커버리지: 캡처가 그림 5의 어느 화살표를 지나는지",
    zh: "RFC 覆盖情况：捕获走过图 5 的哪些箭头",
  },
});
