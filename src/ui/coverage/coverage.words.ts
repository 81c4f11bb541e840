import type { TcpState } from "../../tcp/state.ts";
import { formatCount } from "../figures.ts";
import { words } from "../words.ts";

/** The map of the arrows that captures take. */
export const coverageWords = words({
  scope: {
    en: "Whose arrows",
    ko: "대상",
    zh: "范围",
  },
  scopes: {
    en: { capture: "This capture", examples: "All examples" },
    ko: { capture: "이 캡처", examples: "모든 예제" },
    zh: { capture: "此捕获", examples: "全部示例" },
  },
  counting: {
    en: "Looking at all connections…",
    ko: "모든 연결을 살펴보는 중…",
    zh: "正在查看所有连接…",
  },
  taken: {
    en: (taken: number, all: number) =>
      `${formatCount(taken)} of the ${formatCount(all)} arrows of figure 5 taken`,
    ko: (taken: number, all: number) => `그림 5의 화살표 ${formatCount(all)}개 중 ${formatCount(taken)}개`,
    zh: (taken, all) => `图 5 的 ${formatCount(all)} 个箭头中的 ${formatCount(taken)} 个`,
  },
  others: {
    en: (taken: number, all: number) => `; other transitions: ${formatCount(taken)} of ${formatCount(all)}`,
    ko: (taken: number, all: number) => `, 그 밖의 ${formatCount(all)}개 중 ${formatCount(taken)}개`,
    zh: (taken, all) => `，其他 ${formatCount(all)} 个中的 ${formatCount(taken)} 个`,
  },
  allRuns: { en: "All runs here", ko: "여기의 모든 실행", zh: "此处的所有运行" },
  inRuns: {
    en: (runs: number) => (runs === 1 ? " (1 run)" : ` (${formatCount(runs)} runs)`),
    ko: (runs: number) => ` (실행 ${formatCount(runs)}번)`,
    zh: (runs) => `（${formatCount(runs)} 次运行）`,
  },
  lookedAt: {
    en: (connections: number) =>
      connections === 1 ? " (1 connection)" : ` (${formatCount(connections)} connections)`,
    ko: (connections: number) => ` (연결 ${formatCount(connections)}개 조사)`,
    zh: (connections) => `（查看了 ${formatCount(connections)} 个连接）`,
  },
  notAll: {
    en: (looked: number, all: number) =>
      ` (the first ${formatCount(looked)} of ${formatCount(all)} connections)`,
    ko: (looked: number, all: number) =>
      ` (연결 ${formatCount(all)}개 중 처음 ${formatCount(looked)}개 조사)`,
    zh: (looked, all) => `（查看了 ${formatCount(all)} 个连接中的前 ${formatCount(looked)} 个）`,
  },
  hint: {
    en: "Solid: taken. Faint: not taken. Not counted, for no capture shows them: passive OPEN and CLOSE in LISTEN, which send nothing, and the timers of FIN-WAIT-2 and of the user, which run out in silence.",
    ko: "진한 선: 지남. 흐린 선: 지나지 않음. 캡처에 나타나지 않는 것은 세지 않습니다. 수동적 열기와 LISTEN에서의 CLOSE는 아무것도 보내지 않고, FIN-WAIT-2와 사용자 타이머는 말없이 끝납니다.",
    zh: "深色：走过；浅色：未走过。捕获无法显示的不计入：被动打开和 LISTEN 中的 CLOSE 不发送任何东西，FIN-WAIT-2 和用户的计时器悄然到期。",
  },
  failed: {
    en: (message: string) => `Synfin failed while collecting the arrows: “${message}”.`,
    ko: (message: string) => `화살표를 모으는 중에 Synfin에서 오류가 발생했습니다: “${message}”.`,
    zh: (message) => `Synfin 在收集箭头时出错：“${message}”。`,
  },
  figure: {
    en: "RFC 9293 figure 5 with the arrows taken",
    ko: "지나간 화살표를 표시한 RFC 9293 그림 5",
    zh: "标出走过的箭头的 RFC 9293 图 5",
  },
  list: {
    en: "All arrows",
    ko: "모든 화살표",
    zh: "全部箭头",
  },
  columns: {
    en: { from: "From", event: "Event", to: "To", clause: "RFC 9293", taken: "Taken" },
    ko: { from: "이전 상태", event: "사건", to: "다음 상태", clause: "RFC 9293", taken: "지남" },
    zh: { from: "原状态", event: "事件", to: "新状态", clause: "RFC 9293", taken: "走过" },
  },
  unknown: {
    en: "not known",
    ko: "알 수 없음",
    zh: "未知",
  },
  states: {
    en: (states: readonly TcpState[]) => states.join(" or "),
    ko: (states: readonly TcpState[]) => states.join(" 또는 "),
    zh: (states) => states.join(" 或 "),
  },
  yes: {
    en: "yes",
    ko: "예",
    zh: "是",
  },
  no: {
    en: "no",
    ko: "아니요",
    zh: "否",
  },
  unseen: {
    en: {
      call: "never seen: nothing is sent",
      clock: "never seen: a silent timer",
    },
    ko: { call: "볼 수 없음: 보내는 것이 없음", clock: "볼 수 없음: 말없는 타이머" },
    zh: { call: "看不到：不发送任何东西", clock: "看不到：计时器悄然到期" },
  },
});
