import { words } from "../words.ts";

/** The borders between panels. */
export const splitterWords = words({
  names: {
    en: {
      connections: "Width of the connections",
      graphColumn: "Width of the state graph",
      graphRow: "Height of the state graph",
    },
    ko: {
      connections: "연결 목록의 너비",
      graphColumn: "상태 그래프의 너비",
      graphRow: "상태 그래프의 높이",
    },
    zh: { connections: "连接列表的宽度", graphColumn: "状态图的宽度", graphRow: "状态图的高度" },
  },
  hint: {
    en: "Drag to resize; double-click for the usual size",
    ko: "끌어서 크기 조절, 두 번 클릭하면 기본 크기",
    zh: "拖动以调整大小；双击恢复通常大小",
  },
});
