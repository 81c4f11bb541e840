import { analysisOf, isLessonSeen } from "../../store/selectors.ts";
import type { ViewAt } from "../view.ts";
import { predictWords, tourWords } from "./view.words.ts";

export const predict: ViewAt<"card"> = {
  name: "predict",
  place: "card",
  key: "q",
  words: predictWords,
  bar: "modes",
  future: "hides",
  link: { view: "predict", words: predictWords },
  canBe: (state) => analysisOf(state) !== null,
  isOn: ({ mode }) => mode.kind === "predicting",
  show: (state) => state.togglePredicting(),
  leave: (state) => state.togglePredicting(),
  part: async () => (await import("./PredictCard.tsx")).PredictCard,
};

export const tour: ViewAt<"card"> = {
  name: "tour",
  place: "card",
  key: "g",
  words: tourWords,
  bar: "modes",
  future: "hides",
  canBe: ({ offered, capture }) => offered !== null && capture.kind === "ready",
  isOn: ({ mode }) => mode.kind === "touring",
  show: (state) => state.startTour(),
  leave: (state) => state.leaveMode(),
  part: async () => (await import("./TourCard.tsx")).TourCard,
  waiting: {
    isOn: (state) => state.mode.kind === "veiled" || isLessonSeen(state),
    part: async () => (await import("./TourOffer.tsx")).TourOffer,
  },
};
