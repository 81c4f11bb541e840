import { nextStep, restAtEnd } from "./playback-pace.ts";
import { analysisOf } from "./selectors.ts";
import type { SynfinStore } from "./synfin-store.ts";

/**
 * Steps on as long as the store plays, at its tempo. The delay of a timer is subtracted from the next wait, so that
 * real time stays real over many segments.
 * @returns a function that ends it
 */
export function runPlayback(store: SynfinStore): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let due = 0;
  const stop = store.subscribe((state, before) => {
    const isChanged =
      state.isPlaying !== before.isPlaying ||
      state.tempo !== before.tempo ||
      state.selection !== before.selection ||
      // If the person moves while it plays, the wait begins again from there.
      (state.position !== before.position && timer !== null);
    if (isChanged) start();
  });
  start();
  return () => {
    stop();
    clear();
  };

  function start(): void {
    clear();
    if (!store.getState().isPlaying) return;
    due = performance.now();
    schedule();
  }

  function schedule(): void {
    const { position, tempo } = store.getState();
    const analysis = analysisOf(store.getState());
    if (analysis === null) return;
    const { time, length } = analysis.segments;
    const isAtEnd = position >= length;
    const next = isAtEnd
      ? { position: 0, delay: restAtEnd(tempo) }
      : nextStep(time.subarray(0, length), position, tempo);
    // After a pause of the machine it goes on from where it stood: what was missed for more than a step is let go.
    due = Math.max(due, performance.now() - next.delay) + next.delay;
    timer = setTimeout(
      () => {
        timer = null;
        store.getState().playTo(next.position);
        if (store.getState().isPlaying) schedule();
      },
      Math.max(0, due - performance.now()),
    );
  }

  function clear(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }
}
