import type { AnnotationKind } from "../../../../tcp/annotation.ts";
import type { NoteFigures } from "../../en/explanations/notes.ts";
import { countOctets, spoken } from "../start/wording.ts";

function growth({ factor }: NoteFigures): string {
  if (factor === null) return "";
  if (factor > 1.85 && factor < 2.15) return "，等待时间是上一次的两倍";
  return factor > 0.95 && factor < 1.05 ? "，等待时间与上一次相同" : "";
}

function after({ interval, earlier }: NoteFigures): string {
  if (earlier === null) return "";
  return interval === null ? `（再次发送${earlier}）` : `，在${earlier} 之后 ${spoken(interval).trimEnd()}`;
}

const copy =
  (what: string) =>
  (figures: NoteFigures): string =>
    `再次发送同一个 ${what}${figures.count === null ? "" : `（第 ${figures.count + 1} 份）`}${after(figures)}${growth(figures)}。`;

const octetsOrNone = (octets: number | null): string => (octets === null ? "若干字节" : countOctets(octets));

/** What is noteworthy about a segment. */
export const notes: Record<AnnotationKind, (figures: NoteFigures) => string> = {
  "syn-retransmission": copy("SYN"),
  "syn-ack-retransmission": copy("SYN,ACK"),
  "fin-retransmission": copy("FIN"),
  retransmission: (figures) => `重传：这些字节以前发送过${after(figures)}。`,
  "fast-retransmission": (figures) =>
    `快速重传：重复 ACK 请求了这些字节${after(figures)}；无需等到计时器超时。`,
  "spurious-retransmission": (figures) => `不必要的重传：对方已经确认过这些字节${after(figures)}。`,
  "out-of-order": () => "乱序：排在这些字节之后的字节在捕获中更早出现。",
  "gap-before": ({ octets, earlier }) =>
    earlier === null
      ? `就在此报文段之前，这一端发送的 ${octetsOrNone(octets)}在捕获中缺失。`
      : `就在此报文段之前，这一端的 ${octetsOrNone(octets)}在${earlier} 之前省略的部分中。`,
  "ack-unseen": ({ octets, earlier }) => {
    if (earlier === null) return `它确认了捕获中没有的 ${octetsOrNone(octets)}。`;
    if (octets === 0)
      return `Wireshark 会说它确认了未捕获的数据；但这些数据与之前的部分一起包含在${earlier} 中。`;
    return `它确认了${earlier} 之前省略的部分中的 ${octetsOrNone(octets)}。`;
  },
  "duplicate-ack": ({ count }) =>
    `重复 ACK${count === null ? "" : `（第 ${count} 个）`}：重复先前的确认号，TCP 以此应答乱序的报文段或副本。`,
  "keep-alive": () => "保活（keep-alive）：使用旧的序号，只为让对方应答。",
  "keep-alive-ack": ({ earlier }) => `对保活报文段的应答${earlier === null ? "" : `（${earlier}）`}。`,
  "window-probe": () => "窗口探测：对方的窗口已关闭；以此询问是否仍然如此。",
  "window-probe-ack": () => "对窗口探测的应答：窗口仍然关闭。",
  "zero-window": () => "窗口为 0：这一端现在没有空间接收更多数据。",
  "window-full": () => "此报文段把对方的窗口填满到最后一个字节。",
  "window-update": () => "窗口更新：确认号与先前相同，窗口改变了。",
  "port-reuse": () => "在此捕获中，另一个连接先前使用过相同的地址和端口。",
  "stray-syn": () =>
    "在继续进行的连接中出现一个初始序号不同的 SYN：旧的重复报文段，或是伪造的。它不改变任何状态。",
  "challenge-ack": () =>
    "质询 ACK（challenge ACK）：只重复所期望的序号，要求对方证明先前发送的确是本意（RFC 5961）。",
  "rst-refused": () => "拒绝：没有程序监听此端口，或防火墙如此应答。",
  "rst-reply": () => "RST 应答一个不属于这一端任何连接的报文段：它的序号取自那个报文段的确认号。",
  "rst-abort": () => "异常中止：使用这一端自己的下一个序号的 RST。",
  "rst-bare": () => "不带 ACK 标志的 RST，没有任何报文段引起它。",
  "rst-not-exact": () =>
    "RST 在窗口内，但序号不恰好等于所期望的：接收方不得服从，而应发送质询 ACK（RFC 5961）。",
  "rst-outside": () => "RST 在窗口之外：接收方忽略它。",
  "simultaneous-open": () => "同时打开：两端各自发送了 SYN。",
  "simultaneous-close": () => "同时关闭：两端都在对方的 FIN 到达之前发送了 FIN。",
  "unseen-fin": () => "它确认了捕获中没有的 FIN。",
  "captured-twice": () => "捕获中此分组出现了两次；第二份不改变任何状态。",
  elided: () => "就在此报文段之前，有报文段被省略。",
  "time-jump": () => "时钟在此跳变，因此不给出跨越此处的时长。",
  wrap: () => "序号在此从 4,294,967,295 回绕到 0。",
  "icmp-unreachable": () => "ICMP 差错应答此报文段：途中的主机或防火墙表示端口、主机或网络不可达。",
  "tfo-request": () => "请求 Fast Open cookie（RFC 7413）。",
  "tfo-cookie": () => "发放 Fast Open cookie（RFC 7413）。",
  "tfo-data": () => "Fast Open：SYN 已携带数据（RFC 7413）。",
  "tfo-accepted": () => "接受 Fast Open：SYN 的数据得到确认。",
  "tfo-refused": () => "拒绝 Fast Open：只确认了 SYN，其数据必须重新发送。",
  "ecn-setup": () => "提议 ECN：SYN 中有 CWR 和 ECE（RFC 3168）。",
  "ecn-accepted": () => "接受 ECN（RFC 3168）。",
  "ecn-echo": () => "ECN-Echo：途中的路由器标记了拥塞。",
  cwr: () => "CWR：这一端收到 ECN-Echo 后已降低速度。",
  urgent: ({ octets }) => `紧急数据${octets === null ? "" : `：到紧急指针为止 ${octetsOrNone(octets)}`}。`,
  rejected: () => "对方以不带 ACK 的 RST 应答此报文段，并不使用它。",
};
