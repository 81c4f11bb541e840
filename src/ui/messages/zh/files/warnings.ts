import { PROTOCOL_NAMES } from "../../../../base/protocol-names.ts";
import type { NamedReason, WarningCode } from "../../../../capture/reading-codes.ts";
import { type Sentence, skippedIn, warningsIn } from "../../word-code.ts";

/** What could not be read, or was read with doubt. */
export const warnings: Readonly<Record<WarningCode, Sentence>> = {
  "record-cut": ({ missing }) => `文件在一条记录中间结束：还应有 ${missing} 字节。`,
  "record-length": ({ length }) =>
    `一条记录声称有 ${length} 字节，没有捕获会这样：从下一条合理的记录继续读取。`,
  "block-cut": ({ missing }) => `文件在一个块中间结束：还应有 ${missing} 字节。`,
  "block-length": ({ length }) => `一个块声称有 ${length} 字节：从下一个合理的块继续读取。`,
  "block-trailer": ({ first, second }) =>
    `一个块的长度前面为 ${first} 字节，后面为 ${second} 字节：从下一个合理的块继续读取。`,
  "block-short": "一个接口的描述太短，无法读取，已略去。",
  "pcapng-byte-order": "一个节没有说明字节序：从下一个合理的块继续读取。",
  "section-version": ({ version }) => `一个节的版本 ${version} 未知：在此停止读取。`,
  "unknown-interface": ({ interface: id }) => `一条记录指向接口 ${id}，但文件没有描述它。`,
  "packet-length": ({ length }) => `一条记录声称有 ${length} 字节，超过了所在的块。`,
  "gzip-cut": ({ length }) => `gzip 数据在解压出 ${length} 字节之后被截断或损坏。`,
  "zstd-cut": ({ length }) => `zstd 数据在解压出 ${length} 字节之后被截断或损坏。`,
  "time-out-of-order": "时间与前后各行不符：略去时间，保留顺序。",
  "port-out-of-range": "端口大于 65535：此行已略去。",
  "header-cut": "输出的 TCP 首部被截断：只读取了已有的部分。",
  "fields-missing": "此行缺少 tcpdump 会输出的字段：只读取了已有的部分。",
  "syn-ack-without-number": "没有确认号的 SYN,ACK。",
  "octets-differ": "下面的十六进制转储与此行不符：以转储的字节为准。",
  "socket-fits-none": () => "文本中没有与此套接字对应的连接。",
  restated: ({ line }) => `此行不带时间地重复第 ${line} 行的内容：已略去。`,
  "seen-on-two-interfaces": ({ line }) => `第 ${line} 行的报文段又在另一个接口上出现：已略去。`,
  "tcp-hidden": ({ protocol }) => `${protocol} 摘要隐藏了 TCP 首部。`,
  "only-a-mention": "只有两端和标志，没有任何序号：只是提及，不是报文段。",
  "not-understood": "此行看起来像分组，但无法读取。",
  "line-too-long": ({ limit }) => `此行超过 ${limit} 个字符：其后的内容没有读取。`,
  "packets-not-in-text": ({ missing, captured }) => `捕获的 ${captured} 个分组中有 ${missing} 个不在文本里。`,
};

export const wordWarning = warningsIn(warnings);

/** Why a record holds no TCP segment. */
export const skippedReasons: Readonly<Record<NamedReason, string>> = {
  ...PROTOCOL_NAMES,
  "802.11-encrypted": "加密（802.11）",
  "802.11-fragment": "802.11 分片",
  "802.11-management": "802.11 管理与控制",
  "arcnet-fragment": "ARCNET 分片",
  "capwap-encrypted": "加密（CAPWAP）",
  "capwap-fragment": "CAPWAP 分片",
  "macsec-encrypted": "加密（MACsec）",
  "mpls-control": "MPLS 控制",
  "pppoe-discovery": "PPPoE 发现",
  "preempted-frame": "被抢占帧的片段",
  esp: "加密（ESP）",
  wireguard: "加密（WireGuard）",
  llc: "LLC（生成树等）",
  "journal-entry": "日志条目",
  "system-event": "系统事件",
  "custom-block": "自定义块",
  "not-ip": "非 IP",
  "other-ip-protocol": "其他 IP 协议",
  "other-protocol": "其他协议",
  "ip-fragment": "分片数据报的片段",
  "ppp-control": "PPP 控制",
  "slow-protocols": "LACP 等 slow protocols",
  "ipv6-no-next-header": "没有内容的 IPv6",
  "nested-too-deep": "嵌套过深",
  cut: "在 TCP 首部之前被截断",
  malformed: "格式错误",
  "unknown-interface": "来自文件未描述的接口",
  "tcpdump-quiet": "tcpdump -q 的输出",
  "hidden-tcp": "被摘要隐藏的 TCP",
  restated: "写了两次",
  "seen-on-two-interfaces": "在两个接口上出现",
  "port-out-of-range": "端口大于 65535",
};

export const wordSkipped = skippedIn(skippedReasons, (type) => `不支持的链路类型 ${type}`);
