import { connectionsCsv, connectionsJson } from "../../export/listed-connections.ts";
import { markedCapture, markedText } from "../../export/mark-simulated.ts";
import { markdownTable, type TableWords } from "../../export/markdown-table.ts";
import { mermaidDiagram } from "../../export/mermaid.ts";
import { pcapOfConnection } from "../../export/pcap.ts";
import { pcapngOf } from "../../export/pcapng.ts";
import { tcpdumpText } from "../../export/tcpdump-text.ts";
import type { Endpoint } from "../../segments/endpoint.ts";
import type { ConnectionLines, OpenedCapture, OwnSides } from "../../store/opened-capture.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";

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
  /** The heads of tables. */
  readonly table: TableWords;
  readonly endpointText: (endpoint: Endpoint) => string;
}

/** The formats that hold the list, and no connection alone. */
export function holdsList(form: Form): boolean {
  return form === "csv" || form === "json";
}

/**
 * Ending and media type of a format. A run leaves as pcapng, which has a place to say that it is
 * simulated; two captures as one with two interfaces.
 */
export function fileKind(
  form: Form,
  { run, merge }: Pick<OpenedCapture, "run" | "merge">,
): (typeof FILE_KINDS)[Form] {
  return form === "pcap" && (run !== null || merge !== null)
    ? { ending: "pcapng", type: "application/x-pcapng" }
    : FILE_KINDS[form];
}

/** The connection in one format; null if the capture lacks what the format must hold. A run says that it is one. */
export function exported(form: Form, wish: Exported): string | Uint8Array<ArrayBuffer> | null {
  const plain = unmarked(form, wish);
  if (plain === null || wish.capture.run === null) return plain;
  if (typeof plain !== "string") return markedCapture(plain);
  // One object a line: each says it for itself.
  if (form === "json") return plain.replace(/^\{/gmu, '{"simulated":true,');
  return form === "pcap" ? plain : markedText(form, plain);
}

function unmarked(
  form: Form,
  { capture, listed, analysis, own, table, endpointText }: Exported,
): string | Uint8Array<ArrayBuffer> | null {
  const names = [endpointText(analysis.connection.client), endpointText(analysis.connection.server)] as const;
  if (form === "tcpdump") return tcpdumpText(analysis);
  if (form === "pcap")
    return own === null ? pcapOfConnection(analysis) : pcapngOfBoth(capture, analysis, own);
  if (form === "mermaid") return mermaidDiagram(analysis, table, ...names);
  if (form === "markdown") return markdownTable(analysis, table, ...names);
  return (form === "csv" ? connectionsCsv : connectionsJson)(listed, capture.timeBase);
}

/** What both captures hold of the connection, an interface each, by their own clocks; null as for one. */
function pcapngOfBoth(
  { merge }: OpenedCapture,
  { connection, fromClient }: ConnectionAnalysis,
  { segments, rows, ends }: OwnSides,
): Uint8Array<ArrayBuffer> | null {
  const pcaps = ([0, 1] as const).map((witness) => {
    const isFromClient = new Uint8Array(segments[witness].length);
    for (const [row, own] of rows[witness].entries()) if (own >= 0) isFromClient[own] = fromClient[row] ?? 0;
    return pcapOfConnection({
      connection: { ...connection, ...ends[witness] },
      segments: segments[witness],
      fromClient: isFromClient,
      quotedErrors: [],
    });
  });
  const interfaces = pcaps.flatMap((pcap, witness) =>
    pcap === null ? [] : { name: merge?.names[witness] ?? null, pcap },
  );
  return interfaces.length === 2 ? pcapngOf(interfaces, null) : null;
}
