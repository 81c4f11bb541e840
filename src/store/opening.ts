import { visibleText } from "../base/visible-text.ts";
import type { Note } from "../segments/note.ts";
import {
  type CaptureChoice,
  type CaptureLook,
  choiceOf,
  type FoldersGiven,
  lookOf,
  NO_LOOKS,
  nextUnbroken,
  withLook,
} from "./capture-choice.ts";
import { viewIn } from "./link-text.ts";
import { FIRST_LOOK } from "./looking.ts";
import { NOT_MERGED } from "./merge/merging.ts";
import { entering, EXPLORING, VEILED } from "./mode.ts";
import { EMPTY_NOTE_BOOK } from "./notes/notes.ts";
import type { Analyser, CaptureSource, OpenedCapture, OpenFailure, ReadProgress } from "./opened-capture.ts";
import type { OpeningPart, Stand } from "./opened.ts";
import { faultOf, refused } from "./opening-failure.ts";
import { type Reading, readOn } from "./reading.ts";
import type { Select } from "./selecting.ts";
import { shownAs } from "./shown-as.ts";
import { CAPTURE_ORDER } from "./sort-order.ts";
import { surveyCaptures } from "./survey-captures.ts";
import type { SynfinState } from "./synfin-state.ts";
import type { OfferedTour } from "./tour/tour.ts";
import { type Visit, visitOf } from "./visit.ts";

/** Characters of a text that a person mends by hand. */
const LONGEST_MENDED = 100_000;

export const NOTHING_OPEN = {
  capture: { kind: "empty" },
  choice: null,
  refusedText: "",
  selection: null,
  filter: "",
  order: CAPTURE_ORDER,
  picked: [],
  position: 0,
  offered: null,
  ...NOT_MERGED,
  course: null,
  sockets: null,
  noteBook: EMPTY_NOTE_BOOK,
  laboratory: null,
  ...FIRST_LOOK,
  ...entering(EXPLORING),
} as const;

/** Opens a source, one of several files if it is that, and selects one of its connections. */
export type Open = (
  source: CaptureSource,
  choice?: CaptureChoice | null,
  connection?: number | null,
) => Promise<void>;

/**
 * The actions of opening, and what other actions open with. A late answer for a capture that was left is dropped.
 * @param startAnalyser starts another analyser, which looks into the files that are not on screen
 */
export function openingActions(
  set: (part: Partial<SynfinState> | ((state: SynfinState) => Partial<SynfinState>)) => void,
  get: () => SynfinState,
  analyser: Analyser,
  select: Select,
  startAnalyser: () => Analyser,
): {
  readonly open: Open;
  readonly actions: Omit<OpeningPart, "capture" | "choice" | "looks" | "lastOpened" | "refusedText">;
} {
  let openings = 0;
  /** What was on screen when opening began; null: nothing, or it is being opened again. */
  let before: Visit | null = null;
  let surveyor: Analyser | null = null;
  let surveyed: CaptureChoice["entries"] | null = null;

  async function open(
    source: CaptureSource,
    choice: CaptureChoice | null = null,
    connection: number | null = null,
    stand: Stand | null = null,
  ): Promise<void> {
    const failure = await tryToOpen(source, choice, connection, stand);
    if (failure === null) return;
    if (source.kind === "text" && source.text.length <= LONGEST_MENDED) set({ refusedText: source.text });
    set(refused(failure));
  }

  /** Opens a source; returns why it is not on screen, or null if it is, was, or was left. */
  async function tryToOpen(
    source: CaptureSource,
    choice: CaptureChoice | null,
    connection: number | null,
    stand: Stand | null = null,
  ): Promise<OpenFailure | null> {
    const opening = ++openings;
    before = stand === null ? visitOf(get()) : null;
    const name = nameOf(source);
    let reading: Reading = { name, read: null, lines: [] };
    let isShown = false;
    const failed = (failure: OpenFailure): OpenFailure | null => {
      // If the capture was on screen already, the failure is shown, and no other file is opened.
      if (isShown) set(refused(failure));
      return isShown ? null : failure;
    };
    set({ ...NOTHING_OPEN, choice, capture: { kind: "loading", progress: reading } });
    try {
      const onProgress = (read: ReadProgress): void => {
        if (opening !== openings) return;
        reading = readOn(reading, read);
        set({ capture: { kind: "loading", progress: reading } });
      };
      const showOn = (capture: OpenedCapture): void => {
        if (opening !== openings) return;
        if (isShown) set({ capture: { kind: "ready", value: capture } });
        else show(capture, source, choice, connection, stand);
        isShown = true;
      };
      const outcome = await analyser.open(source, onProgress, showOn);
      if (opening !== openings) return null;
      if (outcome === null) set(NOTHING_OPEN);
      else if (!outcome.ok) return failed(outcome.failure);
      else {
        if (source.kind === "file") tell(source.file, lookOf(outcome));
        showOn(outcome.capture);
        if (choice) void survey(choice);
      }
      return null;
    } catch (error) {
      return opening === openings ? failed(faultOf(name, error)) : null;
    }
  }

  async function openFiles(files: readonly File[], given?: FoldersGiven): Promise<void> {
    const [file] = files;
    const first = choiceOf(files, given);
    set({ looks: NO_LOOKS });
    if (file && first === null) await open({ kind: "file", file });
    let failureOfFirst: OpenFailure | null = null;
    for (let choice = first; choice !== null; choice = nextUnbroken(choice, get().looks)) {
      const entry = choice.entries[choice.current];
      const failure = entry && (await tryToOpen({ kind: "file", file: entry.file }, choice, null));
      if (!entry || !failure) return;
      tell(entry.file, { kind: "failed", failure });
      failureOfFirst ??= failure;
    }
    if (failureOfFirst) set({ choice: first, capture: { kind: "failed", failure: failureOfFirst } });
  }

  function tell(file: File, look: CaptureLook): void {
    set(({ looks, choice }) => ({ looks: withLook(looks, choice, file, look) }));
  }

  /** Reads those of several files that were not opened yet. */
  async function survey(choice: CaptureChoice): Promise<void> {
    const { entries } = choice;
    if (surveyed === entries) return;
    surveyed = entries;
    const isWanted = (): boolean => surveyed === entries && get().choice?.entries === entries;
    surveyor ??= startAnalyser();
    await surveyCaptures(surveyor, choice, () => get().looks, isWanted, tell);
    if (surveyed === entries) surveyed = null;
  }

  function chooseCapture(current: number): void {
    const { choice } = get();
    const entry = choice?.entries[current];
    if (choice === null || !entry || current === choice.current) return;
    void open({ kind: "file", file: entry.file }, { ...choice, current });
  }

  function show(
    capture: OpenedCapture,
    source: CaptureSource,
    choice: CaptureChoice | null,
    connection: number | null,
    stand: Stand | null,
  ): void {
    const asked = source.kind === "link" ? viewIn(source.fragment) : {};
    const view = stand === null ? asked : { ...asked, step: stand.position };
    const notes = capture.link?.notes ?? [];
    // A link with notes is a lesson.
    const isLesson = notes.length > 0 && view.step === undefined && view.view !== "embed";
    set({
      ...shownAs(view),
      ...(isLesson && { offered: notesTour(capture, notes), mode: VEILED }),
      ...(stand && { filter: stand.filter }),
      capture: { kind: "ready", value: capture },
      choice,
      lastOpened: { name: capture.name, source, choice },
    });
    const first = capture.connections.at(connection ?? 0) ?? capture.connections.at(0);
    if (first) void select(first.id, view);
  }

  function leave(): void {
    openings++;
    analyser.cancel();
    set({ ...NOTHING_OPEN, looks: NO_LOOKS, lastOpened: null });
  }

  return {
    open,
    actions: {
      openFile: (file) => void openFiles([file]),
      openFiles: (files, given) => void openFiles(files, given),
      chooseCapture,
      openLast: () => {
        const { lastOpened } = get();
        if (lastOpened) void open(lastOpened.source, lastOpened.choice);
      },
      openAgain: ({ source, choice }, connection, stand) => void open(source, choice, connection, stand),
      openText: (name, text) => void open({ kind: "text", name, text }),
      openLink: (name, fragment) => void open({ kind: "link", name, fragment }),
      cancelOpening: () =>
        before?.opened
          ? void open(before.opened.source, before.opened.choice, before.connection, before)
          : leave(),
      closeCapture: leave,
    },
  };
}

/** The tour that the notes of a link are. */
function notesTour({ name, segments }: OpenedCapture, notes: readonly Note[]): OfferedTour {
  const load = async () => (await import("./notes/notes-lesson.ts")).lessonOfNotes(notes, 0, segments);
  return { name, load, isOfNotes: true };
}

function nameOf(source: CaptureSource): string {
  return visibleText(source.kind === "file" ? source.file.name : source.name);
}
