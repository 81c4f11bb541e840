import type { ConnectionAnalysis, Fate } from "../tcp/analysis.ts";
import { endStatesAt } from "../tcp/states.ts";
import { type SegmentRow, segmentRow, type StateWords, stateText } from "./segment-row.ts";

/** Words of the diagram beside the names of the protocol, in the language of the page. */
export interface MermaidWords extends StateWords {
  readonly client: string;
  readonly server: string;
}

/** Characters that Mermaid takes as they are; every other one is written as `#code;`. */
const PLAIN = /[\p{L}\p{N} .,=_-]/u;

/** Mermaid's arrows of what did not arrive, or perhaps not. Dotted: not certain. */
const ARROWS: Partial<Record<Fate, string>> = {
  lost: "-x",
  "lost-or-ignored": "--x",
  doubtful: "--x",
  "lost-or-late": "--)",
  "no-answer": "--)",
  unknown: "--)",
};

/**
 * The connection as a Mermaid `sequenceDiagram`: segments as arrows, those that may not have arrived as {@link ARROWS}
 * has them, a state as a note when it changes. Numbers are relative.
 */
export function mermaidDiagram(
  analysis: ConnectionAnalysis,
  words: MermaidWords,
  clientName: string,
  serverName: string,
): string {
  const lines = [
    "sequenceDiagram",
    `  participant C as ${escaped(`${words.client} ${clientName}`)}`,
    `  participant S as ${escaped(`${words.server} ${serverName}`)}`,
  ];
  const before = endStatesAt(analysis, 0);
  let client = stateText(before.client, words);
  let server = stateText(before.server, words);
  lines.push(noteOf("client", client), noteOf("server", server));
  for (let position = 1; position <= analysis.segments.length; position++) {
    const row = segmentRow(analysis, position);
    lines.push(arrowOf(row));
    const now = { client: stateText(row.client, words), server: stateText(row.server, words) };
    if (now.client !== client) lines.push(noteOf("client", now.client));
    if (now.server !== server) lines.push(noteOf("server", now.server));
    ({ client, server } = now);
  }
  return lines.map((line) => `${line}\n`).join("");
}

/** `C->>S: SYN seq 0`; `-x` lost, `--x` lost or ignored, `--)` where nothing tells whether it arrived. */
function arrowOf({ isFromClient, fate, ...row }: SegmentRow): string {
  const [from, to] = isFromClient ? ["C", "S"] : ["S", "C"];
  const words = [
    row.flags,
    row.sequenceNumber === null ? "" : `seq ${row.sequenceNumber}`,
    row.acknowledgmentNumber === null ? "" : `ack ${row.acknowledgmentNumber}`,
    row.payloadLength === null || row.payloadLength === 0 ? "" : `len ${row.payloadLength}`,
  ];
  const label = words.filter(Boolean).join(" ");
  return `  ${from}${ARROWS[fate] ?? "->>"}${to}: ${escaped(label)}`;
}

function noteOf(side: "client" | "server", state: string): string {
  return `  Note ${side === "client" ? "left of C" : "right of S"}: ${escaped(state)}`;
}

function escaped(text: string): string {
  return Array.from(text, (sign) => (PLAIN.test(sign) ? sign : `#${sign.codePointAt(0)};`)).join("");
}
