import type { OpenedCapture, Practice } from "./analyser.ts";
import { buffersOf, type ConnectionKind, type ConnectionTable, type JudgedPart } from "./connection-table.ts";
import { withoutLongLists } from "./long-lists.ts";
import type { Port, Reply, Request } from "./protocol.ts";
import { KINDS_A_NOTICE } from "./protocol.ts";
import type { AnswerTo, Question, Questions } from "./questions.ts";
import type { WorkingAnalyser } from "./working-analyser.ts";

/** The worker's side of the port: passes every request on to the analyser and sends back its answer. */
export function serveAnalyser(port: Port<Request, Reply>, analyser: WorkingAnalyser & Practice): void {
  port.addEventListener("message", ({ data: request }) => {
    if (request.kind === "cancel") analyser.cancel();
    else if (request.kind === "practise") analyser.practise(request.captures);
    else {
      void serve(request).catch((error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        port.postMessage({ kind: "fault", request: request.request, message });
      });
    }
  });

  async function serve(request: Extract<Request, { request: number }>): Promise<void> {
    if (request.kind === "ask") {
      const answer = await answerTo(request);
      sendAnswer(request.request, answer);
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

  function answerTo<Kind extends keyof Questions>({
    question,
    about,
  }: Question<Kind>): Promise<AnswerTo<Kind>> {
    return analyser.ask(question, ...about);
  }

  function sendAnswer(request: number, whole: AnswerTo<keyof Questions>): void {
    const { rest: answer, parts } = whole === null ? { rest: null, parts: [] } : withoutLongLists(whole);
    for (const part of parts) port.postMessage({ kind: "part", request, part });
    port.postMessage({ kind: "answer", request, answer }, columnBuffers(answer));
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

/**
 * The buffers of an answer's columns, its own and those of its parts. An answer is made for one question, so they can
 * move to the page without a copy.
 */
function columnBuffers(answer: object | null): ArrayBuffer[] {
  const own: unknown[] = Object.values(answer ?? {});
  const columns = [...own, ...own.filter(isRecord).flatMap((part): unknown[] => Object.values(part))];
  const buffers = columns.map((column) => (ArrayBuffer.isView(column) ? column.buffer : null));
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}

function isRecord(part: unknown): part is object {
  return typeof part === "object" && part !== null && !Array.isArray(part) && !ArrayBuffer.isView(part);
}
