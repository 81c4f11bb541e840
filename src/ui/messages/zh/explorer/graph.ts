import type { Basis } from "../../../../tcp/state.ts";
import type { graph as english } from "../../en/explorer/graph.ts";

const bases: Partial<Record<Basis, string>> = {
  assumed: "（假定）",
  gap: "（推断）",
  timer: "（计时器）",
  predicted: "（预测）",
};

function named(state: string | null): string {
  return state ?? "未知状态";
}

function passage(end: string, positions: readonly number[]): string[] {
  const segments = positions.filter((position) => position > 0);
  const parts = positions[0] === 0 ? [`${end}从一开始`] : [];
  if (segments.length > 0) parts.push(`${end}在报文段 ${segments.join("、")}`);
  return parts;
}

function passages(client: readonly number[], server: readonly number[]): string {
  return [...passage("客户端", client), ...passage("服务器", server)].join("，");
}

export const graph: typeof english = {
  label: (client, server) => `状态图：客户端处于 ${named(client)}，服务器处于 ${named(server)}`,
  notKnown: "未知",
  token: { client: "C", server: "S" },
  closedTwice: {
    start: "开始时",
    end: "结束时",
    why: "与 RFC 9293 图 5 一样，CLOSED 出现两次：连接开始处和结束处。",
  },
  edge: (from, to) => `${named(from)} → ${named(to)}`,
  enter: (state, client, server) => `${state}：${passages(client, server)}。转到下一处`,
  take: (edge, client, server) => `${edge}：${passages(client, server)}。转到下一处`,
  answer: (state) => `选择 ${state}`,
  marked: {
    label: "标记的报文段",
    previous: "上一个标记的报文段（M）",
    next: "下一个标记的报文段（m）",
    clear: "清除标记（Esc）",
    count: (at, all) => (at === 0 ? `标记了 ${all} 个` : `第 ${at} 个，共 ${all} 个`),
  },
  wayOf: (end) => `${end}的状态路径`,
  begins: (state) => `起始状态：${named(state)}`,
  step: (position, to, cause, basis) =>
    `报文段 ${position}：进入 ${named(to)}，${cause}${(basis && bases[basis]) ?? ""}`,
};
