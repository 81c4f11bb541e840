import type { wordRefusal as english } from "../../en/files/refusals.ts";
import { countsIn, type Values } from "../../word-code.ts";
import { wordSkipped } from "./warnings.ts";

const CONVERT = "请用 Wireshark 附带的 editcap 转换：editcap -F pcap in out。";

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

/** Why an input is refused: what it is called, what it looks like, what to do. By code of `capture`. */
export const refusals: Readonly<Record<string, (name: string, values: Values) => string>> = {
  empty: (name) => `${name} 是空的。请选择含有捕获的文件。`,
  "gzip-cut": (name, { length }) =>
    `${name} 是 gzip 数据，在 ${length} 字节之后被截断或损坏，其前没有 TCP 报文段。请重新复制文件。`,
  "gzip-unsupported": (name) =>
    `${name} 是用 gzip 压缩的，而此浏览器无法解压 gzip：请先解压，再打开其中的捕获。`,
  "gzip-twice": (name) => `${name} 被 gzip 压缩了两次：请解压一次，再打开其中的内容。`,
  zip: unpack(" ZIP 压缩包"),
  "7-zip": unpack(" 7-Zip 压缩包"),
  xz: unpack("用 xz 压缩的文件"),
  bzip2: unpack("用 bzip2 压缩的文件"),
  lz4: unpack("用 lz4 压缩的文件"),
  zstd: unpack("用 zstd 压缩的文件"),
  compress: unpack("用 compress（.Z）压缩的文件"),
  snoop: convert("Solaris snoop 捕获"),
  netmon: convert("Microsoft Network Monitor 捕获"),
  sniffer: convert("Network Associates Sniffer 捕获"),
  png: picture(" PNG 图片"),
  jpeg: picture(" JPEG 图片"),
  gif: picture(" GIF 图片"),
  riff: picture(" WebP 图片或其他 RIFF 文件"),
  pdf: (name) => `${name} 是 PDF 文档。请从中复制捕获的文本并粘贴到这里。`,
  elf: (name) => `${name} 是程序（ELF），不是捕获。请选择 pcap 或 pcapng 文件。`,
  office: (name) => `${name} 是 Office 文档。请从中复制分组的各行并粘贴到这里。`,
  binary: (name, { octets }) =>
    `${name} 是 Synfin 不认识的二进制数据（开头为 ${octets}）。请选择 pcap 或 pcapng 文件，或 tcpdump 文本。`,
  "pcap-header-cut": (name, { length }) =>
    `${name} 的开头像 pcap 捕获，但 24 字节的文件头在 ${length} 字节处被截断。请重新复制文件。`,
  "pcap-version": (name, { version }) => `${name} 声称是 pcap 版本 ${version}，但没有这个版本。${CONVERT}`,
  "pcapng-header-cut": (name, { length }) =>
    `${name} 的开头像 pcapng 捕获，但在 ${length} 字节之后被截断。请重新复制文件。`,
  "pcapng-version": (name, { version }) => `${name} 是未知的 pcapng 版本 ${version}。${CONVERT}`,
  "pcapng-damaged": (name) => `${name} 的开头像 pcapng 捕获，但第一个块已损坏。请重新复制文件。`,
  "no-packets": (name) => `${name} 是没有分组的捕获文件。请放宽过滤条件或延长时间重新捕获。`,
  "no-tcp-segments": (name, values) =>
    `${name} 是捕获，但其 ${wordCounts(values)}中没有 TCP 报文段。请用允许 TCP 通过的过滤器重新捕获。`,
  "text-quiet": (name) => `${name} 是用 tcpdump -q 输出的，缺少标志和序号。请不带 -q 重新输出。`,
  "text-hidden": (name) =>
    `${name} 按上层协议列出分组，隐藏了 TCP 首部。请用 tcpdump -nn 重新输出，或打开捕获文件本身。`,
  "text-cut": (name) =>
    `${name} 的 snap length 太短：分组在 TCP 首部之前被截断。请用 tcpdump -s 0 重新捕获。`,
  "text-no-tcp": (name, { lines }) =>
    `${name} 列出了分组，但其 ${lines} 行中没有 TCP 报文段。请用过滤器“tcp”捕获，或另找文件。`,
  "text-sockets": (name) =>
    `${name} 看起来是 ss 或 netstat 的输出，列出的是套接字而不是报文段。请用 tcpdump -nn tcp 捕获并粘贴。`,
  "text-export": (name) =>
    `${name} 是 Synfin 不读取的 JSON 或 XML 导出。请打开捕获文件本身，或粘贴 tcpdump 文本。`,
  "text-snoop": (name) =>
    `${name} 看起来是 Synfin 不读取的 Solaris snoop 文本。请改用 tcpdump -nn 输出捕获。`,
  "text-zeek": (name) => `${name} 看起来是 Zeek 日志，只有连接的汇总，没有报文段。请打开捕获文件本身。`,
  "text-tcptrace": (name) =>
    `${name} 看起来是 tcptrace 报告，只有连接的汇总，没有报文段。请打开捕获文件本身。`,
  "text-prose": (name, { lines }) =>
    `${name} 看起来是 ${lines} 行普通文本，其中没有分组。请粘贴 tcpdump 输出的各行，例如用 tcpdump -nn tcp。`,
};

/** `4 条记录（UDP 3，ARP 1）`, the most frequent first. */
function wordCounts(values: Values): string {
  const { records = 0 } = values;
  const parts = countsIn(values, (reason, count) => `${wordSkipped(reason)} ${count}`);
  return `${records} 条记录${parts.length > 0 ? `（${parts.join("，")}）` : ""}`;
}

export const wordRefusal: typeof english = (name, { kind, values = {} }) =>
  refusals[kind]?.(name, values) ??
  `${name} 不是 Synfin 能读取的捕获（${kind}）。请选择 pcap 或 pcapng 文件，或 tcpdump 文本。`;
