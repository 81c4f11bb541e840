/** The forms in which a connection leaves Synfin as text. */
export type TextForm = "tcpdump" | "mermaid" | "markdown" | "csv";

/** What every export of a laboratory run says, in English as the forms themselves are. */
export const SIMULATED = "Simulated by Synfin's laboratory: nothing of this was captured.";

/**
 * An exported text with the sentence that it is simulated, written as the form takes it: a line that readers of tcpdump's
 * text pass over, a comment and a note of Mermaid, a paragraph above a table, a first line of its own in CSV.
 */
export function markedText(form: TextForm, text: string): string {
  if (form === "tcpdump" || form === "csv") return `# ${SIMULATED}\n${text}`;
  if (form === "markdown") return `*${SIMULATED}*\n\n${text}`;
  const [head = "", ...lines] = text.split("\n");
  return [head, `  %% ${SIMULATED}`, ...lines].join("\n");
}
