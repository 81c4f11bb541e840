import type { header as english } from "../../en/explanations/header.ts";

const fields: (typeof english)["fields"] = {
  sourcePort: { name: "Source Port（源端口）", text: "发送此报文段的一端的端口。" },
  destinationPort: { name: "Destination Port（目的端口）", text: "接收此报文段的一端的端口。" },
  sequenceNumber: {
    name: "Sequence Number（序号）",
    text: "数据第一个字节的编号。在 SYN 中它是初始序号（ISN），数据从 ISN + 1 开始。",
  },
  acknowledgmentNumber: {
    name: "Acknowledgment Number（确认号）",
    text: "期望从对方收到的下一个编号：在它之前的都已到达。仅当 ACK 标志为 1 时有效。",
  },
  dataOffset: {
    name: "Data Offset（数据偏移）",
    text: "以 32 位字为单位的首部长度：基本为 5，每 4 字节选项加 1。",
  },
  reserved: { name: "Rsrvd（保留）", text: "留待以后使用的位，必须为零。" },
  AE: { name: "AE 标志", text: "Accurate ECN（RFC 9768）。此前是 NS，即 RFC 3540 的 nonce sum。" },
  CWR: { name: "CWR 标志", text: "Congestion Window Reduced：发送方收到 ECN-Echo 后已降低速度。" },
  ECE: {
    name: "ECE 标志",
    text: "ECN-Echo：途中的路由器标记了拥塞。在 SYN 中表示发送方支持 ECN。",
  },
  URG: { name: "URG 标志", text: "紧急指针有效。" },
  ACK: {
    name: "ACK 标志",
    text: "一个比特：表示确认号有效，它不是确认号本身。只有第一个 SYN 和某些 RST 没有它。",
  },
  PSH: { name: "PSH 标志", text: "Push：不再等待，立即把数据交给应用程序。" },
  RST: { name: "RST 标志", text: "Reset：连接立即结束，或者这里没有这个连接。" },
  SYN: { name: "SYN 标志", text: "同步序号（Synchronize）：打开连接。占用一个序号。" },
  FIN: { name: "FIN 标志", text: "这一端不再发送数据。占用一个序号。" },
  window: { name: "Window（窗口）", text: "从确认号起，此报文段的发送方还愿意接收多少字节。" },
  checksum: {
    name: "Checksum（检验和）",
    text: "用来发现首部和数据在途中的损坏。Synfin 不保存它。",
  },
  urgentPointer: {
    name: "Urgent Pointer（紧急指针）",
    text: "紧急数据的结束位置，从序号算起。仅当 URG 标志为 1 时有效。",
  },
  options: { name: "Options（选项）", text: "0 至 40 字节，在“选项”中说明；填充到 32 位的整数倍。" },
  data: { name: "Data（数据）", text: "首部之后的数据。Synfin 只计字节数，不保存内容。" },
};

export const header: typeof english = {
  fields,
  hint: "指向某个字段，或用 Tab 键移到该字段，即可阅读其用途。",
  notKept: "未保存",
  notInCapture: "捕获中没有",
  relative: (number) => `相对 ${number}`,
  wire: (number) => `实际 ${number}`,
  ignored: "无效：ACK 标志为 0",
  inferred: "推算得出，文本中没有",
  relativeOnly: "相对序号：文本没有给出实际序号",
  words: (words) => `${words} × 4 = ${words * 4} 字节`,
  octets: (octets) => `${octets} 字节`,
  noOptions: "无",
  scaled: (shift, octets) => `× ${(2 ** shift).toLocaleString("en-US")} = ${octets} 字节`,
  alreadyScaled: (octets) => `${octets} 字节，文本中已按比例换算`,
  bits: (first, last) => (first === last ? `第 ${first} 位` : `第 ${first} 至 ${last} 位`),
};
