import type { Analyser, Practice } from "./analyser.ts";
import type { ConnectedAnalyser } from "./connect-analyser.ts";

/** The worker is gone, with what was open in it. Opening the file again starts another worker. */
export class AnalyserStopped extends Error {
  override readonly name = "AnalyserStopped";
}

/** There is no worker: it cannot be loaded, or the browser has no module workers. */
export class AnalyserUnstarted extends Error {
  override readonly name = "AnalyserUnstarted";
}

/** A worker that runs, and the analyser in it. */
export interface StartedAnalyser {
  readonly analyser: ConnectedAnalyser;
  /** Ends the worker, whatever it is doing. */
  readonly end: () => void;
}

/**
 * An analyser that outlives its worker. When the worker dies, everything pending is rejected with
 * {@link AnalyserStopped}; opening a capture starts the next one.
 *
 * Cancelling while a capture is opened ends the worker, so that its work stops and its memory is free at once;
 * questions about the capture resolve to null. Cancelling later lets the worker forget the capture.
 * @param start starts a worker; it calls `died` once, later, if the worker dies by itself or cannot be started
 */
export function restartAnalyser(
  start: (died: (why: AnalyserStopped | AnalyserUnstarted) => void) => StartedAnalyser,
): Analyser & Practice {
  // Starting takes some milliseconds, so it begins while the page is drawn, not when a file is dropped.
  let running: StartedAnalyser | null = begin();
  /** Resolves the pending `open` to null. */
  let leaveOpening: (() => void) | null = null;

  function begin(): StartedAnalyser {
    const started: StartedAnalyser = start((why) => {
      if (running === started) running = null;
      stop(started, why);
    });
    return started;
  }

  function stop({ analyser, end }: StartedAnalyser, why: Error): void {
    analyser.fail(why);
    end();
  }

  function stopOpening(): void {
    if (leaveOpening === null) return;
    leaveOpening();
    leaveOpening = null;
    running?.analyser.leave();
    running?.end();
    running = begin();
  }

  function current(): ConnectedAnalyser {
    if (running === null) throw new AnalyserStopped("the worker is gone");
    return running.analyser;
  }

  return {
    open: (source, onProgress, onJudging) =>
      new Promise((resolve, reject) => {
        stopOpening();
        running ??= begin();
        const leave = (): void => resolve(null);
        const settled = (): void => {
          if (leaveOpening === leave) leaveOpening = null;
        };
        leaveOpening = leave;
        running.analyser.open(source, onProgress, onJudging).finally(settled).then(resolve, reject);
      }),
    cancel: () => {
      if (leaveOpening === null) running?.analyser.cancel();
      else stopOpening();
    },
    ask: async (kind, ...about) => current().ask(kind, ...about),
    practise: (captures) => running?.analyser.practise(captures),
  };
}
