import type { Fate } from "../../../../tcp/analysis.ts";

export const fates: Record<Fate, (provedBy: string | null, contradictedBy: string | null) => string> = {
  delivered: () => "",
  assumed: () => "假定此报文段已到达：其后没有任何内容证实或否定这一点。",
  lost: (_, contradictedBy) =>
    contradictedBy === null
      ? "此报文段从未到达对方。"
      : `此报文段从未到达对方：${contradictedBy} 表明了这一点。`,
  "lost-or-ignored": (_, contradictedBy) =>
    contradictedBy === null
      ? "对方的表现如同此报文段没有到来：它丢失了、被丢弃了或被忽略了。"
      : `对方的表现如同此报文段没有到来（依据：${contradictedBy}）：它丢失了、被丢弃了或被忽略了。`,
  duplicate: () => "对方不需要这个副本。",
  doubtful: () => "此报文段是否到达值得怀疑：在它之前发送的也没有得到应答。",
  "no-answer": () => "在此捕获中对方从未发言，因此无法知道此报文段是否到达。",
  unknown: () => "从捕获中无法判断此报文段是否到达。",
  "lost-or-late": () => "此报文段被重新发送。此捕获中没有任何内容表明第一份副本是丢失了还是只是迟到。",
};
