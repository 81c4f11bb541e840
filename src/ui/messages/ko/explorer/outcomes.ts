import type { Outcome } from "../../../../tcp/verdict.ts";

const outcomeWords: Record<Outcome, string> = {
  refused: "거부됨",
  "one-direction-captured": "한 방향만 캡처됨",
  "no-answer": "응답 없음",
  "abandoned-by-client": "클라이언트가 포기",
  complete: "정상 종료",
  "closed-then-reset-by-client": "닫은 뒤 클라이언트가 재설정",
  "closed-then-reset-by-server": "닫은 뒤 서버가 재설정",
  "reset-by-client": "클라이언트가 재설정",
  "reset-by-server": "서버가 재설정",
  "reset-by-client-during-handshake": "핸드셰이크 중 클라이언트가 재설정",
  "reset-by-server-during-handshake": "핸드셰이크 중 서버가 재설정",
  "keep-alive-limit": "keep-alive 한도",
  "close-not-finished": "종료 미완료",
  "half-closed-by-client": "클라이언트만 닫음",
  "half-closed-by-server": "서버만 닫음",
  "close-unanswered-by-client": "클라이언트의 닫기에 응답 없음",
  "close-unanswered-by-server": "서버의 닫기에 응답 없음",
  open: "닫히지 않음",
  "half-open": "절반만 열림",
  "rejected-by-icmp": "ICMP 오류",
};

export function wordOutcome(outcome: Outcome, startCaptured: boolean): string {
  if (startCaptured) return outcomeWords[outcome];
  return outcome === "complete" ? "닫힘(시작은 캡처 안 됨)" : `${outcomeWords[outcome]}(시작은 캡처 안 됨)`;
}
