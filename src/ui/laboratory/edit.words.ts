import { formatCount, formatDuration } from "../figures.ts";
import * as chinese from "../wording/chinese.ts";
import * as korean from "../wording/korean.ts";
import { words } from "../words.ts";
import { ENDS_EN, ENDS_KO, ENDS_ZH } from "./end-words.ts";

/** Edits: the gestures, and the list of them. */
export const editWords = words({
  title: { en: "Edits", ko: "편집", zh: "编辑" },
  none: {
    en: "None yet. Choose a segment in the diagram, then say what becomes of it.",
    ko: "아직 없습니다. 다이어그램에서 세그먼트를 고른 뒤 어떻게 될지 정하십시오.",
    zh: "还没有。在时序图中选择一个报文段，再决定它的命运。",
  },
  choose: {
    en: "Choose a segment: what if it is lost?",
    ko: "세그먼트를 고르십시오. 이것이 손실된다면?",
    zh: "选择一个报文段：如果它丢失了呢？",
  },
  segment: {
    en: (position: number) => `Segment ${formatCount(position)}`,
    ko: (position) => `세그먼트 ${formatCount(position)}`,
    zh: (position) => `报文段 ${formatCount(position)}`,
  },
  behind: {
    en: "Behind the point where the hosts differ: no edit here.",
    ko: "호스트가 달라지는 지점 뒤이므로 여기서는 편집할 수 없습니다.",
    zh: "位于主机开始不同之处的后面：此处不能编辑。",
  },
  lose: { en: "Lose it", ko: "손실", zh: "丢失" },
  loseEvery: { en: "Lose every copy", ko: "모든 사본 손실", zh: "丢失所有副本" },
  deliver: { en: "Deliver it", ko: "전달", zh: "送达" },
  later: { en: "Later", ko: "늦게", zh: "推迟" },
  sooner: { en: "Sooner", ko: "일찍", zh: "提前" },
  twice: { en: "Twice", ko: "두 번", zh: "两次" },
  refuse: { en: "Refuse (ICMP)", ko: "거부 (ICMP)", zh: "拒绝 (ICMP)" },
  undo: { en: "Undo", ko: "되돌리기", zh: "撤销" },
  redo: { en: "Redo", ko: "다시 하기", zh: "重做" },
  isOn: {
    en: (edit: string) => `In force: ${edit}`,
    ko: (edit) => `적용: ${edit}`,
    zh: (edit) => `生效：${edit}`,
  },
  drop: {
    en: (edit: string) => `Remove: ${edit}`,
    ko: (edit) => `제거: ${edit}`,
    zh: (edit) => `删除：${edit}`,
  },
  unmet: { en: "never sent now", ko: "이제 보내지지 않음", zh: "现在从不发送" },
  said: {
    en: (edit: string) => `Edit: ${edit}.`,
    ko: (edit) => `편집: ${edit}.`,
    zh: (edit) => `编辑：${edit}。`,
  },
  lost: {
    en: (name: string, isEvery: boolean) => (isEvery ? `every copy of ${name} is lost` : `${name} is lost`),
    ko: (name, isEvery) => (isEvery ? `${name}: 모든 사본 손실` : `${name}: 손실`),
    zh: (name, isEvery) => (isEvery ? `${name} 的所有副本丢失` : `${name} 丢失`),
  },
  delivered: {
    en: (name: string) => `${name} is delivered`,
    ko: (name) => `${name}: 전달됨`,
    zh: (name) => `${name} 送达`,
  },
  doubled: {
    en: (name: string) => `${name} arrives twice`,
    ko: (name) => `${name}: 두 번 도착`,
    zh: (name) => `${name} 到达两次`,
  },
  refused: {
    en: (name: string) => `${name} is refused by ICMP`,
    ko: (name) => `${name}: ICMP로 거부`,
    zh: (name) => `${name} 被 ICMP 拒绝`,
  },
  delayed: {
    en: (name: string, by: number) =>
      by === 0 ? `${name} arrives in its usual time` : `${name} arrives ${formatDuration(by)} later`,
    ko: (name, by) => (by === 0 ? `${name}: 평소대로 도착` : `${name}: ${korean.lasting(by)} 늦게 도착`),
    zh: (name, by) => (by === 0 ? `${name} 按平常时间到达` : `${name} 推迟 ${chinese.lasting(by)}到达`),
  },
  movedCall: {
    en: (end: 0 | 1, verb: string, to: number) =>
      `the ${ENDS_EN[end]}'s ${verb}: ${formatDuration(to)} after its cause`,
    ko: (end, verb, to) => `${ENDS_KO[end]}의 ${verb}: 원인 뒤 ${korean.lasting(to)}`,
    zh: (end, verb, to) => `${ENDS_ZH[end]}的 ${verb}：在其起因之后 ${chinese.lasting(to).trimEnd()}`,
  },
  pinnedCall: {
    en: (end: 0 | 1, verb: string, at: number) => `the ${ENDS_EN[end]}'s ${verb}, at ${formatDuration(at)}`,
    ko: (end, verb, at) => `${ENDS_KO[end]}의 ${verb}, ${korean.lasting(at)} 시점`,
    zh: (end, verb, at) => `${ENDS_ZH[end]}的 ${verb}，在 ${chinese.lasting(at).trimEnd()}`,
  },
  addedCall: {
    en: (end: 0 | 1, verb: string) => `the ${ENDS_EN[end]} also calls ${verb}`,
    ko: (end, verb) => `${ENDS_KO[end]}의 ${verb} 추가`,
    zh: (end, verb) => `${ENDS_ZH[end]}增加 ${verb}`,
  },
  removedCall: {
    en: (line: string) => `without “${line}”`,
    ko: (line) => `“${line}” 없음`,
    zh: (line) => `没有“${line}”`,
  },
  injected: {
    en: (line: string) => `a forged segment: ${line}`,
    ko: (line) => `위조된 세그먼트: ${line}`,
    zh: (line) => `伪造的报文段：${line}`,
  },
  closesFirst: {
    en: (end: 0 | 1) => `the ${ENDS_EN[end]} closes first`,
    ko: (end) => `먼저 닫는 쪽: ${ENDS_KO[end]}`,
    zh: (end) => `${ENDS_ZH[end]}先关闭`,
  },
  wireDelay: {
    en: (there: number, back: number) =>
      there === back
        ? `delay ${formatDuration(there)} each way`
        : `delay ${formatDuration(there)} there, ${formatDuration(back)} back`,
    ko: (there, back) =>
      there === back
        ? `편도 지연 ${korean.lasting(there)}`
        : `지연: 가는 길 ${korean.lasting(there)}, 오는 길 ${korean.lasting(back)}`,
    zh: (there, back) =>
      there === back
        ? `单程时延 ${chinese.lasting(there).trimEnd()}`
        : `时延：去程 ${chinese.lasting(there).trimEnd()}，回程 ${chinese.lasting(back).trimEnd()}`,
  },
  loss: {
    en: (percent: string) => `${percent} % of all segments are lost`,
    ko: (percent) => `모든 세그먼트의 ${percent} % 손실`,
    zh: (percent) => `所有报文段的 ${percent} % 丢失`,
  },
  timersOf: {
    en: (profile: "rfc" | "linux"): string => (profile === "rfc" ? "timers of the RFCs" : "timers of Linux"),
    ko: (profile) => (profile === "rfc" ? "RFC의 타이머" : "Linux의 타이머"),
    zh: (profile) => (profile === "rfc" ? "RFC 的计时器" : "Linux 的计时器"),
  },
});

/** The whole exchange: calls, wire, timers, injections. */
export const buildWords = words({
  whole: { en: "Whole exchange", ko: "교환 전체", zh: "整个交互" },
  closesFirst: { en: "Closes first", ko: "먼저 닫는 쪽", zh: "先关闭的一端" },
  delay: { en: "Delay each way", ko: "편도 지연", zh: "单程时延" },
  loss: { en: "Loss", ko: "손실률", zh: "丢失率" },
  timers: { en: "Timers", ko: "타이머", zh: "计时器" },
  calls: { en: "Calls", ko: "호출", zh: "调用" },
  noCalls: { en: "No program calls anything yet.", ko: "아직 호출이 없습니다.", zh: "还没有任何调用。" },
  neverMade: { en: "never made", ko: "호출되지 않음", zh: "从未调用" },
  moveCall: {
    en: (call: string, isLater: boolean) => `${isLater ? "Later" : "Sooner"}: ${call}`,
    ko: (call, isLater) => `${isLater ? "늦게" : "일찍"}: ${call}`,
    zh: (call, isLater) => `${isLater ? "推迟" : "提前"}：${call}`,
  },
  add: { en: "Add a call", ko: "호출 추가", zh: "添加调用" },
  who: { en: "Who calls", ko: "호출하는 쪽", zh: "调用者" },
  what: { en: "What is called", ko: "호출", zh: "调用什么" },
  verbs: {
    en: {
      send: "send 100 octets",
      abort: "abort (RST)",
      crash: "crash",
      restart: "restart",
      read: "read slowly",
    },
    ko: {
      send: "100바이트 send",
      abort: "강제 종료 (RST)",
      crash: "비정상 종료",
      restart: "다시 시작",
      read: "천천히 read",
    },
    zh: {
      send: "send 100 字节",
      abort: "异常中止 (RST)",
      crash: "崩溃",
      restart: "重新启动",
      read: "缓慢 read",
    },
  },
  when: { en: "When", ko: "언제", zh: "何时" },
  afterwards: { en: "after its last call", ko: "마지막 호출 뒤", zh: "在其最后一次调用之后" },
  here: { en: "at the chosen segment", ko: "고른 세그먼트의 시각", zh: "在所选报文段处" },
  callHere: {
    en: (verb: string) => `${verb} here`,
    ko: (verb) => `여기서 ${verb}`,
    zh: (verb) => `在此处 ${verb}`,
  },
  nobodyListens: { en: "nobody listens", ko: "아무도 대기하지 않음", zh: "无人监听" },
  callsOf: {
    en: (end: 0 | 1) => `Calls of the ${ENDS_EN[end]} …`,
    ko: (end) => `${ENDS_KO[end]}의 호출 …`,
    zh: (end) => `${ENDS_ZH[end]}的调用 …`,
  },
  addIt: { en: "Add", ko: "추가", zh: "添加" },
  inject: { en: "Forge a segment", ko: "세그먼트 위조", zh: "伪造报文段" },
  as: { en: "As if from", ko: "보낸 쪽으로 위장", zh: "伪装来自" },
  flags: { en: "Flags", ko: "플래그", zh: "标志" },
  sequence: { en: "Sequence number", ko: "순서 번호", zh: "序号" },
  acknowledgment: { en: "Acknowledgment number", ko: "확인 응답 번호", zh: "确认号" },
  injectIt: { en: "Inject", ko: "주입", zh: "注入" },
  injectHint: {
    en: "It arrives at the time of the chosen segment. Numbers count from the initial sequence numbers; the receiver judges it by RFC 5961.",
    ko: "고른 세그먼트의 시각에 도착합니다. 번호는 초기 순서 번호부터 셉니다. 받는 쪽은 RFC 5961에 따라 판단합니다.",
    zh: "它在所选报文段的时刻到达。编号从初始序号算起；接收方按 RFC 5961 判断。",
  },
});
