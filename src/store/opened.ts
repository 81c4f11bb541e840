import type { CaptureChoice, CaptureLooks, FoldersGiven } from "./capture-choice.ts";
import type { Loadable } from "./loadable.ts";
import type { CaptureSource, OpenedCapture, OpenFailure } from "./opened-capture.ts";
import type { Reading } from "./reading.ts";

/** What was opened, so that it can be opened again. */
export interface Opened {
  readonly name: string;
  readonly source: CaptureSource;
  readonly choice: CaptureChoice | null;
}

export interface OpeningPart {
  readonly capture: Loadable<OpenedCapture, Reading, OpenFailure>;
  /** The files among which one can choose; null unless several were given at once. */
  readonly choice: CaptureChoice | null;
  /** What is known of these files; one that is missing was not looked into yet. */
  readonly looks: CaptureLooks;
  /** The last capture that was on screen, for the way back from one that is refused. */
  readonly lastOpened: Opened | null;

  readonly openFile: (file: File) => void;
  /**
   * Opens the first that is not broken; the others can be chosen. They take the place of all that were given before.
   */
  readonly openFiles: (files: readonly File[], given?: FoldersGiven) => void;
  /** Opens another of the files that were given at once. */
  readonly chooseCapture: (entry: number) => void;
  /** Back to the capture that was on screen before one was refused: it is read again. */
  readonly openLast: () => void;
  /** Reads again what was on screen before, and selects the connection that was. */
  readonly openAgain: (opened: Opened, connection: number | null) => void;
  readonly openText: (name: string, text: string) => void;
  /** Opens a link, shown as it asks. @param fragment of its address, without `#` */
  readonly openLink: (name: string, fragment: string) => void;
  /** Stops reading and goes back to the empty page. */
  readonly cancelOpening: () => void;
  /** Back to the empty page. */
  readonly closeCapture: () => void;
}
