import type { splitters as english } from "../../en/explorer/splitters.ts";

export const splitters: typeof english = {
  names: { connections: "连接列表的宽度", graphColumn: "状态图的宽度", graphRow: "状态图的高度" },
  hint: "拖动以调整大小；双击恢复通常大小",
};
