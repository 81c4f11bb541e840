import { type CaptureLooks, withLook } from "./capture-choice.ts";
import type { OpenFailure } from "./opened-capture.ts";
import type { OpeningPart } from "./opened.ts";

/** The state of the store after something could not be opened, or is no longer open. */
export function refused(
  failure: OpenFailure,
): (state: Pick<OpeningPart, "choice" | "looks">) => Pick<OpeningPart, "capture"> & { looks: CaptureLooks } {
  return ({ choice, looks }) => ({
    capture: { kind: "failed", failure },
    looks: withLook(looks, choice, choice?.entries[choice.current]?.file, { kind: "failed", failure }),
  });
}

/** The failure of an analyser that broke down. */
export function faultOf(name: string, error: unknown): OpenFailure {
  const message = messageOf(error);
  if (isStopped(error)) return { kind: "stopped", name, message };
  return { kind: isUnstarted(error) ? "unstarted" : "fault", name, message };
}

/** What Chromium, Firefox and Safari say when a part of the script cannot be loaded. */
const NOT_LOADED = /dynamically imported module|importing a module script failed/iu;

/** Whether there is no worker, or a part of it is missing. */
function isUnstarted(error: unknown): boolean {
  return error instanceof Error && (error.name === "AnalyserUnstarted" || NOT_LOADED.test(error.message));
}

/** Whether the worker died (`AnalyserStopped` of the room worker; classes do not pass its port). */
export function isStopped(error: unknown): boolean {
  return error instanceof Error && error.name === "AnalyserStopped";
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
