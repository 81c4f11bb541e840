import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Side } from "../../tcp/state.ts";
import type { Messages } from "../messages/en.ts";
import type { WordsOf } from "../words.ts";
import type { diagramWords } from "./diagram.words.ts";

/** What stands above the name of each end: its role; of two that opened at once, that too. */
export function endRoles(
  { connection: { isSelfConnect }, annotations }: ConnectionAnalysis,
  ends: Messages["ends"],
  diagram: WordsOf<typeof diagramWords>,
): Readonly<Record<Side, string>> {
  const areBothActive = !isSelfConnect && annotations.some(({ kind }) => kind === "simultaneous-open");
  const named = (role: string): string => (areBothActive ? diagram.activeOpener(role) : role);
  return { client: named(ends.client), server: isSelfConnect ? diagram.oneSocket : named(ends.server) };
}
