import type { Analyser } from "./analyser.ts";
import { connectAnalyser } from "./connect-analyser.ts";
import type { Reply, Request } from "./protocol.ts";

/** Starts the worker and gives the analyser in it. Called once, by `main.tsx`. */
export function startAnalyser(): Analyser {
  const worker = new Worker(new URL("./analyser-worker.ts", import.meta.url), {
    type: "module",
    name: "analyser",
  });
  const analyser = connectAnalyser({
    postMessage: (request: Request) => worker.postMessage(request),
    addEventListener: (type, listener) =>
      worker.addEventListener(type, (event: MessageEvent<Reply>) => listener(event)),
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    analyser.fail(event.message || "the worker could not be started");
  });
  worker.addEventListener("messageerror", () => analyser.fail("an answer of the worker could not be read"));
  return analyser;
}
