import { formatCount } from "../../../figures.ts";
import type { overTime as english } from "../../en/explorer/over-time.ts";

export const overTime: typeof english = {
  label: "时间概览",
  tones: { complete: "正常关闭", reset: "重置、拒绝", unfinished: "未完成", open: "打开" },
  toneHints: {
    complete: "两端都已关闭",
    reset: "被拒绝、被一端重置，或被 ICMP 差错拒绝",
    unfinished: "无应答、被放弃、半打开、半关闭，或关闭未完成",
    open: "从未关闭，或只捕获了一个方向",
  },
  picture: (lines) => `${formatCount(lines)} 个连接，每个一条线，从第一个报文段到最后一个，按结果分栏`,
  fieldHint: "拖动以选择时间；点击一条线打开其连接",
  hint: "拖动以放大",
  rangeLabel: "显示的时间，从捕获开始算起的秒数",
  from: "从",
  to: "到",
  whole: "整个捕获",
  noTimes: "此捕获没有时间，因此没有时间概览。",
  untimed: (count) => `${formatCount(count)} 个连接没有时间，未画出。`,
};
