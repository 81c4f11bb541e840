import type { BookReader } from "./bookshelf.ts";
import { comparisonActions } from "./compare/comparison-actions.ts";
import type { ComparisonPart } from "./compare/comparison.ts";
import { courseActions } from "./course/course-actions.ts";
import type { CoursePart } from "./course/course.ts";
import { coverageActions } from "./coverage/coverage-actions.ts";
import type { CoveragePart } from "./coverage/coverage.ts";
import { entering, EXPLORING, type ModePart, refusing, wholeOf } from "./mode.ts";
import type { Analyser, CaptureSource } from "./opened-capture.ts";
import { predictionActions } from "./predict/prediction-actions.ts";
import type { PredictionPart } from "./predict/prediction.ts";
import { isLessonSeen } from "./selectors.ts";
import type { SynfinState } from "./synfin-state.ts";
import { tourActions } from "./tour/tour-actions.ts";
import type { TourPart } from "./tour/tour.ts";

type ClassroomActions = Omit<ModePart, "mode" | "isPresenting"> &
  PredictionPart &
  Omit<TourPart, "offered"> &
  Omit<CoursePart, "course"> &
  CoveragePart &
  ComparisonPart;

/** What a teacher does with an open capture: the actions of all modes; `open` opens an example. */
export function classroomActions(
  set: (part: Partial<SynfinState>) => void,
  get: () => SynfinState,
  analyser: Analyser,
  open: (source: CaptureSource) => Promise<void>,
  books: BookReader,
): ClassroomActions {
  const tours = tourActions(set, get, analyser, open, books);
  return {
    present: (isPresenting) => set({ isPresenting }),
    advance: (direction) => {
      const { position } = get();
      const mode = refusing(get().mode, false);
      set({ mode });
      if (mode.kind === "veiled") {
        if (direction === 1) get().startTour();
      } else if (mode.kind === "touring") tours.move(mode, direction);
      else if (mode.kind === "predicting" && direction === 1 && position >= mode.reach) mode.goOn(null);
      else if (direction === 1 && isLessonSeen(get())) get().nextLesson();
      else get().step(direction);
    },
    refuse: () => set({ mode: refusing(get().mode, true) }),
    answer: (option) => {
      const { mode } = get();
      if (mode.kind === "touring") void tours.tell(mode, option);
      else if (mode.kind === "predicting") mode.goOn(option);
    },
    leaveMode: () => {
      const { mode, selection, position } = get();
      if (mode.kind === "exploring") {
        set({ mode: { ...mode, compareMark: null } });
        return;
      }
      const whole = wholeOf(get());
      set({
        ...entering(EXPLORING),
        ...(selection &&
          whole && {
            selection: { ...selection, analysis: { kind: "ready", value: whole } },
            // Of the two that were compared, the other one may have been longer.
            position: Math.min(position, whole.segments.length),
          }),
      });
    },
    ...predictionActions(set, get, analyser),
    ...tours.actions,
    ...courseActions(set, get),
    ...coverageActions(set, get, analyser, books),
    ...comparisonActions(set, get, analyser, books),
  };
}
