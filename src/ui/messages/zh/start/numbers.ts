import type { numbers as englishNumbers, hosts as englishHosts } from "../../en/start/numbers.ts";

export const numbers: typeof englishNumbers = {
  label: "序号",
  relative: "相对",
  wire: "实际",
  relativeHint: "从连接开始计数：SYN 为 0",
  wireHint: "如报文段中所写",
  hexadecimal: "十六进制",
  hexadecimalHint: "如报文段中所写，以十六进制表示；长度和窗口仍为十进制",
  wireNotTold: "此捕获只给出相对序号",
};

export const hosts: typeof englishHosts = {
  label: "主机名称",
  names: { addresses: "地址", names: "名称" },
  hints: { addresses: "报文段中的地址", names: "捕获为地址给出的名称" },
};
