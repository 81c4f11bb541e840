import { captureOf } from "../../store/selectors.ts";
import { LoadingPage } from "../loading/LoadingPage.tsx";
import { laterPart } from "../parts/later-part.tsx";
import { useSynfin } from "../use-synfin.ts";

/** The explorer, which is as large as all that the first view takes beside React: it comes after the first frame. */
export const Explorer = laterPart(async () => (await import("./Explorer.tsx")).Explorer, <NotYet />);

/** A capture that is read before there is anything to look at it with. */
function NotYet() {
  const capture = useSynfin(captureOf);
  return capture && <LoadingPage reading={{ name: capture.name, read: null, lines: [] }} />;
}
