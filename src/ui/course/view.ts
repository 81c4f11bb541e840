import type { ViewAt } from "../view.ts";
import { courseViewWords } from "./view.words.ts";

export const course: ViewAt<"sheet"> = {
  name: "course",
  place: "sheet",
  key: "k",
  words: courseViewWords,
  bar: "outputs",
  canBe: () => true,
  isOn: ({ sheet }) => sheet === "course",
  show: (state) => state.look({ sheet: "course" }),
  leave: (state) => state.look({ sheet: null }),
  part: async () => (await import("./CourseSheet.tsx")).CourseSheet,
};
