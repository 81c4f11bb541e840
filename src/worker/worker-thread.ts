/** Starts the analyser's worker. The single-file build has the worker's code in the page instead (scripts/single-file.ts). */
export function workerThread(): Worker {
  return new Worker(new URL("./analyser-worker.ts", import.meta.url), { type: "module", name: "analyser" });
}
