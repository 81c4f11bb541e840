import type { BookReader, BookshelfExample } from "../bookshelf.ts";
import type { LinkView } from "../link-text.ts";
import type { Analyser, CaptureSource } from "../opened-capture.ts";
import { shownAs } from "../shown-as.ts";
import type { SynfinState } from "../synfin-store.ts";
import type { Lesson } from "./lesson.ts";
import type { OfferedTour, TourPart } from "./tour.ts";

/** The actions of lessons. The lesson and what asks its questions are loaded when it begins. */
export function tourActions(
  set: (part: Partial<SynfinState>) => void,
  get: () => SynfinState,
  analyser: Pick<Analyser, "analyse">,
  open: (source: CaptureSource) => Promise<void>,
  books: BookReader,
): Omit<TourPart, "offered" | "tour"> {
  const access = { set, get, analyser };

  async function openBook({ name, source, lesson }: BookshelfExample, view: LinkView): Promise<void> {
    const { capture, lastOpened } = get();
    try {
      const found = await source();
      // Meanwhile something else may have been opened.
      if (get().capture.kind !== capture.kind || get().lastOpened !== lastOpened) return;
      void open(found);
      set({ offered: lesson && { ...lesson, name }, ...shownAs(view) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      set({ capture: { kind: "failed", failure: { kind: "unreadable", name, message } } });
    }
  }

  async function begin(offered: OfferedTour): Promise<void> {
    const lesson = await offered.load(get().language);
    if (get().offered === offered) await enter(lesson, 0, false);
  }

  async function enter(lesson: Lesson, step: number, isTold: boolean): Promise<void> {
    const { enterStep } = await import("./run-tour.ts");
    await enterStep(access, lesson, step, isTold);
  }

  async function reword(offered: OfferedTour): Promise<void> {
    const lesson = await offered.load(get().language);
    const { tour } = get();
    if (tour === null || get().offered !== offered) return;
    const choice = lesson.steps[tour.step]?.question;
    const question = choice?.kind === "choice" ? choice : tour.question;
    set({ tour: { ...tour, lesson, question } });
  }

  async function tell(option: number | null): Promise<void> {
    const { tellAnswer } = await import("./run-tour.ts");
    const { tour } = get();
    if (tour?.isAsking === true) await tellAnswer(access, tour, option);
  }

  return {
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
      const { offered, tour } = get();
      if (offered !== null && tour !== null) void reword(offered);
    },
    leaveTour: () => {
      const { tour, selection } = get();
      set({ tour: null, offered: null });
      // What the lesson has not come to is shown again.
      if (tour === null || selection === null) return;
      set({ selection: { ...selection, analysis: { kind: "ready", value: tour.whole } } });
    },
    moveTour: (direction) => {
      const { tour } = get();
      if (tour === null) return false;
      const { lesson, step, isAsking } = tour;
      if (direction === 1 && isAsking) void tell(null);
      else if (direction === 1 && step < lesson.steps.length) void enter(lesson, step + 1, false);
      // From the end a clicker goes on by itself through what is left of the capture.
      else if (direction === 1) get().leaveTour();
      else if (direction === -1 && step > 0) void enter(lesson, step - 1, true);
      return true;
    },
    answerTour: (option) => void tell(option),
  };
}
