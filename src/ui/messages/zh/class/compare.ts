import type { compare as english } from "../../en/class/compare.ts";
import { ends } from "../start/wording.ts";

const named = (state: string | null): string => state ?? "未知状态";

export const compare: typeof english = {
  label: "比较",
  marked: (name) => `将 ${name} 与另一个连接比较：在列表中选择另一个连接并按 c，或`,
  withThis: "与所选连接比较",
  example: "选择示例…",
  cancel: "取消",
  leave: "退出比较",
  otherCapture: (example) => `示例：${example}`,
  same: "两个连接经过相同的状态。",
  initial: "在第一个报文段之前，两者的状态就已不同。",
  differs: (left, right) => `第一处不同：左侧${left}；右侧${right}。`,
  goThere: "转到该处",
  moves: (segment, side, from, to) =>
    `在报文段 ${segment}，${ends[side]}的状态：${named(from)} → ${named(to)}`,
  waits: (side, from, to) => `在最后一个报文段之后，${ends[side]}的状态：${named(from)} → ${named(to)}`,
  over: "两端的状态都不再改变",
  left: "左侧",
  right: "右侧",
  leftTab: "左侧",
  rightTab: "右侧",
  stands: (position, last) => `第 ${Math.min(position, last)} 个，共 ${last} 个`,
  path: (side) => `${side}的状态路径`,
};
