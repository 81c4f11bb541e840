import type { options as english } from "../../en/explanations/options.ts";

export const options: typeof english = {
  none: "此报文段没有选项。",
  noSegment: "在第一个报文段之前没有首部可读。",
  length: (octets) => `${octets} 字节`,
  kind: (kind) => `类型（kind）${kind}`,
  end: { name: "选项表结束", text: "其后只有填充。" },
  noOperation: { name: "No operation", text: "一个填充字节，使其后的内容从 32 位边界开始。" },
  mss: {
    name: "最大报文段长度（MSS）",
    text: (octets) =>
      `“一个报文段中最多给我发送 ${octets.toLocaleString("en-US")} 字节数据。”两端各自声明，不必相等。`,
  },
  windowScale: {
    name: "窗口扩大（Window scale）",
    text: (shift, factor) =>
      `“把我的报文段中的窗口乘以 ${factor}”（移位 ${shift} 位）。仅当两个 SYN 都带此选项时有效，且不用于 SYN 本身的窗口（RFC 7323）。`,
    tooLarge: "大于 14 的移位按 14 处理。",
  },
  sackPermitted: {
    name: "允许 SACK（SACK permitted）",
    text: "“我理解选择确认。”只出现在 SYN 中（RFC 2018）。",
  },
  sack: {
    name: "选择确认（SACK）",
    text: (blocks) => `“在缺口之后我已收到 ${blocks}。”只需重发缺失的部分（RFC 2018）。`,
    block: (left, right) => `${left} 至 ${right}（不含 ${right}）`,
  },
  timestamps: {
    name: "时间戳（Timestamps）",
    text: (value, echo) => `发送方的时钟为 ${value}；最近从对方得到的值为 ${echo}（RFC 7323）。`,
    noEcho: (value) => `发送方的时钟为 ${value}；尚未从对方得到任何值（RFC 7323）。`,
  },
  fastOpen: {
    name: "Fast Open",
    request: "“请给我一个 cookie，以便下次在 SYN 中发送数据”（RFC 7413）。",
    cookie: (cookie) => `cookie 为 ${cookie}（RFC 7413）。`,
  },
  md5: { name: "MD5 签名", text: "对报文段和共享密钥的签名（RFC 2385）。" },
  authentication: { name: "TCP-AO", text: "报文段的消息认证码（RFC 5925）。" },
  userTimeout: { name: "用户超时", text: "这一端在放弃连接之前坚持多久（RFC 5482）。" },
  multipath: { name: "Multipath TCP", text: "此连接可以使用多条路径（RFC 8684）。" },
  experiment: { name: "实验", text: "保留给实验的类型（RFC 4727）。" },
  unknown: { name: "未知选项", text: "Synfin 不认识这种选项。" },
  wrongLength: "长度不符合这种选项，因此未读取。",
  malformed: "此选项的长度错误：其后的内容无法读取。",
  octets: (octets) => `字节：${octets}`,
};
