import type { BookReader } from "./bookshelf.ts";
import { comparisonActions } from "./compare/comparison-actions.ts";
import type { ComparisonPart } from "./compare/comparison.ts";
import { coverageActions } from "./coverage/coverage-actions.ts";
import type { CoveragePart } from "./coverage/coverage.ts";
import type { NO_CLASSROOM } from "./no-classroom.ts";
import type { Analyser, CaptureSource } from "./opened-capture.ts";
import { predictionActions } from "./predict/prediction-actions.ts";
import type { PredictionPart } from "./predict/prediction.ts";
import type { SynfinState } from "./synfin-store.ts";
import { tourActions } from "./tour/tour-actions.ts";
import type { TourPart } from "./tour/tour.ts";

/** What a teacher does with an open capture. */
export interface ClassroomPart extends PredictionPart, TourPart, CoveragePart, ComparisonPart {
  /** The lecture view: diagram and graph alone, for the projector of a room. */
  readonly isPresenting: boolean;
  readonly present: (isPresenting: boolean) => void;
  /** Something was asked for that would tell what is hidden: the page says why it is not shown. */
  readonly isRefused: boolean;
  /** As a clicker does: on with the lesson or the guessing if there is one, or else a step. */
  readonly advance: (direction: 1 | -1) => void;
}

type Values = keyof typeof NO_CLASSROOM | "isPresenting";

/** The actions; `open` opens an example. */
export function classroomActions(
  set: (part: Partial<SynfinState>) => void,
  get: () => SynfinState,
  analyser: Analyser,
  open: (source: CaptureSource) => Promise<void>,
  books: BookReader,
): Omit<ClassroomPart, Values> {
  return {
    present: (isPresenting) => set({ isPresenting }),
    advance: (direction) => {
      set({ isRefused: false });
      if (get().moveTour(direction)) return;
      if (direction === 1 && get().goOnPredicting()) return;
      get().step(direction);
    },
    ...predictionActions(set, get, analyser),
    ...tourActions(set, get, analyser, open, books),
    ...coverageActions(set, get, analyser, books),
    ...comparisonActions(set, get, analyser, books),
  };
}
