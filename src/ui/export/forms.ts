import { connectionsCsv, connectionsJson } from "../../export/listed-connections.ts";
import { markedText } from "../../export/mark-simulated.ts";
import { markdownTable, type TableWords } from "../../export/markdown-table.ts";
import { mermaidDiagram } from "../../export/mermaid.ts";
import { tcpdumpText } from "../../export/tcpdump-text.ts";
import type { Endpoint } from "../../segments/endpoint.ts";
import type { Note } from "../../segments/note.ts";
import type { ConnectionLines, OpenedCapture, OwnSides } from "../../store/opened-capture.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { captureFile, needsPcapng } from "./capture-file.ts";

/** The formats in which a connection, or the list, can be exported. */
export const FORMS = ["tcpdump", "pcap", "mermaid", "markdown", "csv", "json"] as const;
export type Form = (typeof FORMS)[number];

/** Ending and media type of each format. */
const FILE_KINDS: Record<Form, { readonly ending: string; readonly type: string }> = {
  tcpdump: { ending: "txt", type: "text/plain" },
  pcap: { ending: "pcap", type: "application/vnd.tcpdump.pcap" },
  mermaid: { ending: "mmd", type: "text/plain" },
  markdown: { ending: "md", type: "text/markdown" },
  csv: { ending: "csv", type: "text/csv" },
  json: { ending: "jsonl", type: "application/jsonl" },
};

interface Exported {
  readonly capture: OpenedCapture;
  /** The list as it is filtered and sorted. */
  readonly listed: ConnectionLines;
  readonly analysis: ConnectionAnalysis;
  /** What each of two captures holds of the connection; null: it was made of one. */
  readonly own: OwnSides | null;
  /** What a person wrote of the connection. */
  readonly notes: readonly Note[];
  /** The heads of tables. */
  readonly table: TableWords;
  readonly endpointText: (endpoint: Endpoint) => string;
}

/** The formats that hold the list, and no connection alone. */
export function holdsList(form: Form): boolean {
  return form === "csv" || form === "json";
}

/** Ending and media type of a format. */
export function fileKind(form: Form, wish: Pick<Exported, "capture" | "notes">): (typeof FILE_KINDS)[Form] {
  return form === "pcap" && needsPcapng(wish)
    ? { ending: "pcapng", type: "application/x-pcapng" }
    : FILE_KINDS[form];
}

/** The connection in one format; null if the capture lacks what the format must hold. A run says that it is one. */
export function exported(form: Form, wish: Exported): string | Uint8Array<ArrayBuffer> | null {
  if (form === "pcap") return captureFile(wish);
  const plain = unmarked(form, wish);
  if (wish.capture.run === null) return plain;
  // One object a line: each says it for itself.
  return form === "json" ? plain.replace(/^\{/gmu, '{"simulated":true,') : markedText(form, plain);
}

function unmarked(
  form: Exclude<Form, "pcap">,
  { capture, listed, analysis, table, endpointText }: Exported,
): string {
  const names = [endpointText(analysis.connection.client), endpointText(analysis.connection.server)] as const;
  if (form === "tcpdump") return tcpdumpText(analysis);
  if (form === "mermaid") return mermaidDiagram(analysis, table, ...names);
  if (form === "markdown") return markdownTable(analysis, table, ...names);
  return (form === "csv" ? connectionsCsv : connectionsJson)(listed, capture.timeBase);
}
