import { createSynfinStore, type SynfinStore } from "../store/synfin-store.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type { Analyser, OpenedCapture, OpenOutcome, ReadProgress } from "../worker/analyser.ts";
import { answering } from "./answering.ts";

interface Question<Answer> {
  readonly about: string;
  readonly answer: (answer: Answer) => void;
  readonly break: (error: Error) => void;
  readonly progress: (progress: ReadProgress) => void;
  readonly judging: (capture: OpenedCapture) => void;
}

/** An analyser that answers when the test says so. */
export class SlowAnalyser implements Analyser {
  readonly opens: Question<OpenOutcome | null>[] = [];
  readonly analyses: Question<ConnectionAnalysis | null>[] = [];
  cancels = 0;

  open(...[source, progress, judging = () => undefined]: Parameters<Analyser["open"]>) {
    const { promise, resolve, reject } = withResolvers<OpenOutcome | null>();
    const about = source.kind === "file" ? source.file.name : source.name;
    this.opens.push({ about, answer: resolve, break: reject, progress, judging });
    return promise;
  }

  cancel(): void {
    this.cancels++;
  }

  readonly ask = answering({
    analyse: (connection) => {
      const { promise, resolve, reject } = withResolvers<ConnectionAnalysis | null>();
      this.analyses.push({
        about: String(connection),
        answer: resolve,
        break: reject,
        progress: () => undefined,
        judging: () => undefined,
      });
      return promise;
    },
  });
}

function withResolvers<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((fulfil, fail) => {
    resolve = fulfil;
    reject = fail;
  });
  return { promise, resolve, reject };
}

/** Lets everything that waits for an answer run on. */
export const nextTurn = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

/** The store asks an analysis for nothing but its length and marks. */
export function analysisOfLength(length: number, mark = 0): ConnectionAnalysis {
  return { segments: { length, marks: new Uint16Array(length).fill(mark) } } as ConnectionAnalysis;
}

/** Opens a capture, and its first connection with this many segments. */
export async function openIn(
  store: SynfinStore,
  analyser: SlowAnalyser,
  capture: OpenedCapture,
  segments = 3,
  annotations: ConnectionAnalysis["annotations"] = [],
): Promise<void> {
  store.getState().openText("pasted text", "x");
  analyser.opens.at(-1)?.answer({ ok: true, capture });
  await nextTurn();
  analyser.analyses.at(-1)?.answer({ ...analysisOfLength(segments), annotations });
  await nextTurn();
}

/** A store over an analyser that answers when the test says so, and the way to open a capture in it. */
export function slowStore() {
  const analyser = new SlowAnalyser();
  const store = createSynfinStore(analyser);
  const openWith = (capture: OpenedCapture, segments?: number) => openIn(store, analyser, capture, segments);
  return { analyser, store, openWith };
}
