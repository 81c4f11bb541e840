import type { Verdict } from "../tcp/verdict.ts";

/**
 * Who ended a connection, and with what: the first FIN, or the RST that the outcome tells of. null: nobody did, or it
 * is not known. Sorts by end, then by segment.
 */
export function enderOf({
  outcome,
  firstCloser,
}: Pick<Verdict, "outcome" | "firstCloser">): `${"client" | "server"} ${"FIN" | "RST"}` | null {
  if (outcome === "refused") return "server RST";
  const [, resetter] = /^reset-by-(client|server)/u.exec(outcome) ?? [];
  if (resetter === "client" || resetter === "server") return `${resetter} RST`;
  return firstCloser && `${firstCloser} FIN`;
}
