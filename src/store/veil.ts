import type { PredictionPart } from "./predict/prediction.ts";
import type { TourPart } from "./tour/tour.ts";

type Veiling = Pick<PredictionPart, "prediction"> & Pick<TourPart, "tour">;

/** A lesson is given; at its end all is shown again. */
export function isTouring({ tour }: Pick<TourPart, "tour">): boolean {
  return tour !== null && tour.step < tour.lesson.steps.length;
}

/** The page shows only the beginning of the connection: nothing of it may be said of the whole. */
export function isFutureHidden({ prediction, tour }: Veiling): boolean {
  return (prediction !== null && prediction.phase !== "over") || isTouring({ tour });
}

/** The class guesses or is told a lesson: what would tell the rest of the capture is not offered. */
export function isVeiled({ prediction, tour }: Veiling): boolean {
  return prediction !== null || isTouring({ tour });
}
