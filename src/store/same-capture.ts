import type { SynfinState } from "./synfin-store.ts";

type OnScreen = Pick<SynfinState, "capture" | "lastOpened">;

/** Whether both are of one capture: of the one that is open, more connections may be judged by now. */
export function isSameCapture(one: OnScreen, other: OnScreen): boolean {
  const areReady = one.capture.kind === "ready" && other.capture.kind === "ready";
  return one.capture === other.capture || (areReady && one.lastOpened === other.lastOpened);
}
