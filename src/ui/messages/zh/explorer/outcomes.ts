import type { Outcome } from "../../../../tcp/verdict.ts";

const outcomeWords: Record<Outcome, string> = {
  refused: "被拒绝",
  "one-direction-captured": "只捕获了一个方向",
  "no-answer": "无应答",
  "abandoned-by-client": "客户端放弃",
  complete: "正常关闭",
  "closed-then-reset-by-client": "关闭后被客户端重置",
  "closed-then-reset-by-server": "关闭后被服务器重置",
  "reset-by-client": "被客户端重置",
  "reset-by-server": "被服务器重置",
  "reset-by-client-during-handshake": "握手中被客户端重置",
  "reset-by-server-during-handshake": "握手中被服务器重置",
  "keep-alive-limit": "达到保活上限",
  "close-not-finished": "关闭未完成",
  "half-closed-by-client": "客户端半关闭",
  "half-closed-by-server": "服务器半关闭",
  "close-unanswered-by-client": "客户端的关闭无应答",
  "close-unanswered-by-server": "服务器的关闭无应答",
  open: "从未关闭",
  "half-open": "半打开",
  "rejected-by-icmp": "ICMP 差错",
};

export function wordOutcome(outcome: Outcome, startCaptured: boolean): string {
  if (startCaptured) return outcomeWords[outcome];
  return outcome === "complete" ? "已关闭（未捕获开头）" : `${outcomeWords[outcome]}（未捕获开头）`;
}
