import type { OpenedCapture } from "../../store/opened-capture.ts";
import { captureOf } from "../../store/selectors.ts";
import { LoadingPage } from "../loading/LoadingPage.tsx";
import { type LaterPart, laterPart } from "../parts/later-part.tsx";
import { useSynfin } from "../use-synfin.ts";

/**
 * The explorer. It is as large as everything else that the first view needs beside React, so it is loaded after the
 * first frame.
 */
export const Explorer: LaterPart<{ readonly capture: OpenedCapture }> = laterPart(
  async () => (await import("./Explorer.tsx")).Explorer,
  <NotYet />,
);

/** Shown for a capture that is read before the explorer is loaded. */
function NotYet() {
  const capture = useSynfin(captureOf);
  return capture && <LoadingPage reading={{ name: capture.name, read: null, lines: [] }} />;
}
