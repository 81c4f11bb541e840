import type { compare as english } from "../../en/class/compare.ts";
import { ends } from "../start/wording.ts";

const named = (state: string | null): string => state ?? "알 수 없는 상태";

/** Two connections side by side. */
export const compare: typeof english = {
  label: "비교",
  marked: (name: string) =>
    `${name} 연결을 다른 연결과 비교합니다. 목록에서 다른 연결을 고르고 c를 누르거나,`,
  withThis: "선택한 연결과 비교",
  example: "예제 고르기…",
  cancel: "취소",
  leave: "비교 끝내기",
  otherCapture: (example: string) => `예제: ${example}`,
  same: "두 연결은 같은 상태 경로를 거칩니다.",
  initial: "첫 세그먼트 이전부터 상태가 다릅니다.",
  differs: (left: string, right: string) => `처음으로 다른 곳: 왼쪽은 ${left}, 오른쪽은 ${right}.`,
  goThere: "그곳으로 이동",
  moves: (segment, side, from, to) =>
    `세그먼트 ${segment}에서 ${ends[side]}의 상태: ${named(from)} → ${named(to)}`,
  waits: (side, from, to) => `마지막 세그먼트 이후 ${ends[side]}의 상태: ${named(from)} → ${named(to)}`,
  over: "양쪽 모두 상태가 더 바뀌지 않습니다",
  left: "왼쪽",
  right: "오른쪽",
  leftTab: "왼쪽",
  rightTab: "오른쪽",
  stands: (position: number, last: number) => `${last}개 중 ${Math.min(position, last)}`,
  path: (side: string) => `${side}의 상태 경로`,
};
