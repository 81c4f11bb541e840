import type { Outcome } from "../../tcp/verdict.ts";
import { words } from "../words.ts";

/** How a connection ended, in a person's words. */
export const outcomeNames = words<Record<Outcome, string>>({
  refused: { en: "refused", ko: "거부됨", zh: "被拒绝" },
  "one-direction-captured": { en: "one direction captured", ko: "한 방향만 캡처됨", zh: "只捕获了一个方向" },
  "no-answer": { en: "no answer", ko: "응답 없음", zh: "无应答" },
  "abandoned-by-client": { en: "abandoned by client", ko: "클라이언트가 포기", zh: "客户端放弃" },
  complete: { en: "complete", ko: "정상 종료", zh: "正常关闭" },
  "closed-then-reset-by-client": {
    en: "closed, then reset by client",
    ko: "닫은 뒤 클라이언트가 재설정",
    zh: "关闭后被客户端重置",
  },
  "closed-then-reset-by-server": {
    en: "closed, then reset by server",
    ko: "닫은 뒤 서버가 재설정",
    zh: "关闭后被服务器重置",
  },
  "reset-by-client": { en: "reset by client", ko: "클라이언트가 재설정", zh: "被客户端重置" },
  "reset-by-server": { en: "reset by server", ko: "서버가 재설정", zh: "被服务器重置" },
  "reset-by-client-during-handshake": {
    en: "reset by client in handshake",
    ko: "핸드셰이크 중 클라이언트가 재설정",
    zh: "握手中被客户端重置",
  },
  "reset-by-server-during-handshake": {
    en: "reset by server in handshake",
    ko: "핸드셰이크 중 서버가 재설정",
    zh: "握手中被服务器重置",
  },
  "keep-alive-limit": { en: "keep-alive limit", ko: "keep-alive 한도", zh: "达到保活上限" },
  "close-not-finished": { en: "close not finished", ko: "종료 미완료", zh: "关闭未完成" },
  "half-closed-by-client": { en: "half-closed by client", ko: "클라이언트만 닫음", zh: "客户端半关闭" },
  "half-closed-by-server": { en: "half-closed by server", ko: "서버만 닫음", zh: "服务器半关闭" },
  "close-unanswered-by-client": {
    en: "client’s close unanswered",
    ko: "클라이언트의 닫기에 응답 없음",
    zh: "客户端的关闭无应答",
  },
  "close-unanswered-by-server": {
    en: "server’s close unanswered",
    ko: "서버의 닫기에 응답 없음",
    zh: "服务器的关闭无应答",
  },
  open: { en: "never closed", ko: "닫히지 않음", zh: "从未关闭" },
  "half-open": { en: "half-open", ko: "절반만 열림", zh: "半打开" },
  "rejected-by-icmp": { en: "ICMP error", ko: "ICMP 오류", zh: "ICMP 差错" },
});

/** Of a connection whose start is not in the capture. */
export const withoutStart = words({
  closed: {
    en: "closed (start not captured)",
    ko: "닫힘(시작은 캡처 안 됨)",
    zh: "已关闭（未捕获开头）",
  },
  other: {
    en: (outcome: string) => `${outcome} (start not captured)`,
    ko: (outcome) => `${outcome}(시작은 캡처 안 됨)`,
    zh: (outcome) => `${outcome}（未捕获开头）`,
  },
});
