import type { AnnotationKind } from "../../tcp/annotation.ts";
import * as chinese from "../wording/chinese.ts";
import * as english from "../wording/english.ts";
import * as korean from "../wording/korean.ts";
import { words } from "../words.ts";

/** What a sentence about an annotation can name; every figure may be missing. */
export interface NoteFigures {
  readonly count: number | null;
  /** `segment 3`, or null. */
  readonly earlier: string | null;
  /** `1.00 s`, or null. */
  readonly interval: string | null;
  readonly octets: number | null;
  /** The interval through the one before. */
  readonly factor: number | null;
}

/** How the wait compares with the one before. */
function growthInEnglish({ factor }: NoteFigures): string {
  if (factor === null) return "";
  if (factor > 1.85 && factor < 2.15) return ", twice the wait before";
  return factor > 0.95 && factor < 1.05 ? ", the same wait as before" : "";
}

/** `, 1.00 s after segment 3`, as far as known. */
function afterInEnglish({ interval, earlier }: NoteFigures): string {
  if (earlier === null) return "";
  return interval === null ? ` (${earlier} again)` : `, ${interval} after ${earlier}`;
}

const copyInEnglish =
  (what: string) =>
  (figures: NoteFigures): string =>
    `${what} once more${figures.count === null ? "" : ` (copy ${figures.count + 1})`}${afterInEnglish(figures)}${growthInEnglish(figures)}.`;

const octetsOrNoneInEnglish = (octets: number | null): string =>
  octets === null ? "octets" : english.countOctets(octets);

function growthInKorean({ factor }: NoteFigures): string {
  if (factor === null) return "";
  if (factor > 1.85 && factor < 2.15) return ", 직전 대기 시간의 두 배";
  return factor > 0.95 && factor < 1.05 ? ", 직전과 같은 대기 시간" : "";
}

function afterInKorean({ interval, earlier }: NoteFigures): string {
  if (earlier === null) return "";
  return interval === null ? ` (${earlier} 다시 보냄)` : `, ${earlier} 이후 ${korean.spoken(interval)} 만에`;
}

const copyInKorean =
  (what: string) =>
  (figures: NoteFigures): string =>
    `같은 ${what} 재전송${figures.count === null ? "" : ` (사본 ${figures.count + 1})`}${afterInKorean(figures)}${growthInKorean(figures)}.`;

const octetsOrNoneInKorean = (octets: number | null): string =>
  octets === null ? "데이터" : korean.countOctets(octets);

function growthInChinese({ factor }: NoteFigures): string {
  if (factor === null) return "";
  if (factor > 1.85 && factor < 2.15) return "，等待时间是上一次的两倍";
  return factor > 0.95 && factor < 1.05 ? "，等待时间与上一次相同" : "";
}

function afterInChinese({ interval, earlier }: NoteFigures): string {
  if (earlier === null) return "";
  return interval === null
    ? `（再次发送${earlier}）`
    : `，在${earlier} 之后 ${chinese.spoken(interval).trimEnd()}`;
}

const copyInChinese =
  (what: string) =>
  (figures: NoteFigures): string =>
    `再次发送同一个 ${what}${figures.count === null ? "" : `（第 ${figures.count + 1} 份）`}${afterInChinese(figures)}${growthInChinese(figures)}。`;

const octetsOrNoneInChinese = (octets: number | null): string =>
  octets === null ? "若干字节" : chinese.countOctets(octets);

/** What is noteworthy about a segment. */
export const noteWords = words<Record<AnnotationKind, (figures: NoteFigures) => string>>({
  "syn-retransmission": {
    en: copyInEnglish("The same SYN"),
    ko: copyInKorean("SYN"),
    zh: copyInChinese("SYN"),
  },
  "syn-ack-retransmission": {
    en: copyInEnglish("The same SYN,ACK"),
    ko: copyInKorean("SYN,ACK"),
    zh: copyInChinese("SYN,ACK"),
  },
  "fin-retransmission": {
    en: copyInEnglish("The same FIN"),
    ko: copyInKorean("FIN"),
    zh: copyInChinese("FIN"),
  },
  retransmission: {
    en: (figures) => `Retransmission: these octets were sent before${afterInEnglish(figures)}.`,
    ko: (figures) => `재전송: 전에 보냈던 바이트입니다${afterInKorean(figures)}.`,
    zh: (figures) => `重传：这些字节以前发送过${afterInChinese(figures)}。`,
  },
  "fast-retransmission": {
    en: (figures) =>
      `Fast retransmission: duplicate ACKs asked for these octets${afterInEnglish(figures)}; no timer had to run out.`,
    ko: (figures) =>
      `빠른 재전송: 중복 ACK가 이 바이트를 요청했습니다${afterInKorean(figures)}. 타이머 만료를 기다릴 필요가 없었습니다.`,
    zh: (figures) => `快速重传：重复 ACK 请求了这些字节${afterInChinese(figures)}；无需等到计时器超时。`,
  },
  "spurious-retransmission": {
    en: (figures) =>
      `Spurious retransmission: the other end had acknowledged these octets already${afterInEnglish(figures)}.`,
    ko: (figures) => `불필요한 재전송: 상대가 이 바이트를 이미 확인 응답했습니다${afterInKorean(figures)}.`,
    zh: (figures) => `不必要的重传：对方已经确认过这些字节${afterInChinese(figures)}。`,
  },
  "out-of-order": {
    en: () => "Out of order: octets that come after these stand earlier in the capture.",
    ko: () => "순서 뒤바뀜: 이 바이트보다 뒤의 바이트가 캡처에서 먼저 나옵니다.",
    zh: () => "乱序：排在这些字节之后的字节在捕获中更早出现。",
  },
  // A gap that refers to a segment is explained by what is left out before that.
  "gap-before": {
    en: ({ octets, earlier }) =>
      earlier === null
        ? `Just before this segment, ${octetsOrNoneInEnglish(octets)} of this end are missing in the capture.`
        : `Just before this segment, ${octetsOrNoneInEnglish(octets)} of this end are among what is left out before ${earlier}.`,
    ko: ({ octets, earlier }) =>
      earlier === null
        ? `이 세그먼트 바로 앞에서 이쪽이 보낸 ${octetsOrNoneInKorean(octets)} 분량이 캡처에 없습니다.`
        : `이 세그먼트 바로 앞에서, 이쪽이 보낸 ${octetsOrNoneInKorean(octets)} 분량이 ${earlier} 앞에서 생략된 부분에 있습니다.`,
    zh: ({ octets, earlier }) =>
      earlier === null
        ? `就在此报文段之前，这一端发送的 ${octetsOrNoneInChinese(octets)}在捕获中缺失。`
        : `就在此报文段之前，这一端的 ${octetsOrNoneInChinese(octets)}在${earlier} 之前省略的部分中。`,
  },
  "ack-unseen": {
    en: ({ octets, earlier }) => {
      if (earlier === null)
        return `It acknowledges ${octetsOrNoneInEnglish(octets)} that the capture does not hold.`;
      if (octets === 0)
        return `Wireshark would say that it acknowledges data not captured; ${earlier} brought it, with more in front.`;
      return `It acknowledges ${octetsOrNoneInEnglish(octets)} that are among what is left out before ${earlier}.`;
    },
    ko: ({ octets, earlier }) => {
      if (earlier === null) return `캡처에 없는 ${octetsOrNoneInKorean(octets)} 분량을 확인 응답합니다.`;
      if (octets === 0)
        return `Wireshark라면 캡처에 없는 데이터를 확인 응답한다고 표시하지만, 그 데이터는 앞부분과 함께 ${earlier}에 들어 있습니다.`;
      return `${earlier} 앞에서 생략된 부분에 있는 ${octetsOrNoneInKorean(octets)} 분량을 확인 응답합니다.`;
    },
    zh: ({ octets, earlier }) => {
      if (earlier === null) return `它确认了捕获中没有的 ${octetsOrNoneInChinese(octets)}。`;
      if (octets === 0)
        return `Wireshark 会说它确认了未捕获的数据；但这些数据与之前的部分一起包含在${earlier} 中。`;
      return `它确认了${earlier} 之前省略的部分中的 ${octetsOrNoneInChinese(octets)}。`;
    },
  },
  "duplicate-ack": {
    en: ({ count }) =>
      `Duplicate ACK${count === null ? "" : ` number ${count}`}: it repeats the acknowledgment number of before, as TCP answers a segment out of order or a copy.`,
    ko: ({ count }) =>
      `중복 ACK${count === null ? "" : ` ${count}번째`}: 이전과 같은 확인 응답 번호입니다. TCP는 순서가 어긋난 세그먼트나 사본에 이렇게 응답합니다.`,
    zh: ({ count }) =>
      `重复 ACK${count === null ? "" : `（第 ${count} 个）`}：重复先前的确认号，TCP 以此应答乱序的报文段或副本。`,
  },
  "keep-alive": {
    en: () => "Keep-alive: an old number, sent only to make the other end answer.",
    ko: () => "Keep-alive: 상대의 응답을 얻으려고 일부러 이전 번호로 보냅니다.",
    zh: () => "保活（keep-alive）：使用旧的序号，只为让对方应答。",
  },
  "keep-alive-ack": {
    en: ({ earlier }) => `The answer to the keep-alive${earlier === null ? "" : ` of ${earlier}`}.`,
    ko: ({ earlier }) => `Keep-alive에 대한 응답입니다${earlier === null ? "" : ` (${earlier})`}.`,
    zh: ({ earlier }) => `对保活报文段的应答${earlier === null ? "" : `（${earlier}）`}。`,
  },
  "window-probe": {
    en: () => "Window probe: the window of the other end is closed; this asks whether it still is.",
    ko: () => "윈도우 탐침: 상대의 윈도우가 닫혀 있어, 아직도 그런지 묻습니다.",
    zh: () => "窗口探测：对方的窗口已关闭；以此询问是否仍然如此。",
  },
  "window-probe-ack": {
    en: () => "The answer to the window probe: the window is still closed.",
    ko: () => "윈도우 탐침에 대한 응답: 윈도우가 여전히 닫혀 있습니다.",
    zh: () => "对窗口探测的应答：窗口仍然关闭。",
  },
  "zero-window": {
    en: () => "Window 0: this end has no room for more data now.",
    ko: () => "윈도우 0: 지금은 이쪽에 데이터를 더 받을 공간이 없습니다.",
    zh: () => "窗口为 0：这一端现在没有空间接收更多数据。",
  },
  "window-full": {
    en: () => "This segment fills the window of the other end to the last octet.",
    ko: () => "이 세그먼트로 상대의 윈도우가 마지막 바이트까지 가득 찹니다.",
    zh: () => "此报文段把对方的窗口填满到最后一个字节。",
  },
  "window-update": {
    en: () => "Window update: the acknowledgment number is that of before, the window is another.",
    ko: () => "윈도우 갱신: 확인 응답 번호는 그대로이고 윈도우만 바뀌었습니다.",
    zh: () => "窗口更新：确认号与先前相同，窗口改变了。",
  },
  "port-reuse": {
    en: () => "The same addresses and ports carried another connection earlier in this capture.",
    ko: () => "이 캡처에서 앞서 다른 연결이 같은 주소와 포트를 썼습니다.",
    zh: () => "在此捕获中，另一个连接先前使用过相同的地址和端口。",
  },
  "stray-syn": {
    en: () =>
      "A SYN with another initial sequence number, inside a connection that goes on: an old duplicate, or forged. It changes nothing.",
    ko: () =>
      "계속되는 연결 안에 초기 순서 번호가 다른 SYN이 왔습니다. 오래된 중복이거나 위조된 것이며, 아무것도 바꾸지 않습니다.",
    zh: () => "在继续进行的连接中出现一个初始序号不同的 SYN：旧的重复报文段，或是伪造的。它不改变任何状态。",
  },
  "challenge-ack": {
    en: () =>
      "Challenge ACK: it only repeats what is expected, so that the other end must show that it meant what it sent (RFC 5961).",
    ko: () =>
      "챌린지 ACK(challenge ACK): 기대하는 번호를 되풀이하여, 상대가 보낸 것이 진짜인지 증명하게 합니다(RFC 5961).",
    zh: () => "质询 ACK（challenge ACK）：只重复所期望的序号，要求对方证明先前发送的确是本意（RFC 5961）。",
  },
  "rst-refused": {
    en: () => "Refused: nobody listens on this port, or a firewall answers so.",
    ko: () => "거부: 이 포트에서 수신 대기하는 프로그램이 없거나, 방화벽이 이렇게 응답합니다.",
    zh: () => "拒绝：没有程序监听此端口，或防火墙如此应答。",
  },
  "rst-reply": {
    en: () =>
      "The RST answers a segment that fits no connection of this end: it takes its sequence number from that segment’s acknowledgment number.",
    ko: () =>
      "이쪽의 어떤 연결에도 맞지 않는 세그먼트에 RST로 응답합니다. RST의 순서 번호는 그 세그먼트의 확인 응답 번호에서 가져옵니다.",
    zh: () => "RST 应答一个不属于这一端任何连接的报文段：它的序号取自那个报文段的确认号。",
  },
  "rst-abort": {
    en: () => "Abort: a RST at this end’s own next sequence number.",
    ko: () => "강제 종료: 이쪽의 다음 순서 번호를 단 RST입니다.",
    zh: () => "异常中止：使用这一端自己的下一个序号的 RST。",
  },
  "rst-bare": {
    en: () => "A RST without the ACK flag that no segment has called for.",
    ko: () => "어떤 세그먼트도 부르지 않은, ACK 플래그 없는 RST입니다.",
    zh: () => "不带 ACK 标志的 RST，没有任何报文段引起它。",
  },
  "rst-not-exact": {
    en: () =>
      "The RST lies in the window, but not exactly at the expected number: the receiver must not obey it but send a challenge ACK (RFC 5961).",
    ko: () =>
      "RST가 윈도우 안에 있지만 기대하는 번호와 정확히 같지 않습니다. 받는 쪽은 따르지 않고 챌린지 ACK를 보내야 합니다(RFC 5961).",
    zh: () => "RST 在窗口内，但序号不恰好等于所期望的：接收方不得服从，而应发送质询 ACK（RFC 5961）。",
  },
  "rst-outside": {
    en: () => "The RST lies outside the window: the receiver ignores it.",
    ko: () => "RST가 윈도우 밖에 있으므로 받는 쪽은 무시합니다.",
    zh: () => "RST 在窗口之外：接收方忽略它。",
  },
  "simultaneous-open": {
    en: () => "Simultaneous open: both ends have sent a SYN of their own.",
    ko: () => "동시 열기: 양쪽이 각자 SYN을 보냈습니다.",
    zh: () => "同时打开：两端各自发送了 SYN。",
  },
  "simultaneous-close": {
    en: () => "Simultaneous close: both ends have sent a FIN before the other’s had arrived.",
    ko: () => "동시 닫기: 상대의 FIN이 도착하기 전에 양쪽 모두 FIN을 보냈습니다.",
    zh: () => "同时关闭：两端都在对方的 FIN 到达之前发送了 FIN。",
  },
  "unseen-fin": {
    en: () => "It acknowledges a FIN that the capture does not hold.",
    ko: () => "캡처에 없는 FIN을 확인 응답합니다.",
    zh: () => "它确认了捕获中没有的 FIN。",
  },
  "captured-twice": {
    en: () => "The capture holds this packet twice; the second copy changes nothing.",
    ko: () => "캡처에 이 패킷이 두 번 들어 있습니다. 두 번째 사본은 아무것도 바꾸지 않습니다.",
    zh: () => "捕获中此分组出现了两次；第二份不改变任何状态。",
  },
  elided: {
    en: () => "Segments are left out just before this one.",
    ko: () => "바로 앞의 세그먼트들이 생략되었습니다.",
    zh: () => "就在此报文段之前，有报文段被省略。",
  },
  "time-jump": {
    en: () => "The clock jumps here, so no durations are given across it.",
    ko: () => "여기서 시각이 건너뛰므로, 이 지점을 지나는 시간은 표시하지 않습니다.",
    zh: () => "时钟在此跳变，因此不给出跨越此处的时长。",
  },
  wrap: {
    en: () => "The sequence numbers wrap round from 4,294,967,295 to 0 here.",
    ko: () => "여기서 순서 번호가 4,294,967,295에서 0으로 순환합니다.",
    zh: () => "序号在此从 4,294,967,295 回绕到 0。",
  },
  "icmp-unreachable": {
    en: () =>
      "An ICMP error answers this segment: a host or firewall on the way says that the port, host or network cannot be reached.",
    ko: () =>
      "ICMP 오류가 이 세그먼트에 응답합니다. 경로의 호스트나 방화벽이 포트, 호스트 또는 네트워크에 도달할 수 없다고 알립니다.",
    zh: () => "ICMP 差错应答此报文段：途中的主机或防火墙表示端口、主机或网络不可达。",
  },
  "tfo-request": {
    en: () => "It asks for a Fast Open cookie (RFC 7413).",
    ko: () => "Fast Open 쿠키를 요청합니다(RFC 7413).",
    zh: () => "请求 Fast Open cookie（RFC 7413）。",
  },
  "tfo-cookie": {
    en: () => "It hands out a Fast Open cookie (RFC 7413).",
    ko: () => "Fast Open 쿠키를 건네줍니다(RFC 7413).",
    zh: () => "发放 Fast Open cookie（RFC 7413）。",
  },
  "tfo-data": {
    en: () => "Fast Open: the SYN carries data already (RFC 7413).",
    ko: () => "Fast Open: SYN에 이미 데이터가 실려 있습니다(RFC 7413).",
    zh: () => "Fast Open：SYN 已携带数据（RFC 7413）。",
  },
  "tfo-accepted": {
    en: () => "Fast Open accepted: the data of the SYN is acknowledged.",
    ko: () => "Fast Open 수락: SYN의 데이터가 확인 응답되었습니다.",
    zh: () => "接受 Fast Open：SYN 的数据得到确认。",
  },
  "tfo-refused": {
    en: () => "Fast Open refused: only the SYN is acknowledged, its data must be sent again.",
    ko: () => "Fast Open 거부: SYN만 확인 응답되었으므로 데이터를 다시 보내야 합니다.",
    zh: () => "拒绝 Fast Open：只确认了 SYN，其数据必须重新发送。",
  },
  "ecn-setup": {
    en: () => "It offers ECN: CWR and ECE in a SYN (RFC 3168).",
    ko: () => "ECN을 제안합니다: SYN에 CWR와 ECE가 있습니다(RFC 3168).",
    zh: () => "提议 ECN：SYN 中有 CWR 和 ECE（RFC 3168）。",
  },
  "ecn-accepted": {
    en: () => "It accepts ECN (RFC 3168).",
    ko: () => "ECN을 수락합니다(RFC 3168).",
    zh: () => "接受 ECN（RFC 3168）。",
  },
  "ecn-echo": {
    en: () => "ECN-Echo: a router has marked congestion on the way.",
    ko: () => "ECN-Echo: 경로의 라우터가 혼잡을 표시했습니다.",
    zh: () => "ECN-Echo：途中的路由器标记了拥塞。",
  },
  cwr: {
    en: () => "CWR: this end has slowed down after an ECN-Echo.",
    ko: () => "CWR: 이쪽이 ECN-Echo를 받고 속도를 줄였습니다.",
    zh: () => "CWR：这一端收到 ECN-Echo 后已降低速度。",
  },
  urgent: {
    en: ({ octets }) =>
      `Urgent data${octets === null ? "" : `: ${octetsOrNoneInEnglish(octets)} up to the urgent pointer`}.`,
    ko: ({ octets }) =>
      `긴급 데이터${octets === null ? "" : `: 긴급 포인터까지 ${octetsOrNoneInKorean(octets)}`}.`,
    zh: ({ octets }) =>
      `紧急数据${octets === null ? "" : `：到紧急指针为止 ${octetsOrNoneInChinese(octets)}`}。`,
  },
  rejected: {
    en: () => "The other end answers this segment with a bare RST and does not use it.",
    ko: () => "상대는 이 세그먼트를 쓰지 않고 ACK 없는 RST로 응답합니다.",
    zh: () => "对方以不带 ACK 的 RST 应答此报文段，并不使用它。",
  },
});
