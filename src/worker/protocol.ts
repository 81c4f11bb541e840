import type { OpenedCapture, ReadProgress } from "./analyser.ts";
import type { CaptureSource } from "./capture-source.ts";
import type { ConnectionKind, ConnectionTable, JudgedPart } from "./connection-table.ts";
import type { ListPart } from "./long-lists.ts";
import type { AnswerTo, Question, Questions } from "./questions.ts";
import type { OpeningEnd } from "./working-analyser.ts";

/** A request of the page. Every request with a number gets exactly one answer; `cancel` and `practise` get none. */
export type Request =
  | { readonly kind: "open"; readonly request: number; readonly source: CaptureSource }
  | Question
  | { readonly kind: "practise"; readonly captures: readonly Uint8Array[] }
  | { readonly kind: "cancel" };

/** The one answer to a request. */
export type Answer =
  /** The end of opening; the capture came before it, in {@link Notice}s. */
  | { readonly kind: "opened"; readonly request: number; readonly end: OpeningEnd | null }
  | { readonly kind: "answer"; readonly request: number; readonly answer: AnswerTo<keyof Questions> }
  /** A fault of Synfin. */
  | { readonly kind: "fault"; readonly request: number; readonly message: string };

/** What comes before an answer. */
export type Notice =
  /** Of a long list of an answer. */
  | { readonly kind: "part"; readonly request: number; readonly part: ListPart }
  | { readonly kind: "progress"; readonly request: number; readonly progress: ReadProgress }
  /** The next kinds of connections, a few at a time so that receiving them never holds up the page. */
  | { readonly kind: "kinds"; readonly request: number; readonly kinds: readonly ConnectionKind[] }
  /** The table; its kinds came before it, and its columns move. */
  | {
      readonly kind: "listed";
      readonly request: number;
      readonly capture: OpenedCapture<ConnectionTable>;
    }
  | { readonly kind: "judged"; readonly request: number; readonly part: JudgedPart };

export type Reply = Answer | Notice;

/** How many kinds of connections go into one {@link Notice}: about 4 ms of the page's time. */
export const KINDS_A_NOTICE = 1000;

/** One end of a message channel that sends `Out` and receives `In`: a worker, its inside, or a test's port. */
export interface Port<In, Out> {
  postMessage(message: Out, moved?: readonly Transferable[]): void;
  addEventListener(type: "message", listener: (event: { readonly data: In }) => void): void;
}
