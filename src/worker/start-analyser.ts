import type { Analyser, Practice } from "./analyser.ts";
import { connectAnalyser } from "./connect-analyser.ts";
import type { Reply, Request } from "./protocol.ts";
import {
  AnalyserStopped,
  AnalyserUnstarted,
  restartAnalyser,
  type StartedAnalyser,
} from "./restart-analyser.ts";
import { workerThread } from "./worker-thread.ts";

type Died = (why: AnalyserStopped | AnalyserUnstarted) => void;

/** The analyser in a worker, which is started at once and again when it died. Called once, by `main.tsx`. */
export function startAnalyser(): Analyser & Practice {
  return restartAnalyser((died) => {
    try {
      return analyserIn(workerThread(), died);
    } catch (error) {
      return noAnalyser(error instanceof Error ? error.message : String(error), died);
    }
  });
}

function analyserIn(worker: Worker, died: Died): StartedAnalyser {
  let hasRun = false;
  const analyser = connectAnalyser({
    postMessage: (request: Request) => worker.postMessage(request),
    addEventListener: (type, listener) =>
      worker.addEventListener(type, (event: MessageEvent<Reply>) => {
        hasRun = true;
        listener(event);
      }),
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    // The error of a worker that was not loaded has no message; in a browser without module workers it is a
    // SyntaxError.
    const isUnstarted = !hasRun && (!event.message || event.message.includes("SyntaxError"));
    const Why = isUnstarted ? AnalyserUnstarted : AnalyserStopped;
    died(new Why(event.message || "the worker could not be started"));
  });
  worker.addEventListener("messageerror", () =>
    died(new AnalyserStopped("an answer of the worker could not be read")),
  );
  return { analyser, end: () => worker.terminate() };
}

/** An analyser that fails at the first request. */
function noAnalyser(message: string, died: Died): StartedAnalyser {
  const postMessage = (): void => queueMicrotask(() => died(new AnalyserUnstarted(message)));
  return { analyser: connectAnalyser({ postMessage, addEventListener: () => {} }), end: () => {} };
}
