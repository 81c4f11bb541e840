import type { Outcome } from "../../../../tcp/verdict.ts";

/** How a connection ended, in a person's words. */
const outcomeWords: Record<Outcome, string> = {
  refused: "refused",
  "one-direction-captured": "one direction captured",
  "no-answer": "no answer",
  "abandoned-by-client": "abandoned by client",
  complete: "complete",
  "closed-then-reset-by-client": "closed, then reset by client",
  "closed-then-reset-by-server": "closed, then reset by server",
  "reset-by-client": "reset by client",
  "reset-by-server": "reset by server",
  "reset-by-client-during-handshake": "reset by client in handshake",
  "reset-by-server-during-handshake": "reset by server in handshake",
  "keep-alive-limit": "keep-alive limit",
  "close-not-finished": "close not finished",
  "half-closed-by-client": "half-closed by client",
  "half-closed-by-server": "half-closed by server",
  "close-unanswered-by-client": "client’s close unanswered",
  "close-unanswered-by-server": "server’s close unanswered",
  open: "never closed",
  "half-open": "half-open",
  "rejected-by-icmp": "ICMP error",
};

/** A connection whose start is not in the capture cannot be called complete. */
export function wordOutcome(outcome: Outcome, startCaptured: boolean): string {
  if (startCaptured) return outcomeWords[outcome];
  return outcome === "complete"
    ? "closed (start not captured)"
    : `${outcomeWords[outcome]} (start not captured)`;
}
