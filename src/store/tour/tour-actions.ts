import type { BookReader, BookshelfExample } from "../bookshelf.ts";
import type { Course } from "../course/course.ts";
import type { LinkView } from "../link-text.ts";
import { VEILED } from "../mode.ts";
import type { Analyser, CaptureSource } from "../opened-capture.ts";
import { shownAs } from "../shown-as.ts";
import type { SynfinState } from "../synfin-state.ts";
import type * as RunTour from "./run-tour.ts";
import type { TourPart, TourStand } from "./tour.ts";

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

  async function openBook(
    { name, source, lesson }: BookshelfExample,
    view: LinkView,
    course: Course,
  ): Promise<void> {
    const { capture, lastOpened } = get();
    try {
      const found = await source();
      // Something else may have been opened meanwhile.
      if (get().capture.kind !== capture.kind || get().lastOpened !== lastOpened) return;
      void open(found);
      const isVeiled = lesson !== null && view.step === undefined && view.view !== "embed";
      set({
        ...shownAs(view),
        offered: lesson && { ...lesson, name, isOfNotes: false },
        course,
        ...(isVeiled && { mode: VEILED }),
      });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      set({ capture: { kind: "failed", failure: { kind: "unreadable", name, message } } });
    }
  }

  const actions: Omit<TourPart, "offered"> = {
    openExample: (name, view = {}, course) => {
      const example = books.find(name);
      if (example !== undefined) void openBook(example, view, course ?? courseOfAll(books.names, name));
      return example !== undefined;
    },
    readExample: (name, ask) => books.read(name, ask),
    startTour: () => void run(({ beginTour }) => beginTour(access)),
    rewordTour: () => void run(({ rewordTour }) => rewordTour(access)),
  };
  return {
    actions,
    move: (tour, direction) => void run(({ moveTour }) => moveTour(access, tour, direction)),
    tell: (tour, option) => run(({ tellAnswer }) => tellAnswer(access, tour, option)),
  };
}

/** Does what the part of the page does that gives lessons. */
async function run(does: (part: typeof RunTour) => Promise<void>): Promise<void> {
  await does(await import("./run-tour.ts"));
}

/** The row of all examples, from one of them on. */
function courseOfAll(lessons: readonly string[], name: string): Course {
  return { lessons, at: lessons.indexOf(name), unknown: [], asked: null, linkName: "" };
}
