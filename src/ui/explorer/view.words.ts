import { words } from "../words.ts";

/** The explorer, from outside. */
export const explorerWords = words({
  open: {
    en: "Explore",
    ko: "탐색",
    zh: "浏览",
  },
  hint: {
    en: "All panes of the connection",
    ko: "연결의 모든 패널",
    zh: "连接的所有窗格",
  },
  row: {
    en: "Close this sheet, take marks away, or leave lecture, prediction, tour, comparison or coverage",
    ko: "이 도움말 닫기, 표시 지우기, 또는 발표·예측·투어·비교·커버리지 나가기",
    zh: "关闭本帮助、清除标记，或退出演示、预测、导览、比较、覆盖情况",
  },
});
