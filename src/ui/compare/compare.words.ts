import type { Side, TcpState } from "../../tcp/state.ts";
import { ends as chinese } from "../wording/chinese.ts";
import { ends as english } from "../wording/english.ts";
import { ends as korean } from "../wording/korean.ts";
import { words } from "../words.ts";

const inKorean = (state: string | null): string => state ?? "알 수 없는 상태";

const inChinese = (state: string | null): string => state ?? "未知状态";

/** Two connections side by side. */
export const compareWords = words({
  label: {
    en: "Compare",
    ko: "비교",
    zh: "比较",
  },
  marked: {
    en: (name: string) => `Compare ${name} with: a connection in the list (choose it, then press c), or`,
    ko: (name: string) => `${name} 연결을 다른 연결과 비교합니다. 목록에서 다른 연결을 고르고 c를 누르거나,`,
    zh: (name) => `将 ${name} 与另一个连接比较：在列表中选择另一个连接并按 c，或`,
  },
  withThis: {
    en: "Compare with the selected one",
    ko: "선택한 연결과 비교",
    zh: "与所选连接比较",
  },
  example: {
    en: "an example…",
    ko: "예제 고르기…",
    zh: "选择示例…",
  },
  cancel: {
    en: "Cancel",
    ko: "취소",
    zh: "取消",
  },
  leave: {
    en: "Leave the comparison",
    ko: "비교 끝내기",
    zh: "退出比较",
  },
  otherCapture: {
    en: (example: string) => `Example: ${example}`,
    ko: (example: string) => `예제: ${example}`,
    zh: (example) => `示例：${example}`,
  },
  same: {
    en: "Both take the same way through the states.",
    ko: "두 연결은 같은 상태 경로를 거칩니다.",
    zh: "两个连接经过相同的状态。",
  },
  initial: {
    en: "The first difference: the states differ from the start.",
    ko: "처음으로 다른 곳: 첫 세그먼트 이전부터 상태가 다릅니다.",
    zh: "第一处不同：在第一个报文段之前，两者的状态就已不同。",
  },
  differs: {
    en: (left: string, right: string) => `The first difference: left, ${left}; right, ${right}.`,
    ko: (left: string, right: string) => `처음으로 다른 곳: 왼쪽은 ${left}, 오른쪽은 ${right}.`,
    zh: (left, right) => `第一处不同：左侧${left}；右侧${right}。`,
  },
  goThere: {
    en: "Go there",
    ko: "그곳으로 이동",
    zh: "转到该处",
  },
  moves: {
    en: (segment: number, side: Side, from: TcpState | null, to: string | null) =>
      `at segment ${segment} the ${english[side]} goes from ${from ?? "an unknown state"} to ${to ?? "an unknown state"}`,
    ko: (segment, side, from, to) =>
      `세그먼트 ${segment}에서 ${korean[side]}의 상태: ${inKorean(from)} → ${inKorean(to)}`,
    zh: (segment, side, from, to) =>
      `在报文段 ${segment}，${chinese[side]}的状态：${inChinese(from)} → ${inChinese(to)}`,
  },
  waits: {
    en: (side: Side, from: TcpState | null, to: string | null) =>
      `after the last segment the ${english[side]} goes from ${from ?? "an unknown state"} to ${to ?? "an unknown state"}`,
    ko: (side, from, to) =>
      `마지막 세그먼트 이후 ${korean[side]}의 상태: ${inKorean(from)} → ${inKorean(to)}`,
    zh: (side, from, to) =>
      `在最后一个报文段之后，${chinese[side]}的状态：${inChinese(from)} → ${inChinese(to)}`,
  },
  over: {
    en: "neither end moves any more",
    ko: "양쪽 모두 상태가 더 바뀌지 않습니다",
    zh: "两端的状态都不再改变",
  },
  left: {
    en: "left",
    ko: "왼쪽",
    zh: "左侧",
  },
  right: {
    en: "right",
    ko: "오른쪽",
    zh: "右侧",
  },
  leftTab: {
    en: "Left",
    ko: "왼쪽",
    zh: "左侧",
  },
  rightTab: {
    en: "Right",
    ko: "오른쪽",
    zh: "右侧",
  },
  stands: {
    en: (position: number, last: number) => `${Math.min(position, last)} of ${last}`,
    ko: (position: number, last: number) => `${Math.min(position, last)}/${last}`,
    zh: (position, last) => `第 ${Math.min(position, last)} 个，共 ${last} 个`,
  },
  path: {
    en: (side: string) => `${side}’s way`,
    ko: (side: string) => `${side}의 상태 경로`,
    zh: (side) => `${side}的状态路径`,
  },
});
