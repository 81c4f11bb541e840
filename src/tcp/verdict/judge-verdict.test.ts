import { describe, expect, it } from "vitest";
import { STATE_CASES, tableOfCase } from "../../testing/state-cases.ts";
import { analyseTable } from "../analyse-table.ts";
import type { Outcome, Verdict } from "../verdict.ts";

/** Outcomes as the cases word them, where that is not the outcome itself with blanks for hyphens. */
const OUTCOME_WORDS: Partial<Record<Outcome, string>> = {
  "one-direction-captured": "only one direction captured",
  "closed-then-reset-by-client": "closed, then reset by client",
  "closed-then-reset-by-server": "closed, then reset by server",
  "reset-by-client-during-handshake": "reset by client during the handshake",
  "reset-by-server-during-handshake": "reset by server during the handshake",
  "close-unanswered-by-client": "close unanswered (client FIN)",
  "close-unanswered-by-server": "close unanswered (server FIN)",
  open: "open at the end",
  "half-open": "half-open",
  "rejected-by-icmp": "rejected by ICMP",
};

/**
 * Cases whose completeness is that of a Wireshark stream which holds two of our connections (A15, D15) or half
 * of one (B16): Wireshark splits at another place. Ours is the completeness of our connection.
 */
const OTHER_STREAMS: Readonly<Record<string, readonly number[]>> = { A15: [47, 7], D15: [23, 12], B16: [15] };

function outcomeWords({ outcome, startCaptured }: Verdict): string {
  const words = OUTCOME_WORDS[outcome] ?? outcome.replaceAll("-", " ");
  if (startCaptured) return words;
  return `${outcome === "complete" ? "closed" : words} (start not captured)`;
}

function openingWords({ opening }: Verdict): string {
  const words: Partial<Record<Verdict["opening"], string>> = {
    "three-way": "three-way",
    "syn-only": "SYN only",
    "partly-captured": "handshake partly captured",
  };
  return words[opening] ?? opening.replaceAll("-", " ");
}

function closingWords({ closing }: Verdict): string {
  const words: Partial<Record<Verdict["closing"], string>> = { rst: "RST", "fin-then-rst": "FIN then RST" };
  return words[closing] ?? closing.replaceAll("-", " ");
}

describe("verdict on the state cases", () => {
  it.each(STATE_CASES.map((stateCase) => [stateCase.id, stateCase.title, stateCase] as const))(
    "%s: %s",
    (id, _title, stateCase) => {
      const verdicts = analyseTable(tableOfCase(stateCase)).map(({ verdict }) => verdict);
      expect(
        verdicts.map((verdict) => ({
          outcome: outcomeWords(verdict),
          open: openingWords(verdict),
          close: closingWords(verdict),
          completeness: verdict.completeness,
        })),
      ).toEqual(
        stateCase.connections.map(({ outcome, open, close, completeness }, index) => ({
          outcome,
          open,
          close,
          completeness: OTHER_STREAMS[id]?.[index] ?? completeness,
        })),
      );
    },
  );
});
