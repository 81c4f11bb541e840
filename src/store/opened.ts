import type { Position } from "../tcp/position.ts";
import type { CaptureChoice, CaptureLooks, FoldersGiven } from "./capture-choice.ts";
import type { Loadable } from "./loadable.ts";
import type { CaptureSource, OpenedCapture, OpenFailure } from "./opened-capture.ts";
import type { Reading } from "./reading.ts";

/** What was opened, kept so that it can be opened again. */
export interface Opened {
  readonly name: string;
  readonly source: CaptureSource;
  readonly choice: CaptureChoice | null;
}

/** Where one stands in a capture, beside the connection. */
export interface Stand {
  readonly position: Position;
  readonly filter: string;
}

export interface OpeningPart {
  readonly capture: Loadable<OpenedCapture, Reading, OpenFailure>;
  /** The files to choose from; null unless several were given at once. */
  readonly choice: CaptureChoice | null;
  /** What was found in these files; a file without an entry was not read yet. */
  readonly looks: CaptureLooks;
  /** The last capture that was on screen, to go back to when another is refused. */
  readonly lastOpened: Opened | null;
  /** The text that was refused last, so that it can be mended; empty: none, or one too long for a box. */
  readonly refusedText: string;

  readonly openFile: (file: File) => void;
  /**
   * Opens the first file that is not broken; the others can be chosen. They replace all files that were given before.
   */
  readonly openFiles: (files: readonly File[], given?: FoldersGiven) => void;
  /** Opens another one of the files to choose from. */
  readonly chooseCapture: (entry: number) => void;
  /** Goes back to the capture that was on screen before one was refused, and reads it again. */
  readonly openLast: () => void;
  /** Reads again what was on screen before, and goes to where one stood. */
  readonly openAgain: (opened: Opened, connection: number | null, stand?: Stand) => void;
  readonly openText: (name: string, text: string) => void;
  /** Opens a link, shown as it asks. @param fragment of its address, without `#` */
  readonly openLink: (name: string, fragment: string) => void;
  /** Stops reading and goes back to what was on screen before; from the way there, to the empty page. */
  readonly cancelOpening: () => void;
  /** Back to the empty page. */
  readonly closeCapture: () => void;
}
