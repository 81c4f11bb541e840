import type { RunSegment } from "../../lab/edit/edited-run.ts";
import type { OpenedRun } from "../../store/opened-capture.ts";
import { captureOf } from "../../store/selectors.ts";
import { useSynfin } from "../use-synfin.ts";

/** The run on screen; null: what is on screen was captured. */
export function useRun(): OpenedRun | null {
  return useSynfin((state) => captureOf(state)?.run ?? null);
}

/** The segments of the connection on screen, as edits name them. */
export function useRunSegments(): readonly RunSegment[] {
  const run = useRun();
  const connection = useSynfin(({ selection }) => selection?.connection ?? 0);
  return run?.segments[connection] ?? NONE;
}

const NONE: readonly RunSegment[] = [];
