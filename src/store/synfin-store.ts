import { createStore, type StoreApi } from "zustand/vanilla";
import type { ConnectionAnalysis, Position } from "../tcp/analysis.ts";
import { type Bookshelf, BookReader, EMPTY_BOOKSHELF } from "./bookshelf.ts";
import { type CaptureChoice, choiceOf, tried } from "./capture-choice.ts";
import { type ClassroomPart, classroomActions } from "./classroom.ts";
import { CAPTURE_ORDER, type SortColumn, type SortOrder } from "./connection-list.ts";
import { isSpoken, type Language } from "./language.ts";
import { type LinkView, viewIn } from "./link-text.ts";
import { followListing, listedConnectionsOf } from "./listed-connections.ts";
import { type Loadable, valueOf } from "./loadable.ts";
import { type MarkingPart, markingActions } from "./marking.ts";
import { NO_CLASS, NO_CLASSROOM } from "./no-classroom.ts";
import type {
  Analyser,
  CaptureSource,
  EncodedLink,
  LinkWish,
  OpenedCapture,
  OpenFailure,
} from "./opened-capture.ts";
import type { Tempo } from "./playback-pace.ts";
import { type Reading, readOn } from "./reading.ts";
import { type ZoomingPart, zoomingActions } from "./zooming.ts";

/**
 * How sequence numbers are shown: counted from the start of the connection, as on the wire, or so with the eight
 * digits of a hex dump.
 */
export const NUMBER_FORMS = ["relative", "wire", "hexadecimal"] as const;
export type NumberForm = (typeof NUMBER_FORMS)[number];
/** How the ends are called: by their addresses, or by the names that the capture gives to them. */
type HostForm = "addresses" | "names";
/** How time becomes height in the sequence diagram. */
export const TIME_SCALES = ["compressed", "even", "proportional"] as const;
export type TimeScaleChoice = (typeof TIME_SCALES)[number];
/** `projector`: light, with strong contrast and larger type, for the last row of a hall. */
export const THEMES = ["system", "light", "dark", "projector"] as const;
export type Theme = (typeof THEMES)[number];

/** What was opened, so that it can be opened again. */
export interface Opened {
  readonly name: string;
  readonly source: CaptureSource;
  readonly choice: CaptureChoice | null;
}

/** The connection on screen. */
export interface Selection {
  readonly connection: number;
  /**
   * While it is on its way, the connection that was on screen before stays there, so that nothing flickers. Fails
   * only through a fault of ours; then the message says which.
   */
  readonly analysis: Loadable<ConnectionAnalysis, ConnectionAnalysis | null, string>;
}

export interface SynfinState extends ClassroomPart, MarkingPart, ZoomingPart {
  readonly capture: Loadable<OpenedCapture, Reading, OpenFailure>;
  /** The files among which one can choose; null unless several were given at once. */
  readonly choice: CaptureChoice | null;
  /** The last capture that was on screen, for the way back from one that is refused. */
  readonly lastOpened: Opened | null;
  readonly selection: Selection | null;
  /** As typed; `connection-filter.ts` says what it can hold. */
  readonly filter: string;
  readonly order: SortOrder;
  /**
   * Every connection opens at 0, before its first segment: the diagram shows the whole exchange, the segment panel
   * how it ended, and the first step forward is the first segment.
   */
  readonly position: Position;
  readonly isPlaying: boolean;
  readonly tempo: Tempo;
  /** Whether playing starts over at the end. */
  readonly isLooping: boolean;
  readonly numbers: NumberForm;
  readonly hosts: HostForm;
  readonly timeScale: TimeScaleChoice;
  readonly theme: Theme;
  readonly language: Language;

  readonly openFile: (file: File) => void;
  /** Opens the first; the others can be chosen. They take the place of all that were given before. */
  readonly openFiles: (files: readonly File[]) => void;
  /** Opens another of the files that were given at once. */
  readonly chooseCapture: (entry: number) => void;
  /** Back to the capture that was on screen before one was refused: it is read again. */
  readonly openLast: () => void;
  /** Reads again what was on screen before, and selects the connection that was. */
  readonly openAgain: (opened: Opened, connection: number | null) => void;
  readonly openText: (name: string, text: string) => void;
  /** Opens a link, shown as it asks. @param fragment of its address, without `#` */
  readonly openLink: (name: string, fragment: string) => void;
  /** A link to the connection on screen; null if none is. */
  readonly makeLink: (wish: LinkWish) => Promise<EncodedLink | null>;
  /** Stops reading and goes back to the empty page. */
  readonly cancelOpening: () => void;
  /** Back to the empty page. */
  readonly closeCapture: () => void;
  readonly selectConnection: (connection: number) => void;
  /** Selects the connection `by` lines further down the list as it is filtered and sorted. */
  readonly moveSelection: (by: number) => void;
  readonly filterBy: (text: string) => void;
  /** Sorts by the column; the same once more turns the order round. */
  readonly sortBy: (column: SortColumn) => void;
  readonly goTo: (position: Position) => void;
  readonly step: (by: number) => void;
  /** One step of the running playback; at the end it stops, unless it loops. */
  readonly playTo: (position: Position) => void;
  /** From the end, play starts over. */
  readonly togglePlaying: () => void;
  readonly pause: () => void;
  readonly changeTempo: (tempo: Partial<Tempo>) => void;
  readonly loop: (isLooping: boolean) => void;
  readonly showNumbers: (numbers: NumberForm) => void;
  readonly showHosts: (hosts: HostForm) => void;
  readonly chooseTimeScale: (scale: TimeScaleChoice) => void;
  /** To the next (1) or previous (-1) segment that has an annotation. */
  readonly goToAnnotation: (direction: 1 | -1) => void;
  readonly chooseTheme: (theme: Theme) => void;
  readonly chooseLanguage: (language: Language) => void;
}

export type SynfinStore = StoreApi<SynfinState>;

/** The one store of the page. A late answer for a capture or connection that was left is dropped. */
export function createSynfinStore(
  analyser: Analyser,
  theme: Theme = "system",
  bookshelf: Bookshelf = EMPTY_BOOKSHELF,
): SynfinStore {
  const store = createStore<SynfinState>()((set, get) => {
    let openings = 0;

    async function open(
      source: CaptureSource,
      choice: CaptureChoice | null = null,
      connection: number | null = null,
    ): Promise<void> {
      const opening = ++openings;
      const name = nameOf(source);
      let reading: Reading = { name, read: null, lines: [] };
      set({ ...NOTHING_OPEN, choice, capture: { kind: "loading", progress: reading } });
      try {
        const outcome = await analyser.open(source, (read) => {
          if (opening !== openings) return;
          reading = readOn(reading, read);
          set({ capture: { kind: "loading", progress: reading } });
        });
        if (opening !== openings) return;
        if (outcome === null) set(NOTHING_OPEN);
        else if (outcome.ok) show(outcome.capture, source, tried(choice, null), connection);
        else refuse(outcome.failure);
      } catch (error) {
        if (opening === openings) refuse(faultOf(name, error));
      }
    }

    function refuse(failure: OpenFailure): void {
      set(({ choice }) => ({ capture: { kind: "failed", failure }, choice: tried(choice, failure) }));
    }

    function openFiles(files: readonly File[]): void {
      const [file] = files;
      if (file) void open({ kind: "file", file }, choiceOf(files));
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
    ): void {
      const view = source.kind === "link" ? viewIn(source.fragment) : {};
      set({
        ...(view.scale && { timeScale: view.scale }),
        ...(view.numbers && { numbers: view.numbers }),
        ...(view.language && isSpoken(view.language) && { language: view.language }),
        ...(view.view === "present" && { isPresenting: true }),
        capture: { kind: "ready", value: capture },
        choice,
        lastOpened: { name: capture.name, source, choice },
      });
      const first = capture.connections[connection ?? 0] ?? capture.connections[0];
      if (first) void select(first.id, view);
    }

    async function select(connection: number, { step, view }: LinkView = {}): Promise<void> {
      const before = shownAnalysisOf(get().selection);
      const selection: Selection = { connection, analysis: { kind: "loading", progress: before } };
      set({ selection, isPlaying: false, marked: null, ...NO_CLASS });
      const answer = (analysis: Selection["analysis"]): void => {
        if (get().selection === selection) set({ selection: { connection, analysis }, position: 0 });
      };
      try {
        const analysis = await analyser.analyse(connection);
        if (analysis !== null) answer({ kind: "ready", value: analysis });
        if (get().selection?.analysis.kind !== "ready" || get().selection?.connection !== connection) return;
        if (step !== undefined) goTo(step);
        if (view === "predict" && get().prediction === null) get().togglePredicting();
      } catch (error) {
        const { capture } = get();
        if (isStopped(error) && capture.kind === "ready") refuse(faultOf(capture.value.name, error));
        else answer({ kind: "failed", failure: messageOf(error) });
      }
    }

    function leave(): void {
      openings++;
      analyser.cancel();
      set({ ...NOTHING_OPEN, lastOpened: null });
    }

    function lastPosition(): Position {
      const { selection, comparison } = get();
      const last = (selection && valueOf(selection.analysis)?.segments.length) ?? 0;
      if (comparison === null) return last;
      return Math.max(last, comparison.other.segments.length - comparison.offset);
    }

    function goTo(position: Position): void {
      if (get().selection?.analysis.kind !== "ready") return;
      set({ position: Math.max(0, Math.min(Math.trunc(position), lastPosition())) });
    }

    return {
      ...NOTHING_OPEN,
      lastOpened: null,
      tempo: { pace: "steps", speed: 1 },
      isLooping: false,
      isPresenting: false,
      numbers: "relative",
      hosts: "addresses",
      timeScale: "compressed",
      zoom: 0,
      theme,
      language: "en",
      openFile: (file) => openFiles([file]),
      openFiles,
      chooseCapture,
      openLast: () => {
        const { lastOpened } = get();
        if (lastOpened) void open(lastOpened.source, lastOpened.choice);
      },
      openAgain: ({ source, choice }, connection) => void open(source, choice, connection),
      openText: (name, text) => void open({ kind: "text", name, text }),
      openLink: (name, fragment) => void open({ kind: "link", name, fragment }),
      makeLink: async (wish) => {
        const { selection } = get();
        return selection && analyser.encodeLink(selection.connection, wish);
      },
      cancelOpening: leave,
      closeCapture: leave,
      selectConnection: (connection) => {
        if (connection !== get().selection?.connection) void select(connection);
      },
      moveSelection: (by) => {
        const { selection, prediction } = get();
        // The list is hidden.
        if (prediction !== null) return;
        const listed = listedConnectionsOf(get());
        const at = listed.findIndex(({ id }) => id === selection?.connection);
        const next = listed[at < 0 ? 0 : Math.max(0, Math.min(at + by, listed.length - 1))];
        if (next && next.id !== selection?.connection) void select(next.id);
      },
      filterBy: (text) => set({ filter: text }),
      sortBy: (column) =>
        set(({ order }) => ({
          order: { column, isDescending: order.column === column && !order.isDescending },
        })),
      goTo,
      step: (by) => goTo(get().position + by),
      ...markingActions(set, get),
      ...zoomingActions(set, get),
      ...classroomActions(set, get, analyser, open, new BookReader(bookshelf)),
      playTo: (position) => {
        goTo(position);
        if (get().position >= lastPosition() && !get().isLooping) set({ isPlaying: false });
      },
      togglePlaying: () => {
        const { isPlaying, position } = get();
        const last = lastPosition();
        if (last === 0) return;
        if (!isPlaying && position >= last) set({ position: 0 });
        set({ isPlaying: !isPlaying });
      },
      pause: () => set({ isPlaying: false }),
      changeTempo: (tempo) => set((state) => ({ tempo: { ...state.tempo, ...tempo } })),
      loop: (isLooping) => set({ isLooping }),
      showNumbers: (numbers) => set({ numbers }),
      showHosts: (hosts) => set({ hosts }),
      chooseTimeScale: (timeScale) => set({ timeScale }),
      goToAnnotation: (direction) => {
        const { selection, position } = get();
        const annotations = (selection && valueOf(selection.analysis)?.annotations) ?? [];
        const isAhead = (note: { readonly position: Position }): boolean =>
          (note.position - position) * direction > 0;
        const next = direction === 1 ? annotations.find(isAhead) : annotations.findLast(isAhead);
        if (next !== undefined) goTo(next.position);
      },
      chooseTheme: (chosen) => set({ theme: chosen }),
      chooseLanguage: (language) => set({ language }),
    };
  });
  followListing(store);
  return store;
}

/** What is on screen of a selection: its analysis, or the one before while it is on its way. */
export function shownAnalysisOf(selection: Selection | null): ConnectionAnalysis | null {
  if (selection?.analysis.kind === "loading") return selection.analysis.progress;
  return selection && valueOf(selection.analysis);
}

const NOTHING_OPEN = {
  capture: { kind: "empty" },
  choice: null,
  selection: null,
  filter: "",
  order: CAPTURE_ORDER,
  position: 0,
  isPlaying: false,
  marked: null,
  ...NO_CLASSROOM,
} as const;

function nameOf(source: CaptureSource): string {
  return source.kind === "file" ? source.file.name : source.name;
}

/** The worker died (`AnalyserStopped` of the worker's room, which sends no classes through its port). */
function isStopped(error: unknown): boolean {
  return error instanceof Error && error.name === "AnalyserStopped";
}

function faultOf(name: string, error: unknown): OpenFailure {
  return { kind: isStopped(error) ? "stopped" : "fault", name, message: messageOf(error) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
