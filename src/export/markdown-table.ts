import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { segmentRow, type StateWords, stateText } from "./segment-row.ts";

/** Words of the column heads, in the language of the page. */
export interface TableWords extends StateWords {
  readonly number: string;
  readonly seconds: string;
  readonly sender: string;
  readonly client: string;
  readonly server: string;
  readonly flags: string;
  readonly sequence: string;
  readonly acknowledgment: string;
  readonly length: string;
  readonly window: string;
}

/**
 * The connection as a Markdown table, a row a segment, with the state of both ends after it. Numbers are relative.
 * @param clientName name of the client, e.g. `10.0.0.1:40000`; names are escaped
 */
export function markdownTable(
  analysis: ConnectionAnalysis,
  words: TableWords,
  clientName: string,
  serverName: string,
): string {
  const head = [
    words.number,
    words.seconds,
    words.sender,
    words.flags,
    words.sequence,
    words.acknowledgment,
    words.length,
    words.window,
    `${words.client} ${clientName}`,
    `${words.server} ${serverName}`,
  ];
  const rule = head.map((_, column) => ([0, 1, 4, 5, 6, 7].includes(column) ? "---:" : "---"));
  const rows = Array.from({ length: analysis.segments.length }, (_, index) => {
    const row = segmentRow(analysis, index + 1);
    return [
      row.position,
      row.seconds,
      row.isFromClient ? words.client : words.server,
      row.flags,
      row.sequenceNumber,
      row.acknowledgmentNumber,
      row.payloadLength,
      row.window,
      stateText(row.client, words),
      stateText(row.server, words),
    ];
  });
  return [head, rule, ...rows].map((cells) => `| ${cells.map(cell).join(" | ")} |\n`).join("");
}

/** Escapes what Markdown or HTML would interpret in a name. */
function cell(value: string | number | null): string {
  return String(value ?? "")
    .replace(/[\r\n]+/gu, " ")
    .replace(/[\\`*_{}[\]<>|~&]/gu, (sign) => (sign === "<" ? "&lt;" : sign === "&" ? "&amp;" : `\\${sign}`));
}
