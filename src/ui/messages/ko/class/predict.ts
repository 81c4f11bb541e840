import type { predict as english } from "../../en/class/predict.ts";
import { ends } from "../start/wording.ts";

export const predict: typeof english = {
  close: "예측 끝내기",
  closeHint: "모두 다시 보기 (q)",
  label: "문제",
  nextSegment: "다음에 올 세그먼트는 무엇입니까?",
  state: (side, segment) =>
    `${segment}. 그 뒤 ${ends[side]}의 상태는 무엇입니까? 여기나 상태 그래프에서 고르십시오.`,
  acknowledgment: (segment) => `${segment}. 이때 확인 응답 번호는 무엇입니까?`,
  sends: (sender, flags, hasData) =>
    `${ends[sender]}가 ${hasData ? `${flags}와 데이터를` : `${flags}를`} 보냅니다`,
  right: "맞았습니다.",
  wrong: (answer) => `아닙니다. 정답: ${answer}.`,
  told: (answer) => `정답: ${answer}.`,
  score: (right, asked) => `정답 ${right}/${asked}`,
  reveal: "정답 보기",
  next: "다음 문제",
  again: "처음부터 다시 풀기",
  over: "마지막 세그먼트였습니다.",
  nothingYet: "다음에 올 것은 가려져 있습니다.",
  notNow: "다음에 올 것이 드러나므로 지금은 볼 수 없습니다.",
  assumedSoFar: "가정: 여기까지의 어떤 세그먼트도 이를 확인하거나 부정하지 않습니다.",
};
