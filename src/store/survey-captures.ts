import { visibleText } from "../base/visible-text.ts";
import { type CaptureChoice, type CaptureLook, type CaptureLooks, lookOf } from "./capture-choice.ts";
import type { Analyser } from "./opened-capture.ts";
import { faultOf } from "./opening-failure.ts";

/** Octets of the largest file that is read before it is chosen: reading should take no more than a second or two. */
export const LARGEST_LOOK = 64 << 20;

/** A file that needs more memory than is left beside the capture on screen may still open by itself. */
const LEFT: CaptureLook = { kind: "left" };

/**
 * Reads the files that were not opened yet, one after the other, so that the list can show what is in them.
 * @param analyser an analyser for this alone; it holds no capture afterwards
 * @param looks what is known, read before each file
 * @param isWanted false as soon as the list of files is another
 */
export async function surveyCaptures(
  analyser: Analyser,
  { entries }: CaptureChoice,
  looks: () => CaptureLooks,
  isWanted: () => boolean,
  tell: (file: File, look: CaptureLook) => void,
): Promise<void> {
  for (const { file } of entries) {
    if (looks().has(file)) continue;
    const look = file.size > LARGEST_LOOK ? LEFT : await lookInto(analyser, file, isWanted);
    if (!isWanted() || look === null) return;
    tell(file, look);
  }
  analyser.cancel();
}

async function lookInto(
  analyser: Analyser,
  file: File,
  isWanted: () => boolean,
): Promise<CaptureLook | null> {
  try {
    const goOn = (): void => {
      if (!isWanted()) analyser.cancel();
    };
    const outcome = await analyser.open({ kind: "file", file }, goOn, goOn);
    const look = outcome && lookOf(outcome);
    return look?.kind === "failed" && look.failure.kind === "memory" ? LEFT : look;
  } catch (error) {
    const failure = faultOf(visibleText(file.name), error);
    return failure.kind === "stopped" ? LEFT : { kind: "failed", failure };
  }
}
