import type { TcpState } from "../../tcp/state.ts";
import { formatCount, formatDuration } from "../figures.ts";
import * as chinese from "../wording/chinese.ts";
import * as korean from "../wording/korean.ts";
import { words } from "../words.ts";
import { ENDS_EN, ENDS_KO, ENDS_ZH } from "./end-words.ts";

/** The laboratory as a place: what it shows, and of what it can speak. */
export const benchWords = words({
  name: { en: "Laboratory", ko: "실험실", zh: "实验室" },
  simulated: { en: "Simulated", ko: "시뮬레이션", zh: "模拟" },
  simulatedHint: {
    en: "Two hosts of RFC 9293 and a wire, run by Synfin: nothing of this was captured. They have no congestion control. They are checked against recordings of real hosts.",
    ko: "RFC 9293의 호스트 둘과 회선을 Synfin이 실행한 것이며 캡처된 것은 없습니다. 혼잡 제어는 없습니다. 실제 호스트의 기록과 대조하여 검증합니다.",
    zh: "由 Synfin 运行的两台 RFC 9293 主机和一条线路：这里没有任何捕获的内容。没有拥塞控制。其行为已与真实主机的记录核对。",
  },
  truths: { en: "What is shown", ko: "보여 주는 것", zh: "显示什么" },
  happened: { en: "What happened", ko: "실제로 일어난 일", zh: "实际发生" },
  happenedHint: {
    en: "All that happened in the run: both ends are known",
    ko: "실행에서 일어난 모든 일: 양 끝의 상태를 모두 앎",
    zh: "运行中发生的一切：两端都已知",
  },
  seen: {
    en: (end: 0 | 1) => `Seen at the ${ENDS_EN[end]}`,
    ko: (end) => `${ENDS_KO[end]}에서 본 것`,
    zh: (end) => `在${ENDS_ZH[end]}所见`,
  },
  seenHint: {
    en: (end: 0 | 1) => `What a capture at the ${ENDS_EN[end]} could have known of it`,
    ko: (end) => `${ENDS_KO[end]}의 캡처가 알 수 있었던 것`,
    zh: (end) => `在${ENDS_ZH[end]}捕获所能知道的`,
  },
  replaysAll: {
    en: (of: number) =>
      `The laboratory's hosts answer like the real ones in ${formatCount(of)} of ${formatCount(of)} segments.`,
    ko: (of) => `실험실의 호스트는 세그먼트 ${formatCount(of)}개 모두에서 실제 호스트처럼 응답합니다.`,
    zh: (of) => `实验室的主机在全部 ${formatCount(of)} 个报文段中都与真实主机的应答一致。`,
  },
  replaysSome: {
    en: (replays: number, of: number) =>
      replays === 0
        ? "These hosts answer unlike those of the laboratory from the first segment on: it cannot speak for them, and nothing can be edited."
        : `Replays as far as segment ${formatCount(replays)} of ${formatCount(of)}; behind it the laboratory cannot speak for these hosts, and nothing there can be edited.`,
    ko: (replays, of) =>
      replays === 0
        ? "이 호스트들은 첫 세그먼트부터 실험실의 호스트와 다르게 응답합니다. 실험실이 대신할 수 없으므로 편집할 수 없습니다."
        : `세그먼트 ${formatCount(of)}개 중 ${formatCount(replays)}번까지 재현합니다. 그 뒤로는 실험실이 이 호스트들을 대신할 수 없어 편집할 수 없습니다.`,
    zh: (replays, of) =>
      replays === 0
        ? "这些主机从第一个报文段起就与实验室的主机应答不同：实验室不能代表它们，无法编辑。"
        : `重现到第 ${formatCount(replays)} 个报文段（共 ${formatCount(of)} 个）；其后实验室不能代表这些主机，不能编辑。`,
  },
  stopped: {
    en: (why: "segments" | "time" | "events"): string =>
      ({
        segments: "The run was stopped after 2,000 segments.",
        time: "The run was stopped after 3,600 seconds.",
        events: "The run was stopped after 1,000,000 events. Let the program read less often.",
      })[why],
    ko: (why) =>
      ({
        segments: "세그먼트 2,000개에서 실행을 멈췄습니다.",
        time: "3,600초에서 실행을 멈췄습니다.",
        events: "이벤트 1,000,000개에서 실행을 멈췄습니다. 프로그램이 더 드물게 읽게 하십시오.",
      })[why],
    zh: (why) =>
      ({
        segments: "运行在 2,000 个报文段后停止。",
        time: "运行在 3,600 秒后停止。",
        events: "运行在 1,000,000 个事件后停止。请让程序读取得慢一些。",
      })[why],
  },
  nothingSent: {
    en: "No segment is sent yet. Add a call: the client connects.",
    ko: "아직 보낸 세그먼트가 없습니다. 호출을 추가하십시오: 클라이언트가 연결합니다.",
    zh: "还没有发送报文段。请添加一个调用：客户端发起连接。",
  },
  connection: { en: "Connection", ko: "연결", zh: "连接" },
  leave: { en: "Leave the laboratory", ko: "실험실 나가기", zh: "离开实验室" },
  back: { en: "Back to the capture", ko: "캡처로 돌아가기", zh: "返回捕获" },
});

/** What an edit changed, in one sentence. */
export const differenceWords = words({
  none: {
    en: "Nothing differs from the original.",
    ko: "원본과 다른 점이 없습니다.",
    zh: "与原来没有不同。",
  },
  first: {
    en: (what: string) => `First difference: ${what}.`,
    ko: (what) => `첫 차이: ${what}.`,
    zh: (what) => `第一处不同：${what}。`,
  },
  onlySegments: {
    en: "The states change as before, at the same times.",
    ko: "상태는 전과 같은 시각에 똑같이 바뀝니다.",
    zh: "状态与之前在相同时间以相同方式变化。",
  },
  stays: {
    en: (end: 0 | 1, state: TcpState, by: number) =>
      by > 0
        ? `the ${ENDS_EN[end]} stays in ${state} ${formatDuration(by)} longer`
        : `the ${ENDS_EN[end]} leaves ${state} ${formatDuration(-by)} sooner`,
    ko: (end, state, by) =>
      by > 0
        ? `${ENDS_KO[end]}의 ${state} 상태가 ${korean.lasting(by)} 더 지속됨`
        : `${ENDS_KO[end]}의 ${state} 상태가 ${korean.lasting(-by)} 일찍 끝남`,
    zh: (end, state, by) =>
      by > 0
        ? `${ENDS_ZH[end]}在 ${state} 多停留 ${chinese.lasting(by).trimEnd()}`
        : `${ENDS_ZH[end]}提前 ${chinese.lasting(-by)}离开 ${state}`,
  },
  goes: {
    en: (end: 0 | 1, from: TcpState, to: TcpState, instead: TcpState) =>
      `the ${ENDS_EN[end]} goes from ${from} to ${to} instead of ${instead}`,
    ko: (end, from, to, instead) => `${ENDS_KO[end]}: ${from} 다음이 ${instead} 대신 ${to}`,
    zh: (end, from, to, instead) => `${ENDS_ZH[end]}从 ${from} 进入 ${to}，而不是 ${instead}`,
  },
  neverLeaves: {
    en: (end: 0 | 1, state: TcpState) => `the ${ENDS_EN[end]} does not leave ${state}`,
    ko: (end, state) => `${ENDS_KO[end]}의 ${state} 상태가 끝나지 않음`,
    zh: (end, state) => `${ENDS_ZH[end]}没有离开 ${state}`,
  },
  leaves: {
    en: (end: 0 | 1, state: TcpState, to: TcpState) => `the ${ENDS_EN[end]} goes on from ${state} to ${to}`,
    ko: (end, state, to) => `${ENDS_KO[end]}: ${state} 다음에 ${to} 상태로 넘어감`,
    zh: (end, state, to) => `${ENDS_ZH[end]}从 ${state} 继续进入 ${to}`,
  },
  inTheEnd: {
    en: (states: string, segments: string) => `In the end: ${states}, ${segments}.`,
    ko: (states, segments) => `마지막: ${states}, ${segments}.`,
    zh: (states, segments) => `最后：${states}，${segments}。`,
  },
  sameStates: { en: "the same states", ko: "같은 상태", zh: "状态相同" },
  endState: {
    en: (end: 0 | 1, after: TcpState, before: TcpState) =>
      `the ${ENDS_EN[end]} in ${after} instead of ${before}`,
    ko: (end, after, before) => `${ENDS_KO[end]}: ${before} 대신 ${after}`,
    zh: (end, after, before) => `${ENDS_ZH[end]}处于 ${after}，而不是 ${before}`,
  },
  and: { en: " and ", ko: ", ", zh: "，" },
  more: {
    en: (more: number) => {
      if (more === 0) return "as many segments";
      const count = Math.abs(more) === 1 ? "one segment" : `${formatCount(Math.abs(more))} segments`;
      return `${count} ${more > 0 ? "more" : "fewer"}`;
    },
    ko: (more) =>
      more === 0
        ? "세그먼트 수는 같음"
        : `세그먼트 ${formatCount(Math.abs(more))}개 ${more > 0 ? "더 많음" : "더 적음"}`,
    zh: (more) =>
      more === 0 ? "报文段数相同" : `${more > 0 ? "多" : "少"} ${formatCount(Math.abs(more))} 个报文段`,
  },
});

/** What stands in the diagram. */
export const layerWords = words({
  isNew: { en: "new", ko: "새로 생김", zh: "新增" },
  moved: {
    en: (by: string, isLater: boolean) => `${by} ${isLater ? "later" : "sooner"} than before`,
    ko: (by, isLater) => `전보다 ${by} ${isLater ? "늦음" : "이름"}`,
    zh: (by, isLater) => `比之前${isLater ? "晚" : "早"} ${by}`,
  },
  gone: {
    en: (segment: string) => `no longer sent: ${segment}`,
    ko: (segment) => `더는 보내지지 않음: ${segment}`,
    zh: (segment) => `不再发送：${segment}`,
  },
  times: {
    en: "times: simulated, in seconds since the first segment",
    ko: "시간: 시뮬레이션, 첫 세그먼트부터 초",
    zh: "时间：模拟，自第一个报文段起的秒数",
  },
  goneLegend: { en: "no longer sent", ko: "더는 보내지지 않음", zh: "不再发送" },
  newLegend: { en: "new", ko: "새로 생김", zh: "新增" },
  beforeLegend: { en: "states before", ko: "이전 상태", zh: "之前的状态" },
  dragHead: {
    en: "Drag to let it arrive later (Alt+↓)",
    ko: "끌어서 늦게 도착하게 하기 (Alt+↓)",
    zh: "拖动使其推迟到达 (Alt+↓)",
  },
  dragCall: {
    en: (call: string) => `Drag to move: ${call}`,
    ko: (call) => `끌어서 옮기기: ${call}`,
    zh: (call) => `拖动以移动：${call}`,
  },
});
