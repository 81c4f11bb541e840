/**
 * Starts the analyser's worker. The single-file build replaces this file, because its worker stands in the page
 * (scripts/single-file.ts).
 */
export function workerThread(): Worker {
  return new Worker(new URL("./analyser-worker.ts", import.meta.url), { type: "module", name: "analyser" });
}
