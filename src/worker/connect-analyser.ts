import { unreachable } from "../base/assert.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type {
  Analyser,
  ArrowsTaken,
  ConnectionSummary,
  EncodedLink,
  OpenOutcome,
  Practice,
  ReadProgress,
} from "./analyser.ts";
import { type ConnectionKind, type ConnectionTable, ListedConnection } from "./connection-table.ts";
import type { Port, Reply, Request } from "./protocol.ts";
import { nextTurn } from "./turn.ts";

/** How many lines are made before the page has its turn: some milliseconds. */
const LINES_A_TURN = 10_000;

/** A request that has not been answered yet. */
type Pending =
  | {
      readonly kind: "open";
      readonly onProgress: (progress: ReadProgress) => void;
      readonly kinds: ConnectionKind[];
      readonly resolve: (outcome: OpenOutcome | null) => void;
      readonly reject: (fault: Error) => void;
    }
  | {
      readonly kind: "analyse";
      readonly resolve: (analysis: ConnectionAnalysis | null) => void;
      readonly reject: (fault: Error) => void;
    }
  | {
      readonly kind: "link";
      readonly resolve: (link: EncodedLink | null) => void;
      readonly reject: (fault: Error) => void;
    }
  | {
      readonly kind: "arrows";
      readonly resolve: (taken: ArrowsTaken | null) => void;
      readonly reject: (fault: Error) => void;
    };

/** The page's side of the port, and the way to say that nothing will ever come through it again. */
export interface ConnectedAnalyser extends Analyser, Practice {
  /** Answers everything that is pending, and everything asked from now on, with the fault. */
  fail(fault: Error): void;
}

/** The analyser at the other end of the port. A fault at that end rejects the promise of the request. */
export function connectAnalyser(port: Port<Reply, Request>): ConnectedAnalyser {
  const pending = new Map<number, Pending>();
  let requests = 0;
  let broken: Error | null = null;

  port.addEventListener("message", ({ data: reply }) => receive(reply));

  function ask(entry: Pending, request: Request & { readonly request: number }): void {
    if (broken !== null) {
      entry.reject(broken);
      return;
    }
    pending.set(request.request, entry);
    port.postMessage(request);
  }

  function receive(reply: Reply): void {
    const entry = pending.get(reply.request);
    if (!entry) return;
    if (entry.kind === "open" && reply.kind === "progress") entry.onProgress(reply.progress);
    else if (entry.kind === "open" && reply.kind === "kinds") entry.kinds.push(...reply.kinds);
    else {
      pending.delete(reply.request);
      settle(entry, reply);
    }
  }

  return {
    open: (source, onProgress) =>
      new Promise((resolve, reject) => {
        const request = ++requests;
        ask({ kind: "open", onProgress, kinds: [], resolve, reject }, { kind: "open", request, source });
      }),
    cancel: () => port.postMessage({ kind: "cancel" }),
    practise: (captures) => port.postMessage({ kind: "practise", captures }),
    analyse: (connection, upTo) =>
      new Promise((resolve, reject) => {
        const request = ++requests;
        ask(
          { kind: "analyse", resolve, reject },
          { kind: "analyse", request, connection, upTo: upTo ?? null },
        );
      }),
    encodeLink: (connection, wish) =>
      new Promise((resolve, reject) => {
        const request = ++requests;
        ask({ kind: "link", resolve, reject }, { kind: "link", request, connection, wish });
      }),
    arrowsTaken: () =>
      new Promise((resolve, reject) => {
        const request = ++requests;
        ask({ kind: "arrows", resolve, reject }, { kind: "arrows", request });
      }),
    fail: (fault) => {
      broken = fault;
      for (const entry of pending.values()) entry.reject(fault);
      pending.clear();
    },
  };
}

function settle(entry: Pending, reply: Reply): void {
  if (reply.kind === "fault") entry.reject(new Error(reply.message));
  else if (entry.kind === "open" && reply.kind === "opened")
    void withLines(reply.outcome, entry.kinds).then(entry.resolve, entry.reject);
  else if (entry.kind === "analyse" && reply.kind === "analysed") entry.resolve(reply.analysis);
  else if (entry.kind === "arrows" && reply.kind === "arrows") entry.resolve(reply.taken);
  else if (entry.kind === "link" && reply.kind === "link") entry.resolve(reply.link);
  else unreachable(reply as never);
}

/** The outcome as the page has it: a line for each connection, which reads the columns when it is asked. */
async function withLines(
  outcome: OpenOutcome<ConnectionTable> | null,
  kinds: readonly ConnectionKind[],
): Promise<OpenOutcome | null> {
  if (!outcome?.ok) return outcome;
  const connections = await linesOf({ ...outcome.capture.connections, kinds });
  return { ok: true, capture: { ...outcome.capture, connections } };
}

async function linesOf(table: ConnectionTable): Promise<ConnectionSummary[]> {
  const lines: ConnectionSummary[] = [];
  for (let id = 0; id < table.length; id++) {
    lines.push(new ListedConnection(table, id));
    if (lines.length % LINES_A_TURN === 0) await nextTurn();
  }
  return lines;
}
