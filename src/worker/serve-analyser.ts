import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type { OpenedCapture, Practice } from "./analyser.ts";
import { buffersOf, type ConnectionKind, type ConnectionTable, type JudgedPart } from "./connection-table.ts";
import type { Port, Reply, Request } from "./protocol.ts";
import { KINDS_A_NOTICE } from "./protocol.ts";
import type { WorkingAnalyser } from "./working-analyser.ts";

/** The worker's side of the port: passes every request on to the analyser and sends back its answer. */
export function serveAnalyser(port: Port<Request, Reply>, analyser: WorkingAnalyser & Practice): void {
  port.addEventListener("message", ({ data: request }) => {
    if (request.kind === "cancel") analyser.cancel();
    else if (request.kind === "practise") analyser.practise(request.captures);
    else {
      void answer(request).catch((error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        port.postMessage({ kind: "fault", request: request.request, message });
      });
    }
  });

  async function answer(request: Extract<Request, { request: number }>): Promise<void> {
    if (request.kind === "analyse") {
      const analysis = await analyser.analyse(request.connection, request.upTo ?? undefined);
      const moved = analysis === null ? [] : columnBuffers(analysis);
      port.postMessage({ kind: "analysed", request: request.request, analysis }, moved);
      return;
    }
    if (request.kind === "arrows") {
      const taken = await analyser.arrowsTaken();
      port.postMessage({ kind: "arrows", request: request.request, taken });
      return;
    }
    if (request.kind === "link") {
      const link = await analyser.encodeLink(request.connection, request.wish);
      port.postMessage({ kind: "link", request: request.request, link });
      return;
    }
    const { request: number, source } = request;
    const end = await analyser.open(source, {
      onProgress: (progress) => port.postMessage({ kind: "progress", request: number, progress }),
      onListed: (capture) => sendListed(number, capture),
      onJudged: (part) => sendJudged(number, part),
    });
    port.postMessage({ kind: "opened", request: number, end });
  }

  function sendListed(request: number, capture: OpenedCapture<ConnectionTable>): void {
    const { kinds, ...columns } = capture.connections;
    sendKinds(request, kinds);
    const { client, flows } = columns;
    const moved = [...buffersOf(columns), client.buffer, flows.fields.buffer, flows.octets.buffer];
    const connections = { ...columns, kinds: [] };
    port.postMessage({ kind: "listed", request, capture: { ...capture, connections } }, moved);
  }

  function sendJudged(request: number, { kinds, ...part }: JudgedPart): void {
    sendKinds(request, kinds);
    port.postMessage({ kind: "judged", request, part: { ...part, kinds: [] } }, buffersOf(part.columns));
  }

  function sendKinds(request: number, kinds: readonly ConnectionKind[]): void {
    for (let at = 0; at < kinds.length; at += KINDS_A_NOTICE) {
      port.postMessage({ kind: "kinds", request, kinds: kinds.slice(at, at + KINDS_A_NOTICE) });
    }
  }
}

/** The memory of an analysis' columns: it is made for one answer, so it can move to the page without a copy. */
function columnBuffers(analysis: ConnectionAnalysis): ArrayBuffer[] {
  const parts: readonly object[] = [analysis, analysis.segments, analysis.connection];
  const columns = parts.flatMap((part) => Object.values(part) as unknown[]);
  const buffers = columns.map((column) => (ArrayBuffer.isView(column) ? column.buffer : null));
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}
