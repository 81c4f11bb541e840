import type { RefusalKind } from "../../../../capture/reading-codes.ts";
import type { wordRefusal as english } from "../../en/files/refusals.ts";
import { countsIn, hasPrivateLink, hasUnreadLink, type Values } from "../../word-code.ts";
import { wordSkipped } from "./warnings.ts";

const HAN_AT_END = /\p{Script=Han}$/u;
const CONVERT = "请用 Wireshark 附带的 editcap 转换：editcap -F pcap in out。";

const TSHARK =
  "请用 Wireshark 附带的 tshark 输出它读到的内容：tshark -r in -T json > out.json，再打开该文件。";

const PRIVATE_LINK =
  "这是私用编号。如果知道记录的内容，请指定其类型再打开结果：editcap -T ether in out，或 -T rawip。";

/** What to do with a capture without TCP. */
function adviceFor(values: Values): string {
  if (hasPrivateLink(values)) return PRIVATE_LINK;
  return hasUnreadLink(values) ? TSHARK : "请用允许 TCP 通过的过滤器重新捕获。";
}

const unpack =
  (kind: string) =>
  (name: string): string =>
    `${name} 是${kind}：请先解压，再打开其中的捕获。`;

const picture =
  (kind: string) =>
  (name: string): string =>
    `${name} 是${kind}：捕获的图片中没有分组。请打开捕获文件本身，或复制其文本。`;

const convert =
  (kind: string) =>
  (name: string): string =>
    `${name} 是 ${kind}，Synfin 不读取这种格式。${CONVERT}`;

/** A text without a segment: the program that printed it, and what to do instead. */
const printed =
  (what: string, advice: string) =>
  (name: string, { lines = 0 }: Values): string =>
    `${name} 中没有 TCP 报文段：看起来是${what}（${lines} 行）。${advice}`;

const OPEN_CAPTURE = "请打开捕获文件本身。";
const CAPTURE_BESIDE = "请用 tcpdump -nn tcp 捕获报文段本身并粘贴。";

/** Why an input is refused: what it is called, what it looks like, what to do. */
export const refusals: Readonly<Record<RefusalKind, (name: string, values: Values) => string>> = {
  empty: (name) => `${name} 是空的。请选择含有捕获的文件。`,
  "gzip-cut": (name, { length }) =>
    `${name} 是 gzip 数据，在 ${length} 字节之后被截断或损坏，其前没有 TCP 报文段。请重新复制文件。`,
  "zstd-cut": (name, { length }) =>
    `${name} 是 zstd 数据，在 ${length} 字节之后被截断或损坏，其前没有 TCP 报文段。请重新复制文件。`,
  "gzip-unsupported": (name) =>
    `${name} 是用 gzip 压缩的，而此浏览器无法解压 gzip：请先解压，再打开其中的捕获。`,
  "gzip-twice": (name) => `${name} 被压缩了两次：请解压一次，再打开其中的内容。`,
  zip: unpack(" ZIP 压缩包"),
  "7-zip": unpack(" 7-Zip 压缩包"),
  xz: unpack("用 xz 压缩的文件"),
  bzip2: unpack("用 bzip2 压缩的文件"),
  lz4: unpack("用 lz4 压缩的文件"),
  zstd: (name) =>
    `${name} 用 zstd 压缩，使用了字典或大于 128 MB 的窗口。请先用 zstd -d --long=31 FILE 解压，再打开其中的捕获。`,
  compress: unpack("用 compress（.Z）压缩的文件"),
  netmon: convert("Microsoft Network Monitor 捕获"),
  sniffer: convert("Network Associates Sniffer 捕获"),
  ngsniffer: convert("Network General Sniffer（NGSniffer）捕获"),
  "5views": convert("InfoVista 5View（5Views）捕获"),
  commview: convert("TamoSoft CommView 捕获"),
  lanalyzer: convert("Novell LANalyzer 捕获"),
  niobserver: convert("Network Instruments Observer（NIObserver）捕获"),
  visual: convert("Visual Networks 流量捕获"),
  etherpeek: convert("EtherPeek 或 OmniPeek 捕获"),
  iptrace: convert("AIX iptrace 捕获"),
  nettl: convert("HP-UX nettl 跟踪文件"),
  nstrace: (name) => `${name} 是 NetScaler 跟踪文件，Synfin 不读取这种格式。${TSHARK}`,
  erf: convert("Endace ERF 捕获"),
  png: picture(" PNG 图片"),
  jpeg: picture(" JPEG 图片"),
  gif: picture(" GIF 图片"),
  riff: picture(" WebP 图片或其他 RIFF 文件"),
  pdf: (name) => `${name} 是 PDF 文档。请从中复制捕获的文本并粘贴到这里。`,
  elf: (name) => `${name} 是程序（ELF），不是捕获。请选择 pcap 或 pcapng 文件。`,
  office: (name) => `${name} 是 Office 文档。请从中复制分组的各行并粘贴到这里。`,
  unrelated: (name) => `${name}：这些捕获没有共同的连接。请分别打开。`,
  binary: (name, { octets }) =>
    `${name} 是 Synfin 不认识的二进制数据（开头为 ${octets}）。请选择 pcap 或 pcapng 文件，或 tcpdump 文本。`,
  "pcap-header-cut": (name, { length }) =>
    `${name} 的开头像 pcap 捕获，但 24 字节的文件头在 ${length} 字节处被截断。请重新复制文件。`,
  "pcap-version": (name, { version }) => `${name} 声称是 pcap 版本 ${version}，但没有这个版本。${CONVERT}`,
  "snoop-header-cut": (name, { length }) =>
    `${name} 的 snoop 头部被截断：16 个八位组只有 ${length} 个。请重新复制文件。`,
  "snoop-version": (name, { version }) => `${name} 声称是 snoop 版本 ${version}，但只有版本 2。${CONVERT}`,
  "snoop-link": (name, { type }) => `${name} 是 snoop 捕获，其链路类型 ${type} 为 Synfin 所不知。${CONVERT}`,
  "snoop-empty": (name) => `${name} 是没有数据包的 Solaris snoop 捕获。请放宽过滤条件或延长时间重新捕获。`,
  "pcapng-header-cut": (name, { length }) =>
    `${name} 的开头像 pcapng 捕获，但在 ${length} 字节之后被截断。请重新复制文件。`,
  "pcapng-version": (name, { version }) => `${name} 是未知的 pcapng 版本 ${version}。${CONVERT}`,
  "pcapng-damaged": (name) => `${name} 的开头像 pcapng 捕获，但第一个块已损坏。请重新复制文件。`,
  "no-packets": (name) => `${name} 是没有分组的捕获文件。请放宽过滤条件或延长时间重新捕获。`,
  "no-tcp-segments": (name, values) =>
    `${name} 是捕获，但其 ${wordCounts(values)}中没有 TCP 报文段。${adviceFor(values)}`,
  "text-unread": printed(
    "带有 TCP 标志、但 Synfin 无法读取的各行",
    "请用 tcpdump -nn 输出捕获，或告知这些行的形式。",
  ),
  "text-quiet": printed("缺少标志和序号的 tcpdump -q 输出", "请不带 -q 重新输出。"),
  "text-hidden": printed(
    "隐藏了 TCP 首部的上层协议摘要",
    "请用 tcpdump -nn -r FILE 重新输出，或打开捕获文件本身。",
  ),
  "text-cut": printed("因 snap length 太短而在 TCP 首部之前被截断的分组", "请用 tcpdump -s 0 重新捕获。"),
  "text-no-tcp": printed("没有 TCP 的分组列表", "请用过滤器“tcp”捕获，或另找文件。"),
  "text-sockets": printed("列出套接字的 ss 或 netstat 输出", CAPTURE_BESIDE),
  "text-export": printed(
    "Synfin 不读取的 JSON 或 XML 导出",
    "请用 tshark -T json 导出，或打开捕获文件本身。",
  ),
  "text-octets": (name, { lines = 0 }) =>
    `${name} 中没有 TCP 报文段：看起来是没有时间的分组十六进制转储（${lines} 个分组）。请用 Wireshark 附带的 text2pcap 转换：text2pcap in out.pcap。`,
  "text-snoop": printed(" Solaris snoop 的文本", "请改用 tcpdump -nn 输出捕获。"),
  "text-zeek": printed("只有连接汇总的 Zeek 日志", OPEN_CAPTURE),
  "text-tcptrace": printed("只有连接汇总的 tcptrace 报告", OPEN_CAPTURE),
  "text-conntrack": printed("列出 Linux 所跟踪连接的 conntrack 输出", CAPTURE_BESIDE),
  "text-tcpstates": printed("列出套接字及其状态的 tcpstates、tcplife 等 eBPF 工具的输出", CAPTURE_BESIDE),
  "text-iptables": printed(
    " Linux 的防火墙日志（iptables LOG、nftables log）",
    "请记录序号：iptables -j LOG --log-tcp-sequence --log-tcp-options，或 nft log flags tcp sequence,options。也可用 tcpdump -nn tcp 捕获报文段。",
  ),
  "text-hubble": printed(
    "列出流的 Hubble 或 Cilium monitor 的输出",
    "请在 Pod 所在的节点上用 tcpdump -nn tcp 捕获并粘贴。",
  ),
  "text-flow-log": printed(
    "汇总报文段的云流日志或 NetFlow 记录",
    "请在其中一台主机上用 tcpdump -nn tcp 捕获，或镜像流量。",
  ),
  "text-retis": printed(" retis 的输出", "请用 retis pcap 将其事件写成捕获文件，再打开它。"),
  "text-pwru": printed("列出分组所经函数的 pwru 输出", CAPTURE_BESIDE),
  "text-fw-monitor": printed(
    " Check Point 的 fw monitor 的输出",
    "请用 fw monitor -o FILE 写成文件，用 editcap -F pcap in out 转换，再打开它。",
  ),
  "text-k12": printed(
    " Tektronix K12 文本文件",
    "请用 Wireshark 附带的 editcap 转换：editcap -F pcap in out。",
  ),
  "text-qlog": printed("记录 QUIC、没有 TCP 报文段的 qlog 文件", "请打开 TCP 连接的捕获。"),
  "text-tshark-fields": printed(
    "用 tshark -T fields 输出的字段",
    "请连同字段名一起打印：tshark -T fields -E header=y -e frame.time_epoch -e ip.src -e ip.dst -e tcp.srcport -e tcp.dstport -e tcp.flags -e tcp.seq_raw -e tcp.ack_raw -e tcp.len -e tcp.window_size_value，或打开捕获文件本身。",
  ),
  "text-scapy": printed(" Scapy 输出的分组", '请用 wrpcap("out.pcap", packets) 写成捕获文件，再打开它。'),
  "text-flow-graph": printed(
    " Wireshark 的 flow graph",
    "请导出分组列表（File，Export Packet Dissections，As CSV），或打开捕获文件本身。",
  ),
  "text-statistics": printed("汇总分组的 Wireshark、tshark 或 capinfos 统计", OPEN_CAPTURE),
  "text-prose": printed("没有分组的普通文本", "请粘贴 tcpdump 输出的各行，例如用 tcpdump -nn tcp。"),
};

/** `4 条记录（UDP 3，ARP 1）`, the most frequent first. */
function wordCounts(values: Values): string {
  const { records = 0 } = values;
  const parts = countsIn(values, (reason, count) => `${wordSkipped(reason)} ${count}`);
  return `${records} 条记录${parts.length > 0 ? `（${parts.join("，")}）` : ""}`;
}

export const wordRefusal: typeof english = (name, { kind, values = {} }) => {
  const said = refusals[kind](name, values);
  // No blank stands between Chinese words.
  if (!said.startsWith(name) || !HAN_AT_END.test(name)) return said;
  return name + said.slice(name.length).replace(/^ (?=\p{Script=Han})/u, "");
};
