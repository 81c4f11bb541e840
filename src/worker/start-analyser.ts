import type { Analyser } from "./analyser.ts";
import { connectAnalyser } from "./connect-analyser.ts";
import type { Reply, Request } from "./protocol.ts";
import { restartAnalyser, type StartedAnalyser } from "./restart-analyser.ts";
import { workerThread } from "./worker-thread.ts";

/** The analyser in a worker, which is started at once and again when it died. Called once, by `main.tsx`. */
export function startAnalyser(): Analyser {
  return restartAnalyser(startWorker);
}

function startWorker(died: (message: string) => void): StartedAnalyser {
  const worker = workerThread();
  const analyser = connectAnalyser({
    postMessage: (request: Request) => worker.postMessage(request),
    addEventListener: (type, listener) =>
      worker.addEventListener(type, (event: MessageEvent<Reply>) => listener(event)),
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    died(event.message || "the worker could not be started");
  });
  worker.addEventListener("messageerror", () => died("an answer of the worker could not be read"));
  return { analyser, end: () => worker.terminate() };
}
