import type { TcpState } from "../../tcp/state.ts";
import { formatCount, formatDuration } from "../figures.ts";
import * as chinese from "../wording/chinese.ts";
import * as korean from "../wording/korean.ts";
import { words } from "../words.ts";
import { ENDS_EN, ENDS_KO, ENDS_ZH } from "./end-words.ts";

/** The script as text, ready scripts, sharing. */
export const scriptWords = words({
  title: { en: "Script", ko: "스크립트", zh: "脚本" },
  label: {
    en: "Script: changes are run as you type",
    ko: "스크립트: 입력하는 대로 실행됩니다",
    zh: "脚本：边输入边运行",
  },
  problem: {
    en: (line: number, column: number, found: string, expected: string, nearest: string | null) =>
      `Line ${line}, column ${column}: ${found === "" ? "the line ends" : `“${found}” stands`} where this should be: ${expected}${nearest === null ? "" : ` (“${nearest}”?)`}`,
    ko: (line, column, found, expected, nearest) =>
      `${line}행 ${column}열: ${found === "" ? "행이 끝났습니다" : `“${found}”`}. 필요한 것: ${expected}${nearest === null ? "" : ` (“${nearest}”?)`}`,
    zh: (line, column, found, expected, nearest) =>
      `第 ${line} 行第 ${column} 列：${found === "" ? "行已结束" : `是“${found}”`}，此处应为：${expected}${nearest === null ? "" : `（“${nearest}”？）`}`,
  },
  expected: {
    en: {
      statement:
        "a call (c: connect), a setting, a word of the wire (lose, delay …), a goal or a comment (#)",
      profile: "rfc or linux",
      end: "c or s",
      flags: "flags as tcpdump prints them, and ]",
      cause: "connected, accepted, read N, eof, acked or reset",
      call: "a call: listen, connect, send N, close …",
      segment: "a segment, such as c.syn",
      "segment-kind": "syn, syn-ack, ack, data, fin, rst or any",
      duration: "a duration with its unit: 5ms, 1.5s",
      pause: "a duration above 0",
      later: "a time behind the one before it",
      share: "a share from 0% to 100%",
      goal: "c or s, whose state it is, or edits",
      state: "a state, such as LAST-ACK",
      "end-of-line": "the end of the line",
    },
    ko: {
      statement: "호출 (c: connect), 설정, 회선의 낱말 (lose, delay …), goal 또는 주석 (#)",
      profile: "rfc 또는 linux",
      end: "c 또는 s",
      flags: "tcpdump가 쓰는 플래그와 ]",
      cause: "connected, accepted, read N, eof, acked 또는 reset",
      call: "호출: listen, connect, send N, close …",
      segment: "세그먼트, 예: c.syn",
      "segment-kind": "syn, syn-ack, ack, data, fin, rst 또는 any",
      duration: "단위가 있는 시간: 5ms, 1.5s",
      pause: "0보다 긴 시간",
      later: "앞의 시각보다 뒤인 시각",
      share: "0%에서 100%까지의 비율",
      goal: "상태의 주인인 c 또는 s, 아니면 edits",
      state: "상태, 예: LAST-ACK",
      "end-of-line": "행의 끝",
    },
    zh: {
      statement: "调用 (c: connect)、设置、线路的词 (lose、delay …)、goal 或注释 (#)",
      profile: "rfc 或 linux",
      end: "c 或 s",
      flags: "tcpdump 写法的标志，以及 ]",
      cause: "connected、accepted、read N、eof、acked 或 reset",
      call: "调用：listen、connect、send N、close …",
      segment: "报文段，例如 c.syn",
      "segment-kind": "syn、syn-ack、ack、data、fin、rst 或 any",
      duration: "带单位的时长：5ms、1.5s",
      pause: "大于 0 的时长",
      later: "晚于前一个时刻的时刻",
      share: "0% 到 100% 的比例",
      goal: "c 或 s（谁的状态），或者 edits",
      state: "状态，例如 LAST-ACK",
      "end-of-line": "行尾",
    },
  },
  number: {
    en: (least: number, most: number) => `a whole number from ${least} to ${most}`,
    ko: (least, most) => `${least}에서 ${most}까지의 정수`,
    zh: (least, most) => `${least} 到 ${most} 的整数`,
  },
  length: {
    en: (lines: number, characters: number) =>
      `A script has at most ${formatCount(lines)} lines and ${formatCount(characters)} characters.`,
    ko: (lines, characters) => `스크립트는 ${formatCount(lines)}행, ${formatCount(characters)}자까지입니다.`,
    zh: (lines, characters) => `脚本最多 ${formatCount(lines)} 行、${formatCount(characters)} 个字符。`,
  },
  save: { en: "Save as .synfin", ko: ".synfin으로 저장", zh: "保存为 .synfin" },
  saved: {
    en: (name: string) => `Saved as ${name}.`,
    ko: (name) => `저장됨: ${name}.`,
    zh: (name) => `已保存为 ${name}。`,
  },
  ready: { en: "Ready-made exchanges", ko: "준비된 교환", zh: "现成的交互" },
  readyNames: {
    en: {
      "three-segment-close": "Three-segment close",
      "four-segment-close": "Four-segment close",
      "half-close": "Half-close",
      "simultaneous-close": "Simultaneous close",
      "simultaneous-open": "Simultaneous open",
      "nobody-listens": "Nobody listens",
      "syn-dropped": "SYN never arrives",
      "syn-ack-dropped": "SYN,ACK never arrives",
      "fin-dropped": "FIN never arrives",
      "crash-and-restart": "Crash and restart",
      "port-reuse-in-time-wait": "Port used again in TIME-WAIT",
    },
    ko: {
      "three-segment-close": "세그먼트 3개로 종료",
      "four-segment-close": "4-way 핸드셰이크 종료",
      "half-close": "절반 닫기",
      "simultaneous-close": "동시 닫기",
      "simultaneous-open": "동시 열기",
      "nobody-listens": "수신 대기하는 쪽이 없음",
      "syn-dropped": "SYN이 도착하지 않음",
      "syn-ack-dropped": "SYN,ACK가 도착하지 않음",
      "fin-dropped": "FIN이 도착하지 않음",
      "crash-and-restart": "비정상 종료와 다시 시작",
      "port-reuse-in-time-wait": "TIME-WAIT 중 포트 재사용",
    },
    zh: {
      "three-segment-close": "三个报文段的关闭",
      "four-segment-close": "四次挥手",
      "half-close": "半关闭",
      "simultaneous-close": "同时关闭",
      "simultaneous-open": "同时打开",
      "nobody-listens": "无人监听",
      "syn-dropped": "SYN 始终未到达",
      "syn-ack-dropped": "SYN,ACK 始终未到达",
      "fin-dropped": "FIN 始终未到达",
      "crash-and-restart": "崩溃与重新启动",
      "port-reuse-in-time-wait": "TIME-WAIT 期间重用端口",
    },
  },
  everyArrow: {
    en: "Reach every arrow of figure 5",
    ko: "그림 5의 모든 화살표에 이르기",
    zh: "走遍图 5 的每个箭头",
  },
  everyArrowHint: {
    en: "Shows which arrows your runs have taken so far; each run adds its own (v)",
    ko: "지금까지의 실행이 지나간 화살표를 보여 줍니다. 실행할 때마다 더해집니다 (v)",
    zh: "显示到目前为止各次运行走过的箭头；每次运行都会累加 (v)",
  },
  empty: { en: "An empty page", ko: "빈 페이지", zh: "空白页" },
});

/** Tasks: goals, and the lesson of five. */
export const taskWords = words({
  goals: { en: "Task", ko: "과제", zh: "任务" },
  set: { en: "Set a task", ko: "과제 내기", zh: "布置任务" },
  state: { en: "State to reach", ko: "이르러야 할 상태", zh: "要达到的状态" },
  seconds: { en: "Seconds at least", ko: "최소 시간(초)", zh: "至少几秒" },
  mostEdits: { en: "Edits at most", ko: "최대 편집 횟수", zh: "最多编辑次数" },
  setIt: { en: "Set", ko: "내기", zh: "布置" },
  setHint: {
    en: "The exchange as it is now becomes the task. Share it as a link (s): whoever opens it sees the task, and the machine checks it.",
    ko: "지금의 교환이 과제가 됩니다. 링크로 공유하면(s), 여는 사람에게 과제가 보이고 기계가 확인합니다.",
    zh: "当前的交互成为任务。以链接分享 (s)：打开链接的人会看到任务，由机器检查。",
  },
  reach: {
    en: (end: 0 | 1, state: TcpState, duration: number | null) =>
      duration === null
        ? `the ${ENDS_EN[end]} reaches ${state}`
        : `the ${ENDS_EN[end]} stays in ${state} for at least ${formatDuration(duration)}`,
    ko: (end, state, duration) =>
      duration === null
        ? `${ENDS_KO[end]}의 상태가 ${state}에 이르기`
        : `${ENDS_KO[end]}의 ${state} 상태를 ${korean.lasting(duration)} 이상 유지하기`,
    zh: (end, state, duration) =>
      duration === null
        ? `使${ENDS_ZH[end]}进入 ${state}`
        : `使${ENDS_ZH[end]}在 ${state} 停留至少 ${chinese.lasting(duration).trimEnd()}`,
  },
  edits: {
    en: (most: number) => (most === 1 ? "with one edit" : `with at most ${most} edits`),
    ko: (most) => `편집 ${most}번 이내`,
    zh: (most) => `最多编辑 ${most} 次`,
  },
  met: { en: "reached", ko: "달성", zh: "已达成" },
  unmet: { en: "not yet", ko: "아직", zh: "尚未" },
  allMet: { en: "The task is done.", ko: "과제를 마쳤습니다.", zh: "任务完成。" },
  number: {
    en: (task: number, of: number) => `Task ${task} of ${of}`,
    ko: (task, of) => `과제 ${task}/${of}`,
    zh: (task, of) => `任务 ${task}/${of}`,
  },
  back: { en: "Back", ko: "뒤로", zh: "返回" },
  show: { en: "Show one way", ko: "한 가지 방법 보기", zh: "显示一种做法" },
  next: { en: "Next task", ko: "다음 과제", zh: "下一个任务" },
  over: { en: "That was the last task.", ko: "마지막 과제였습니다.", zh: "这是最后一个任务。" },
  asked: {
    en: [
      "Keep the client waiting in SYN-SENT for a second: what must not arrive?",
      "A server in SYN-RECEIVED beside a client in SYN-SENT, for a second: which segment do you lose?",
      "Keep the server in LAST-ACK: what is it waiting for?",
      "Let both ends pass CLOSING: both FINs must be on their way at once.",
      "TIME-WAIT belongs to whoever closes first. Give it to the server.",
    ],
    ko: [
      "클라이언트가 SYN-SENT에서 1초 동안 기다리게 하십시오. 무엇이 도착하지 않아야 합니까?",
      "1초 동안 서버는 SYN-RECEIVED, 클라이언트는 SYN-SENT에 있게 하십시오. 어느 세그먼트를 잃어야 합니까?",
      "서버를 LAST-ACK에 머물게 하십시오. 서버는 무엇을 기다리고 있습니까?",
      "양 끝이 CLOSING을 거치게 하십시오. 두 FIN이 동시에 전송 중이어야 합니다.",
      "TIME-WAIT는 먼저 닫는 쪽의 상태입니다. 서버가 그 상태가 되게 하십시오.",
    ],
    zh: [
      "让客户端在 SYN-SENT 等待一秒：什么不能到达？",
      "让服务器处于 SYN-RECEIVED、客户端处于 SYN-SENT 各一秒：应丢失哪个报文段？",
      "让服务器停留在 LAST-ACK：它在等待什么？",
      "让两端都经过 CLOSING：两个 FIN 必须同时在途中。",
      "TIME-WAIT 属于先关闭的一端。让服务器进入这个状态。",
    ],
  },
  solved: {
    en: [
      "The SYN is lost. The client knows nothing of it: it waits for its timer, 1 s, and sends the SYN again.",
      "The SYN,ACK is lost. The server took the SYN and is in SYN-RECEIVED; the client waits in SYN-SENT until its timer sends the SYN again.",
      "The last ACK is lost. The server waits for it, and sends its FIN again; the client in TIME-WAIT acknowledges once more.",
      "The client's FIN is delayed until the server has sent its own. Each end gets a FIN where it waited for an ACK: CLOSING.",
      "Now the server calls close() first, and TIME-WAIT goes with it.",
    ],
    ko: [
      "SYN이 손실됩니다. 클라이언트는 이를 모르고 타이머 1 s를 기다린 뒤 SYN을 다시 보냅니다.",
      "SYN,ACK가 손실됩니다. 서버는 SYN을 받아 SYN-RECEIVED에 있고, 클라이언트는 타이머가 SYN을 다시 보낼 때까지 SYN-SENT에서 기다립니다.",
      "마지막 ACK가 손실됩니다. 서버는 그것을 기다리다가 FIN을 다시 보내고, TIME-WAIT의 클라이언트가 한 번 더 확인 응답합니다.",
      "클라이언트의 FIN이 서버가 자기 FIN을 보낼 때까지 늦어집니다. 양 끝은 ACK를 기다리던 곳에서 FIN을 받아 CLOSING이 됩니다.",
      "이제 서버가 먼저 close()를 호출하므로 TIME-WAIT도 서버의 상태가 됩니다.",
    ],
    zh: [
      "SYN 丢失。客户端并不知道：它等待计时器 1 s，然后重传 SYN。",
      "SYN,ACK 丢失。服务器收到了 SYN，处于 SYN-RECEIVED；客户端在 SYN-SENT 等待，直到计时器重传 SYN。",
      "最后的 ACK 丢失。服务器等待它，并重传 FIN；处于 TIME-WAIT 的客户端再次确认。",
      "客户端的 FIN 被推迟到服务器也发出 FIN 之后。两端在等待 ACK 时收到 FIN：进入 CLOSING。",
      "现在服务器先调用 close()，TIME-WAIT 也随之归它。",
    ],
  },
});
