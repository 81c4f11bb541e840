import { present, unreachable } from "../base/assert.ts";
import type { Analyser, OpenedCapture, OpenOutcome, Practice, ReadProgress } from "./analyser.ts";
import {
  type ConnectionKind,
  type ConnectionTable,
  type JudgedPart,
  TableLines,
} from "./connection-table.ts";
import { type ListPart, withLongLists } from "./long-lists.ts";
import type { Answer, Notice, Port, Reply, Request } from "./protocol.ts";
import type { Question, Questions } from "./questions.ts";
import type { OpeningEnd } from "./working-analyser.ts";

/** A request that has not been answered yet. */
interface Pending {
  readonly onNotice: (notice: Notice) => void;
  readonly onAnswer: (answer: Answer) => void;
  readonly reject: (fault: Error) => void;
  /** Called when the capture that it is about is no longer open. */
  readonly leave: () => void;
}

/** The page's side of the port, with methods for when nothing will come through it any more. */
export interface ConnectedAnalyser extends Analyser, Practice {
  /** Rejects all pending and all later requests with the fault. */
  fail(fault: Error): void;
  /** Resolves all pending requests to null: their capture is no longer open. */
  leave(): void;
}

/** The analyser at the other end of the port. A fault at that end rejects the promise of the request. */
export function connectAnalyser(port: Port<Reply, Request>): ConnectedAnalyser {
  const pending = new Map<number, Pending>();
  let requests = 0;
  let broken: Error | null = null;

  port.addEventListener("message", ({ data: reply }) => {
    const entry = pending.get(reply.request);
    if (entry && isNotice(reply)) entry.onNotice(reply);
    else if (entry && !isNotice(reply)) {
      pending.delete(reply.request);
      if (reply.kind === "fault") entry.reject(new Error(reply.message));
      else entry.onAnswer(reply);
    }
  });

  /** @param result makes the caller's result of the answer */
  function send<Result>(
    request: (number: number) => Request,
    result: (answer: Answer) => Result,
    onNotice: (notice: Notice) => void = () => {},
  ): Promise<Result | null> {
    return new Promise((resolve, reject) => {
      if (broken !== null) {
        reject(broken);
        return;
      }
      const number = ++requests;
      const onAnswer = (answer: Answer): void => resolve(result(answer));
      pending.set(number, { onNotice, onAnswer, reject, leave: () => resolve(null) });
      port.postMessage(request(number));
    });
  }

  return {
    open: (source, onProgress, onJudging = () => {}) => {
      const list = new OpeningList(onProgress, onJudging);
      return send(
        (request) => ({ kind: "open", request, source }),
        (answer) => (answer.kind === "opened" ? list.outcome(answer.end) : unreachable(answer as never)),
        (notice) => list.take(notice),
      );
    },
    cancel: () => port.postMessage({ kind: "cancel" }),
    practise: (captures) => port.postMessage({ kind: "practise", captures }),
    ask: <Kind extends keyof Questions>(question: Kind, ...about: Questions[Kind]["about"]) => {
      const parts: ListPart[] = [];
      return send(
        (request) => ({ kind: "ask", request, question, about }) as Question,
        (reply) => {
          if (reply.kind !== "answer") return unreachable(reply as never);
          // The answer has the number of the question, so it is of that kind.
          return reply.answer && withLongLists(reply.answer, parts);
        },
        (notice) => {
          if (notice.kind === "part") parts.push(notice.part);
        },
      );
    },
    fail: (fault) => {
      broken = fault;
      for (const entry of pending.values()) entry.reject(fault);
      pending.clear();
    },
    leave: () => {
      for (const entry of pending.values()) entry.leave();
      pending.clear();
    },
  };
}

function isNotice(reply: Reply): reply is Notice {
  return ["part", "progress", "kinds", "listed", "judged"].includes(reply.kind);
}

/** The list of a capture that is being opened, built from notices. */
class OpeningList {
  private readonly onProgress: (progress: ReadProgress) => void;
  private readonly onJudging: (capture: OpenedCapture) => void;
  private readonly kinds: ConnectionKind[] = [];
  /** The capture as judged so far; null until it is listed. */
  private capture: OpenedCapture<ConnectionTable> | null = null;

  constructor(onProgress: (progress: ReadProgress) => void, onJudging: (capture: OpenedCapture) => void) {
    this.onProgress = onProgress;
    this.onJudging = onJudging;
  }

  take(notice: Notice): void {
    if (notice.kind === "progress") this.onProgress(notice.progress);
    else if (notice.kind === "kinds") this.kinds.push(...notice.kinds);
    else if (notice.kind === "listed") {
      const { capture } = notice;
      this.capture = { ...capture, connections: { ...capture.connections, kinds: this.kinds } };
      if (capture.judged < capture.connections.length) this.onJudging(asShown(this.capture));
    } else if (notice.kind === "judged") {
      this.capture = withPart(present(this.capture, "the list that more is said of"), notice.part);
      if (notice.part.isShown) this.onJudging(asShown(this.capture));
    }
  }

  outcome(end: OpeningEnd | null): OpenOutcome | null {
    if (!end?.ok) return end;
    const listed = present(this.capture, "the capture that is open");
    return { ok: true, capture: { ...listed, connections: new TableLines(listed.connections) } };
  }
}

/**
 * Writes into the columns that are on screen already. For connections that are not judged, only start and end are
 * read, which stay the same.
 */
function withPart(
  capture: OpenedCapture<ConnectionTable>,
  { from, columns, outcomes }: JudgedPart,
): OpenedCapture<ConnectionTable> {
  const { connections } = capture;
  connections.kind.set(columns.kind, from);
  connections.start.set(columns.start, from);
  connections.end.set(columns.end, from);
  connections.duration.set(columns.duration, from);
  connections.handshakeRoundTrip.set(columns.handshakeRoundTrip, from);
  connections.openingTime.set(columns.openingTime, from);
  connections.zeroWindow.set(columns.zeroWindow, from);
  connections.payload.set(columns.payload, 2 * from);
  return { ...capture, judged: from + columns.kind.length, outcomes };
}

/** A snapshot that later judging does not change. */
function asShown(capture: OpenedCapture<ConnectionTable>): OpenedCapture {
  const { connections } = capture;
  const table = { ...connections, kind: connections.kind.slice() };
  return { ...capture, connections: new TableLines(table) };
}
