import type { Basis, TcpState } from "../../tcp/state.ts";
import { words } from "../words.ts";

/** Said after a step that no segment proves. */
const basesInEnglish: Partial<Record<Basis, string>> = {
  assumed: " (assumed)",
  gap: " (inferred)",
  timer: " (by a clock)",
  predicted: " (predicted)",
};

function namedInEnglish(state: string | null): string {
  return state ?? "a state that cannot be known";
}

/** `client at segments 4 and 9`; 0 is the start. */
function passageInEnglish(end: string, positions: readonly number[]): string[] {
  const segments = positions.filter((position) => position > 0);
  const parts = positions[0] === 0 ? [`${end} from the start`] : [];
  if (segments.length > 0)
    parts.push(`${end} at ${segments.length === 1 ? "segment" : "segments"} ${segments.join(" and ")}`);
  return parts;
}

function passagesInEnglish(client: readonly number[], server: readonly number[]): string {
  return [...passageInEnglish("client", client), ...passageInEnglish("server", server)].join(", ");
}

const basesInKorean: Partial<Record<Basis, string>> = {
  assumed: " (가정)",
  gap: " (추론)",
  timer: " (타이머)",
  predicted: " (예측)",
};

function namedInKorean(state: string | null): string {
  return state ?? "알 수 없는 상태";
}

function passageInKorean(end: string, positions: readonly number[]): string[] {
  const segments = positions.filter((position) => position > 0);
  const parts = positions[0] === 0 ? [`${end} 처음부터`] : [];
  if (segments.length > 0) parts.push(`${end} 세그먼트 ${segments.join(", ")}`);
  return parts;
}

function passagesInKorean(client: readonly number[], server: readonly number[]): string {
  return [...passageInKorean("클라이언트", client), ...passageInKorean("서버", server)].join(", ");
}

const basesInChinese: Partial<Record<Basis, string>> = {
  assumed: "（假定）",
  gap: "（推断）",
  timer: "（计时器）",
  predicted: "（预测）",
};

function namedInChinese(state: string | null): string {
  return state ?? "未知状态";
}

function passageInChinese(end: string, positions: readonly number[]): string[] {
  const segments = positions.filter((position) => position > 0);
  const parts = positions[0] === 0 ? [`${end}从一开始`] : [];
  if (segments.length > 0) parts.push(`${end}在报文段 ${segments.join("、")}`);
  return parts;
}

function passagesInChinese(client: readonly number[], server: readonly number[]): string {
  return [...passageInChinese("客户端", client), ...passageInChinese("服务器", server)].join("，");
}

/** The state graph and its equivalent in words. */
export const graphWords = words({
  label: {
    en: (client: string | null, server: string | null) =>
      `State graph: the client is in ${namedInEnglish(client)}, the server in ${namedInEnglish(server)}`,
    ko: (client, server) => `상태 그래프: 클라이언트 ${namedInKorean(client)}, 서버 ${namedInKorean(server)}`,
    zh: (client, server) =>
      `状态图：客户端处于 ${namedInChinese(client)}，服务器处于 ${namedInChinese(server)}`,
  },
  notKnown: { en: "not known", ko: "알 수 없음", zh: "未知" },
  /** The letter on each end's token. */
  token: {
    en: { client: "C", server: "S" },
    ko: { client: "C", server: "S" },
    zh: { client: "C", server: "S" },
  },
  /** Why there are two boxes of CLOSED: beside each, and for those who do not see them. */
  closedTwice: {
    en: {
      start: "at the start",
      end: "at the end",
      why: "CLOSED stands here twice, as in figure 5 of RFC 9293: where a connection begins, and where it ends.",
    },
    ko: {
      start: "시작할 때",
      end: "끝날 때",
      why: "CLOSED는 RFC 9293 그림 5처럼 두 번 나옵니다. 연결이 시작되는 곳과 끝나는 곳입니다.",
    },
    zh: {
      start: "开始时",
      end: "结束时",
      why: "与 RFC 9293 图 5 一样，CLOSED 出现两次：连接开始处和结束处。",
    },
  },
  edge: {
    en: (from: TcpState | null, to: TcpState | null) => `${namedInEnglish(from)} to ${namedInEnglish(to)}`,
    ko: (from, to) => `${namedInKorean(from)} → ${namedInKorean(to)}`,
    zh: (from, to) => `${namedInChinese(from)} → ${namedInChinese(to)}`,
  },
  enter: {
    en: (state: string, client: readonly number[], server: readonly number[]) =>
      `${state}: ${passagesInEnglish(client, server)}. Go to the next`,
    ko: (state, client, server) => `${state}: ${passagesInKorean(client, server)}. 다음으로 이동`,
    zh: (state, client, server) => `${state}：${passagesInChinese(client, server)}。转到下一处`,
  },
  take: {
    en: (edge: string, client: readonly number[], server: readonly number[]) =>
      `${edge}: ${passagesInEnglish(client, server)}. Go to the next`,
    ko: (edge, client, server) => `${edge}: ${passagesInKorean(client, server)}. 다음으로 이동`,
    zh: (edge, client, server) => `${edge}：${passagesInChinese(client, server)}。转到下一处`,
  },
  answer: {
    en: (state: TcpState) => `Answer ${state}`,
    ko: (state) => `${state} 선택`,
    zh: (state) => `选择 ${state}`,
  },
  marked: {
    en: {
      label: "Marked segments",
      previous: "Previous marked segment (M)",
      next: "Next marked segment (m)",
      clear: "Take the marks away (Esc)",
      /** @param at which of the marked segments is the present one; 0: none of them */
      count: (at: number, all: number) => (at === 0 ? `${all} marked` : `${at} of ${all}`),
    },
    ko: {
      label: "표시한 세그먼트",
      previous: "표시한 이전 세그먼트 (M)",
      next: "표시한 다음 세그먼트 (m)",
      clear: "표시 지우기 (Esc)",
      count: (at, all) => (at === 0 ? `표시 ${all}개` : `${all}개 중 ${at}번째`),
    },
    zh: {
      label: "标记的报文段",
      previous: "上一个标记的报文段（M）",
      next: "下一个标记的报文段（m）",
      clear: "清除标记（Esc）",
      count: (at, all) => (at === 0 ? `标记了 ${all} 个` : `第 ${at} 个，共 ${all} 个`),
    },
  },
  wayOf: {
    en: (end: string) => `${end}'s way through the states`,
    ko: (end) => `${end}의 상태 경로`,
    zh: (end) => `${end}的状态路径`,
  },
  begins: {
    en: (state: TcpState | null) => `Begins in ${namedInEnglish(state)}`,
    ko: (state) => `시작 상태: ${namedInKorean(state)}`,
    zh: (state) => `起始状态：${namedInChinese(state)}`,
  },
  /** @param count of steps that are not listed here */
  earlier: {
    en: (count: string) => `${count} earlier steps: go back to an earlier segment to read them`,
    ko: (count) => `이전 단계 ${count}개: 앞쪽 세그먼트로 돌아가면 읽을 수 있습니다`,
    zh: (count) => `此前还有 ${count} 步：回到较早的报文段即可查看`,
  },
  /** @param to names both states if the capture does not tell which; basis is null then */
  step: {
    en: (position: number, to: string | null, cause: string, basis: Basis | null) =>
      `Segment ${position}: to ${namedInEnglish(to)}, ${cause}${(basis && basesInEnglish[basis]) ?? ""}`,
    ko: (position, to, cause, basis) =>
      `세그먼트 ${position}: ${namedInKorean(to)} 상태로, ${cause}${(basis && basesInKorean[basis]) ?? ""}`,
    zh: (position, to, cause, basis) =>
      `报文段 ${position}：进入 ${namedInChinese(to)}，${cause}${(basis && basesInChinese[basis]) ?? ""}`,
  },
});
