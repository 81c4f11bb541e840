import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type { Analyser, OpenOutcome } from "./analyser.ts";
import type { Port, Reply, Request } from "./protocol.ts";
import { CONNECTIONS_A_NOTICE } from "./protocol.ts";

/** The worker's side of the port: passes every request on to the analyser and sends back its answer. */
export function serveAnalyser(port: Port<Request, Reply>, analyser: Analyser): void {
  port.addEventListener("message", ({ data: request }) => {
    if (request.kind === "cancel") analyser.cancel();
    else {
      void answer(request).catch((error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        port.postMessage({ kind: "fault", request: request.request, message });
      });
    }
  });

  async function answer(request: Exclude<Request, { kind: "cancel" }>): Promise<void> {
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
    const outcome = await analyser.open(request.source, (progress) => {
      port.postMessage({ kind: "progress", request: request.request, progress });
    });
    port.postMessage({
      kind: "opened",
      request: request.request,
      outcome: sendConnections(request.request, outcome),
    });
  }

  /** Sends the list ahead in parts; what is left of the outcome has an empty list. */
  function sendConnections(request: number, outcome: OpenOutcome | null): OpenOutcome | null {
    if (!outcome?.ok) return outcome;
    const { connections } = outcome.capture;
    for (let at = 0; at < connections.length; at += CONNECTIONS_A_NOTICE) {
      const part = connections.slice(at, at + CONNECTIONS_A_NOTICE);
      port.postMessage({ kind: "connections", request, connections: part });
    }
    return { ok: true, capture: { ...outcome.capture, connections: [] } };
  }
}

/** The memory of an analysis' columns: it is made for one answer, so it can move to the page without a copy. */
function columnBuffers(analysis: ConnectionAnalysis): ArrayBuffer[] {
  const parts: readonly object[] = [analysis, analysis.segments, analysis.connection];
  const columns = parts.flatMap((part) => Object.values(part) as unknown[]);
  const buffers = columns.map((column) => (ArrayBuffer.isView(column) ? column.buffer : null));
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}
