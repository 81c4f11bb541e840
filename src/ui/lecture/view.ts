import type { ViewAt } from "../view.ts";
import { lectureWords } from "./view.words.ts";

export const lecture: ViewAt<"stage"> = {
  name: "lecture",
  place: "stage",
  key: "p",
  words: lectureWords,
  bar: "modes",
  link: { view: "present", words: lectureWords },
  isOn: ({ isPresenting, mode, capture }) =>
    isPresenting && capture.kind === "ready" && mode.kind !== "comparing",
  show: (state) => state.present(true),
  leave: (state) => state.present(false),
  part: async () => (await import("./LectureView.tsx")).LectureView,
};
