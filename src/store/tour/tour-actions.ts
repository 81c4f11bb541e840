import type { BookReader, BookshelfExample } from "../bookshelf.ts";
import type { LinkView } from "../link-text.ts";
import { isStill } from "../mode.ts";
import type { Analyser, CaptureSource } from "../opened-capture.ts";
import { shownAs } from "../shown-as.ts";
import type { SynfinState } from "../synfin-state.ts";
import type { Lesson } from "./lesson.ts";
import type { OfferedTour, TourPart, TourStand } from "./tour.ts";

/** The actions of lessons, and how a lesson that is given goes on. What asks its questions is loaded when it begins. */
export function tourActions(
  set: (part: Partial<SynfinState>) => void,
  get: () => SynfinState,
  analyser: Pick<Analyser, "ask">,
  open: (source: CaptureSource) => Promise<void>,
  books: BookReader,
): {
  readonly actions: Omit<TourPart, "offered">;
  /** Goes back or on by one; on from an open question means to tell the answer. */
  readonly move: (tour: TourStand, direction: 1 | -1) => void;
  /** Answers the open question. @param option null: reveals it without an answer */
  readonly tell: (tour: TourStand, option: number | null) => Promise<void>;
} {
  const access = { set, get, analyser };

  async function openBook({ name, source, lesson }: BookshelfExample, view: LinkView): Promise<void> {
    const { capture, lastOpened } = get();
    try {
      const found = await source();
      // Something else may have been opened meanwhile.
      if (get().capture.kind !== capture.kind || get().lastOpened !== lastOpened) return;
      void open(found);
      set({ offered: lesson && { ...lesson, name }, ...shownAs(view) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      set({ capture: { kind: "failed", failure: { kind: "unreadable", name, message } } });
    }
  }

  async function begin(offered: OfferedTour): Promise<void> {
    const { mode } = get();
    const lesson = await offered.load(get().language);
    if (get().offered === offered && isStill(get().mode, mode)) await enter(lesson, 0, false);
  }

  async function enter(lesson: Lesson, step: number, isTold: boolean): Promise<void> {
    const { enterStep } = await import("./run-tour.ts");
    await enterStep(access, lesson, step, isTold);
  }

  async function reword(offered: OfferedTour): Promise<void> {
    const lesson = await offered.load(get().language);
    const { mode } = get();
    if (mode.kind !== "touring" || get().offered !== offered) return;
    const choice = lesson.steps[mode.step]?.question;
    const question = choice?.kind === "choice" ? choice : mode.question;
    set({ mode: { ...mode, lesson, question } });
  }

  async function tell(tour: TourStand, option: number | null): Promise<void> {
    const { tellAnswer } = await import("./run-tour.ts");
    if (tour.isAsking && isStill(get().mode, tour)) await tellAnswer(access, tour, option);
  }

  function move(tour: TourStand, direction: 1 | -1): void {
    const { lesson, step, isAsking } = tour;
    if (direction === 1 && isAsking) void tell(tour, null);
    else if (direction === 1 && step < lesson.steps.length) void enter(lesson, step + 1, false);
    // From the end of the lesson, a clicker goes on through the rest of the capture.
    else if (direction === 1) get().leaveTour();
    else if (step > 0) void enter(lesson, step - 1, true);
  }

  const actions: Omit<TourPart, "offered"> = {
    openExample: (name, view = {}) => {
      const example = books.find(name);
      if (example !== undefined) void openBook(example, view);
      return example !== undefined;
    },
    startTour: () => {
      const { offered } = get();
      if (offered !== null) void begin(offered);
    },
    rewordTour: () => {
      const { offered } = get();
      if (offered !== null) void reword(offered);
    },
    leaveTour: () => {
      if (get().mode.kind === "touring") get().leaveMode();
      set({ offered: null });
    },
  };
  return { actions, move, tell };
}
