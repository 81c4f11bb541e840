import type { Fate } from "../../tcp/analysis.ts";
import type { AnnotationKind } from "../../tcp/annotation.ts";
import type { InferredCall } from "../../tcp/arrows.ts";
import { formatCount } from "../figures.ts";
import * as chinese from "../wording/chinese.ts";
import * as korean from "../wording/korean.ts";
import { words } from "../words.ts";

type Chip = string | ((count: string, octets: string) => string);

/** What a chip says: as short as it can be said; the panel *Why* says it in full. */
export const chipWords = words<Record<AnnotationKind, Chip>>({
  "syn-retransmission": {
    en: (count) => `SYN again${count}`,
    ko: (count) => `SYN 재전송${count}`,
    zh: (count) => `SYN 重传${count}`,
  },
  "syn-ack-retransmission": {
    en: (count) => `SYN,ACK again${count}`,
    ko: (count) => `SYN,ACK 재전송${count}`,
    zh: (count) => `SYN,ACK 重传${count}`,
  },
  "fin-retransmission": {
    en: (count) => `FIN again${count}`,
    ko: (count) => `FIN 재전송${count}`,
    zh: (count) => `FIN 重传${count}`,
  },
  retransmission: {
    en: (count) => `retransmission${count}`,
    ko: (count) => `재전송${count}`,
    zh: (count) => `重传${count}`,
  },
  "fast-retransmission": { en: "fast retransmission", ko: "빠른 재전송", zh: "快速重传" },
  "spurious-retransmission": { en: "spurious retransmission", ko: "불필요한 재전송", zh: "不必要的重传" },
  "out-of-order": { en: "out of order", ko: "순서 뒤바뀜", zh: "乱序" },
  "gap-before": {
    en: (_, octets) => `gap before${octets}`,
    ko: (_, octets) => (octets === "" ? "앞부분 없음" : `앞의${octets}바이트 없음`),
    zh: (_, octets) => `之前有缺失${octets}`,
  },
  "ack-unseen": { en: "acknowledges past a gap", ko: "캡처에 없는 데이터의 ACK", zh: "确认了未捕获的数据" },
  "duplicate-ack": {
    en: (count) => `duplicate ACK${count}`,
    ko: (count) => `중복 ACK${count}`,
    zh: (count) => `重复 ACK${count}`,
  },
  "keep-alive": { en: "keep-alive", ko: "keep-alive", zh: "保活" },
  "keep-alive-ack": { en: "keep-alive answered", ko: "keep-alive 응답", zh: "保活应答" },
  "window-probe": { en: "window probe", ko: "윈도우 탐침", zh: "窗口探测" },
  "window-probe-ack": { en: "probe answered", ko: "탐침 응답", zh: "探测应答" },
  "zero-window": { en: "zero window", ko: "제로 윈도우", zh: "零窗口" },
  "window-full": { en: "window full", ko: "윈도우 가득 참", zh: "窗口已满" },
  "window-update": { en: "window update", ko: "윈도우 갱신", zh: "窗口更新" },
  "port-reuse": { en: "port used again", ko: "포트 재사용", zh: "端口重用" },
  "stray-syn": { en: "stray SYN", ko: "엉뚱한 SYN", zh: "游离的 SYN" },
  "challenge-ack": { en: "challenge ACK", ko: "챌린지 ACK", zh: "质询 ACK" },
  "rst-refused": { en: "refused", ko: "거부", zh: "拒绝" },
  "rst-reply": { en: "RST in reply", ko: "응답 RST", zh: "应答 RST" },
  "rst-abort": { en: "abort", ko: "강제 종료", zh: "异常中止" },
  "rst-bare": { en: "bare RST", ko: "ACK 없는 RST", zh: "不带 ACK 的 RST" },
  "rst-not-exact": { en: "RST not exact", ko: "번호 불일치 RST", zh: "序号不精确的 RST" },
  "rst-outside": { en: "RST outside the window", ko: "윈도우 밖 RST", zh: "窗口外的 RST" },
  "simultaneous-open": { en: "simultaneous open", ko: "동시 열기", zh: "同时打开" },
  "simultaneous-close": { en: "simultaneous close", ko: "동시 닫기", zh: "同时关闭" },
  "unseen-fin": { en: "FIN not captured", ko: "캡처에 없는 FIN", zh: "FIN 未捕获" },
  "captured-twice": { en: "captured twice", ko: "두 번 캡처됨", zh: "捕获了两次" },
  elided: { en: "segments left out before", ko: "앞의 세그먼트 생략", zh: "之前的报文段被省略" },
  "time-jump": { en: "clock jumps", ko: "시각 건너뜀", zh: "时钟跳变" },
  wrap: { en: "numbers wrap", ko: "번호 순환", zh: "序号回绕" },
  "icmp-unreachable": { en: "ICMP: unreachable", ko: "ICMP: 도달 불가", zh: "ICMP：不可达" },
  "tfo-request": { en: "asks for Fast Open", ko: "Fast Open 요청", zh: "请求 Fast Open" },
  "tfo-cookie": { en: "Fast Open cookie", ko: "Fast Open 쿠키", zh: "Fast Open cookie" },
  "tfo-data": { en: "Fast Open data", ko: "Fast Open 데이터", zh: "Fast Open 数据" },
  "tfo-accepted": { en: "Fast Open accepted", ko: "Fast Open 수락", zh: "接受 Fast Open" },
  "tfo-refused": { en: "Fast Open refused", ko: "Fast Open 거부", zh: "拒绝 Fast Open" },
  "ecn-setup": { en: "ECN offered", ko: "ECN 제안", zh: "提议 ECN" },
  "ecn-accepted": { en: "ECN accepted", ko: "ECN 수락", zh: "接受 ECN" },
  "ecn-echo": { en: "ECN-Echo", ko: "ECN-Echo", zh: "ECN-Echo" },
  cwr: { en: "CWR", ko: "CWR", zh: "CWR" },
  urgent: { en: "urgent data", ko: "긴급 데이터", zh: "紧急数据" },
  rejected: { en: "rejected", ko: "거절됨", zh: "被拒收" },
});

/** null: the chip of the RST says what it is. */
export const callWords = words<Record<InferredCall, string | null>>({
  listen: { en: "listen()", ko: "listen()", zh: "listen()" },
  connect: { en: "connect()", ko: "connect()", zh: "connect()" },
  "connect-returns": { en: "connect() = 0", ko: "connect() = 0", zh: "connect() = 0" },
  "connect-refused": {
    en: "connect(): ECONNREFUSED",
    ko: "connect(): ECONNREFUSED",
    zh: "connect(): ECONNREFUSED",
  },
  "connect-times-out": { en: "connect(): ETIMEDOUT", ko: "connect(): ETIMEDOUT", zh: "connect(): ETIMEDOUT" },
  "connect-unreachable": {
    en: "connect(): unreachable",
    ko: "connect(): 도달 불가",
    zh: "connect(): 不可达",
  },
  "accept-can-return": { en: "accept() can return", ko: "accept() 반환 가능", zh: "accept() 可返回" },
  close: { en: "close()", ko: "close()", zh: "close()" },
  "read-returns-end": { en: "read() = 0", ko: "read() = 0", zh: "read() = 0" },
  abort: { en: null, ko: null, zh: null },
  "connection-reset": { en: "ECONNRESET", ko: "ECONNRESET", zh: "ECONNRESET" },
});

export const eventWords = words({
  T10: { en: "a new SYN comes", ko: "새 SYN이 옴", zh: "新的 SYN 到达" },
  T13: { en: "gives up on its SYN,ACK", ko: "SYN,ACK 포기", zh: "放弃 SYN,ACK" },
  T16: { en: "gives up on its SYN", ko: "SYN 포기", zh: "放弃 SYN" },
  T17: { en: "ICMP: unreachable", ko: "ICMP: 도달 불가", zh: "ICMP：不可达" },
  T24: {
    en: "FIN-WAIT-2 timer, if closed",
    ko: "FIN-WAIT-2 타이머(닫혔다면)",
    zh: "FIN-WAIT-2 计时器（若已关闭）",
  },
  T28: { en: "2MSL timer", ko: "2MSL 타이머", zh: "2MSL 计时器" },
  T30: { en: "a new SYN comes", ko: "새 SYN이 옴", zh: "新的 SYN 到达" },
  T35: { en: "gives up on its FIN", ko: "FIN 포기", zh: "放弃 FIN" },
  T36: { en: "user timeout", ko: "사용자 타임아웃", zh: "用户超时" },
  T37: { en: "replaced by a new connection", ko: "새 연결로 대체됨", zh: "被新连接取代" },
});

export const fateNotes = words({
  "lost-or-ignored": { en: "lost or ignored", ko: "손실 또는 무시", zh: "丢失或被忽略" },
  "lost-or-late": { en: "lost or late", ko: "손실 또는 지연", zh: "丢失或迟到" },
  doubtful: { en: "lost or ignored", ko: "손실 또는 무시", zh: "丢失或被忽略" },
});

export const fateWords = words<Record<Fate, string>>({
  delivered: { en: "arrives", ko: "도착", zh: "到达" },
  assumed: { en: "assumed to arrive", ko: "도착 가정", zh: "假定到达" },
  lost: { en: "lost", ko: "손실", zh: "丢失" },
  "lost-or-ignored": { en: "lost or ignored", ko: "손실 또는 무시", zh: "丢失或被忽略" },
  duplicate: { en: "not needed", ko: "불필요", zh: "不需要" },
  doubtful: { en: "lost or ignored", ko: "손실 또는 무시", zh: "丢失或被忽略" },
  "no-answer": { en: "no answer ever", ko: "끝내 응답 없음", zh: "始终无应答" },
  unknown: { en: "not known", ko: "알 수 없음", zh: "未知" },
  "lost-or-late": { en: "lost or late", ko: "손실 또는 지연", zh: "丢失或迟到" },
});

export const diagramWords = words({
  /** Under a diagram on paper. */
  notPrinted: {
    en: (shown: number, all: number) =>
      `Segments 1 to ${formatCount(shown)} of ${formatCount(all)}: the others are not printed.`,
    ko: (shown, all) =>
      `세그먼트 ${formatCount(all)}개 중 1번부터 ${formatCount(shown)}번까지입니다. 나머지는 인쇄되지 않았습니다.`,
    zh: (shown, all) =>
      `共 ${formatCount(all)} 个报文段，此处为第 1 至 ${formatCount(shown)} 个：其余未打印。`,
  },
  /** Of a timer that will run out after the end of the capture. */
  ifSilent: {
    en: (event: string) => `if nothing comes: ${event}`,
    ko: (event) => `아무것도 오지 않으면: ${event}`,
    zh: (event) => `若无后续：${event}`,
  },
  wait: {
    en: (wait: string) => `${wait} later`,
    ko: (wait) => `${korean.spoken(wait)} 뒤`,
    zh: (wait) => `${chinese.spoken(wait)}之后`,
  },
  before: {
    en: (wait: string) => `${wait} before`,
    ko: (wait) => `${korean.spoken(wait)} 전`,
    zh: (wait) => `${chinese.spoken(wait)}之前`,
  },
  unknown: { en: "not known", ko: "알 수 없음", zh: "未知" },
  or: {
    en: (states: readonly string[]) => states.join(" or "),
    ko: (states) => states.join(" 또는 "),
    zh: (states) => states.join(" 或 "),
  },
  /** The role of an end, where both open actively. */
  activeOpener: {
    en: (role: string) => `${role}, active opener`,
    ko: (role) => `${role}, 능동 열기`,
    zh: (role) => `${role}，主动打开方`,
  },
  oneSocket: { en: "the same socket", ko: "같은 소켓", zh: "同一套接字" },
  timeShort: { en: "s", ko: "s", zh: "s" },
  tableCaption: {
    en: (first: number, last: number, all: number) =>
      `Segments ${first} to ${last} of ${all} with the states after each`,
    ko: (first, last, all) => `전체 ${all}개 중 세그먼트 ${first}–${last}, 각 세그먼트 이후의 상태`,
    zh: (first, last, all) => `共 ${all} 个报文段，第 ${first} 至 ${last} 个及其后的状态`,
  },
  /** The number of a segment in the table, where it is marked. */
  markedNumber: {
    en: (position: number) => `${position}, marked`,
    ko: (position) => `${position}, 표시됨`,
    zh: (position) => `${position}，已标记`,
  },
  zoom: {
    en: {
      label: "Zoom",
      farther: "Farther (−)",
      nearer: "Nearer (+)",
      fit: "Fit",
      fitHint: "As near as everything fits, otherwise as far as it goes (0)",
    },
    ko: {
      label: "확대",
      farther: "축소 (−)",
      nearer: "확대 (+)",
      fit: "맞춤",
      fitHint: "전체가 보이도록 맞추고, 안 되면 가장 작게 (0)",
    },
    zh: {
      label: "缩放",
      farther: "缩小（−）",
      nearer: "放大（+）",
      fit: "适应窗口",
      fitHint: "缩放到能看到全部；放不下时缩到最小（0）",
    },
  },
  strip: {
    en: {
      label: "Whole connection",
      hint: "Click or drag to move through the whole connection",
      inSight: (first: number, last: number, all: number) =>
        `Segments ${first} to ${last} of ${all} are in sight`,
    },
    ko: {
      label: "연결 전체",
      hint: "클릭하거나 끌어서 연결 전체를 옮겨 다닙니다",
      inSight: (first, last, all) => `전체 ${all}개 중 세그먼트 ${first}–${last}이(가) 보입니다`,
    },
    zh: {
      label: "整个连接",
      hint: "点击或拖动，在整个连接中移动",
      inSight: (first, last, all) => `正在显示共 ${all} 个报文段中的第 ${first} 至 ${last} 个`,
    },
  },
  columns: {
    en: {
      number: "Segment",
      time: "Time in seconds",
      sender: "Sent by",
      segment: "Segment",
      fate: "What became of it",
      client: "Client",
      server: "Server",
      notes: "Notes",
    },
    ko: {
      number: "세그먼트",
      time: "시간(초)",
      sender: "보낸 쪽",
      segment: "세그먼트",
      fate: "결과",
      client: "클라이언트",
      server: "서버",
      notes: "비고",
    },
    zh: {
      number: "报文段",
      time: "时间（秒）",
      sender: "发送方",
      segment: "报文段",
      fate: "结果",
      client: "客户端",
      server: "服务器",
      notes: "备注",
    },
  },
  legend: {
    en: {
      label: "Legend",
      bands: {
        certain: "observed or proved",
        assumed: "assumed",
        gap: "inferred",
        clock: "by a clock",
        either: "one of two states",
        unknown: "not known",
      },
      fates: {
        assumed: "arrival assumed",
        lost: "lost",
        doubtful: "lost or ignored",
        duplicate: "not needed",
        unknown: "arrival not known",
        "no-answer": "never answered",
        "lost-or-late": "repeated: lost or late",
      },
      call: "inferred call",
      times: "times: as captured, at one end or between",
    },
    ko: {
      label: "범례",
      bands: {
        certain: "관찰 또는 증명",
        assumed: "가정",
        gap: "추론",
        clock: "타이머로 추정",
        either: "두 상태 중 하나",
        unknown: "알 수 없음",
      },
      fates: {
        assumed: "도착 가정",
        lost: "손실",
        doubtful: "손실 또는 무시",
        duplicate: "불필요",
        unknown: "도착 여부 모름",
        "no-answer": "끝내 응답 없음",
        "lost-or-late": "재전송됨: 손실 또는 지연",
      },
      call: "추론한 호출",
      times: "시간: 캡처한 지점(한쪽 끝 또는 중간)의 시각",
    },
    zh: {
      label: "图例",
      bands: {
        certain: "观察到或已证明",
        assumed: "假定",
        gap: "推断",
        clock: "由计时器推定",
        either: "两种状态之一",
        unknown: "未知",
      },
      fates: {
        assumed: "假定到达",
        lost: "丢失",
        doubtful: "丢失或被忽略",
        duplicate: "不需要",
        unknown: "是否到达未知",
        "no-answer": "始终无应答",
        "lost-or-late": "已重发：丢失或迟到",
      },
      call: "推断的调用",
      times: "时间：以抓包处（一端或中途）为准",
    },
  },
});
