import type { TcpState } from "../../../../tcp/state.ts";
import { formatCount } from "../../../figures.ts";

/** The map of the arrows that captures take. */
export const coverage = {
  scope: "대상",
  scopes: { capture: "이 캡처", examples: "모든 예제" },
  counting: "모든 연결을 살펴보는 중…",
  taken: (taken: number, all: number) => `그림 5의 화살표 ${formatCount(all)}개 중 ${formatCount(taken)}개`,
  others: (taken: number, all: number) => `, 그 밖의 ${formatCount(all)}개 중 ${formatCount(taken)}개`,
  lookedAt: (connections: number) => ` (연결 ${formatCount(connections)}개 조사)`,
  notAll: (looked: number, all: number) =>
    ` (연결 ${formatCount(all)}개 중 처음 ${formatCount(looked)}개 조사)`,
  hint: "진한 선: 지남. 흐린 선: 지나지 않음. 캡처에 나타나지 않는 것은 세지 않습니다. 수동적 열기와 LISTEN에서의 CLOSE는 아무것도 보내지 않고, FIN-WAIT-2와 사용자 타이머는 말없이 끝납니다.",
  failed: (message: string) => `화살표를 모으는 중에 Synfin에서 오류가 발생했습니다: “${message}”.`,
  figure: "지나간 화살표를 표시한 RFC 9293 그림 5",
  list: "모든 화살표",
  columns: { from: "이전 상태", event: "사건", to: "다음 상태", clause: "RFC 9293", taken: "지남" },
  unknown: "알 수 없음",
  states: (states: readonly TcpState[]) => states.join(" 또는 "),
  yes: "예",
  no: "아니요",
  unseen: { call: "볼 수 없음: 보내는 것이 없음", clock: "볼 수 없음: 말없는 타이머" },
};
