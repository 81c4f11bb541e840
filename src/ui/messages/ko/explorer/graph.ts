import type { Basis } from "../../../../tcp/state.ts";
import type { graph as english } from "../../en/explorer/graph.ts";

const bases: Partial<Record<Basis, string>> = {
  assumed: " (가정)",
  gap: " (추론)",
  timer: " (타이머)",
  predicted: " (예측)",
};

function named(state: string | null): string {
  return state ?? "알 수 없는 상태";
}

function passage(end: string, positions: readonly number[]): string[] {
  const segments = positions.filter((position) => position > 0);
  const parts = positions[0] === 0 ? [`${end} 처음부터`] : [];
  if (segments.length > 0) parts.push(`${end} 세그먼트 ${segments.join(", ")}`);
  return parts;
}

function passages(client: readonly number[], server: readonly number[]): string {
  return [...passage("클라이언트", client), ...passage("서버", server)].join(", ");
}

export const graph: typeof english = {
  label: (client, server) => `상태 그래프: 클라이언트 ${named(client)}, 서버 ${named(server)}`,
  notKnown: "알 수 없음",
  token: { client: "C", server: "S" },
  closedTwice: {
    start: "시작할 때",
    end: "끝날 때",
    why: "CLOSED는 RFC 9293 그림 5처럼 두 번 나옵니다. 연결이 시작되는 곳과 끝나는 곳입니다.",
  },
  edge: (from, to) => `${named(from)} → ${named(to)}`,
  enter: (state, client, server) => `${state}: ${passages(client, server)}. 다음으로 이동`,
  take: (edge, client, server) => `${edge}: ${passages(client, server)}. 다음으로 이동`,
  answer: (state) => `${state} 선택`,
  marked: {
    label: "표시한 세그먼트",
    previous: "표시한 이전 세그먼트 (M)",
    next: "표시한 다음 세그먼트 (m)",
    clear: "표시 지우기 (Esc)",
    count: (at, all) => (at === 0 ? `표시 ${all}개` : `${all}개 중 ${at}번째`),
  },
  wayOf: (end) => `${end}의 상태 경로`,
  begins: (state) => `시작 상태: ${named(state)}`,
  step: (position, to, cause, basis) =>
    `세그먼트 ${position}: ${named(to)} 상태로, ${cause}${(basis && bases[basis]) ?? ""}`,
};
