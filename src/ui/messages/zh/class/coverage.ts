import { formatCount } from "../../../figures.ts";
import type { coverage as english } from "../../en/class/coverage.ts";

export const coverage: typeof english = {
  scope: "范围",
  scopes: { capture: "此捕获", examples: "全部示例" },
  counting: "正在查看所有连接…",
  taken: (taken, all) => `图 5 的 ${formatCount(all)} 个箭头中的 ${formatCount(taken)} 个`,
  others: (taken, all) => `，其他 ${formatCount(all)} 个中的 ${formatCount(taken)} 个`,
  lookedAt: (connections) => `（查看了 ${formatCount(connections)} 个连接）`,
  notAll: (looked, all) => `（查看了 ${formatCount(all)} 个连接中的前 ${formatCount(looked)} 个）`,
  hint: "深色：走过；浅色：未走过。捕获无法显示的不计入：被动打开和 LISTEN 中的 CLOSE 不发送任何东西，FIN-WAIT-2 和用户的计时器悄然到期。",
  failed: (message) => `Synfin 在收集箭头时出错：“${message}”。`,
  figure: "标出走过的箭头的 RFC 9293 图 5",
  list: "全部箭头",
  columns: { from: "原状态", event: "事件", to: "新状态", clause: "RFC 9293", taken: "走过" },
  unknown: "未知",
  states: (states) => states.join(" 或 "),
  yes: "是",
  no: "否",
  unseen: { call: "看不到：不发送任何东西", clock: "看不到：计时器悄然到期" },
};
