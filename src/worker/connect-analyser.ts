import { present, unreachable } from "../base/assert.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type {
  Analyser,
  ArrowsTaken,
  EncodedLink,
  OpenedCapture,
  OpenOutcome,
  Practice,
  ReadProgress,
} from "./analyser.ts";
import {
  type ConnectionKind,
  type ConnectionTable,
  type JudgedPart,
  TableLines,
} from "./connection-table.ts";
import type { Notice, Port, Reply, Request } from "./protocol.ts";
import type { OpeningEnd } from "./working-analyser.ts";

/** A request that has not been answered yet. */
type Pending =
  | {
      readonly kind: "open";
      readonly onProgress: (progress: ReadProgress) => void;
      readonly onJudging: (capture: OpenedCapture) => void;
      readonly kinds: ConnectionKind[];
      /** As it is judged so far; null until it is listed. */
      capture: OpenedCapture<ConnectionTable> | null;
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
  /** Answers everything that is pending with null: what it is about is open no longer. */
  leave(): void;
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
    if (entry.kind === "open" && isNotice(reply)) takeNotice(entry, reply);
    else {
      pending.delete(reply.request);
      settle(entry, reply);
    }
  }

  return {
    open: (source, onProgress, onJudging = () => {}) =>
      new Promise((resolve, reject) => {
        const request = ++requests;
        ask(
          { kind: "open", onProgress, onJudging, kinds: [], capture: null, resolve, reject },
          { kind: "open", request, source },
        );
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
    leave: () => {
      for (const entry of pending.values()) entry.resolve(null);
      pending.clear();
    },
  };
}

function settle(entry: Pending, reply: Reply): void {
  if (reply.kind === "fault") entry.reject(new Error(reply.message));
  else if (entry.kind === "open" && reply.kind === "opened")
    entry.resolve(outcomeOf(reply.end, entry.capture));
  else if (entry.kind === "analyse" && reply.kind === "analysed") entry.resolve(reply.analysis);
  else if (entry.kind === "arrows" && reply.kind === "arrows") entry.resolve(reply.taken);
  else if (entry.kind === "link" && reply.kind === "link") entry.resolve(reply.link);
  else unreachable(reply as never);
}

function isNotice(reply: Reply): reply is Notice {
  return ["progress", "kinds", "listed", "judged"].includes(reply.kind);
}

function takeNotice(entry: Extract<Pending, { kind: "open" }>, notice: Notice): void {
  if (notice.kind === "progress") entry.onProgress(notice.progress);
  else if (notice.kind === "kinds") entry.kinds.push(...notice.kinds);
  else if (notice.kind === "listed") {
    const { capture } = notice;
    entry.capture = { ...capture, connections: { ...capture.connections, kinds: entry.kinds } };
    if (capture.judged < capture.connections.length) entry.onJudging(asShown(entry.capture));
  } else {
    const capture = withPart(present(entry.capture, "the list that more is said of"), notice.part);
    entry.capture = capture;
    if (notice.part.isShown) entry.onJudging(asShown(capture));
  }
}

/** Writes to the columns of what was shown before: of what is not judged only start and end are read, which stay the same. */
function withPart(
  capture: OpenedCapture<ConnectionTable>,
  { from, columns, outcomes }: JudgedPart,
): OpenedCapture<ConnectionTable> {
  const { connections } = capture;
  connections.kind.set(columns.kind, from);
  connections.start.set(columns.start, from);
  connections.end.set(columns.end, from);
  connections.duration.set(columns.duration, from);
  connections.handshake.set(columns.handshake, from);
  connections.payload.set(columns.payload, 2 * from);
  return { ...capture, judged: from + columns.kind.length, outcomes };
}

/** As it is now: what is judged later does not change it. */
function asShown(capture: OpenedCapture<ConnectionTable>): OpenedCapture {
  const { connections } = capture;
  const table = { ...connections, kind: connections.kind.slice() };
  return { ...capture, connections: new TableLines(table) };
}

function outcomeOf(
  end: OpeningEnd | null,
  capture: OpenedCapture<ConnectionTable> | null,
): OpenOutcome | null {
  if (!end?.ok) return end;
  const listed = present(capture, "the capture that is open");
  return { ok: true, capture: { ...listed, connections: new TableLines(listed.connections) } };
}
