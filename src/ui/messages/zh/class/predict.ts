import type { predict as english } from "../../en/class/predict.ts";
import { ends } from "../start/wording.ts";

export const predict: typeof english = {
  close: "停止预测",
  closeHint: "重新显示全部 (q)",
  label: "问题",
  nextSegment: "接下来是哪个报文段？",
  state: (side, segment) => `${segment}。此后${ends[side]}处于什么状态？在此处或状态图中选择。`,
  acknowledgment: (segment) => `${segment}。它的确认号是多少？`,
  sends: (sender, flags, hasData) => `${ends[sender]}发送 ${flags}${hasData ? "，带数据" : ""}`,
  right: "正确。",
  wrong: (answer) => `不对：${answer}。`,
  told: (answer) => `答案是：${answer}。`,
  score: (right, asked) => `${asked} 题答对 ${right} 题`,
  reveal: "显示答案",
  next: "下一题",
  again: "从头再问",
  over: "那是最后一个报文段。",
  nothingYet: "接下来的内容已隐藏。",
  notNow: "现在不能查看：会透露接下来的内容。",
  assumedSoFar: "假定：到此为止没有报文段证实或否定这一点。",
};
