import { shownAs } from "../shown-as.ts";
import type { SynfinState } from "../synfin-state.ts";
import { type CoursePart, isLinkLesson } from "./course.ts";

/** The actions of courses. */
export function courseActions(
  set: (part: Partial<SynfinState>) => void,
  get: () => SynfinState,
): Omit<CoursePart, "course"> {
  return {
    giveLesson: (course, view = {}) => {
      const lesson = course.lessons[course.at];
      if (lesson === undefined) get().closeCapture();
      else if (isLinkLesson(lesson)) {
        get().openLink(course.linkName, lesson);
        set({ course, ...shownAs(view) });
      } else get().openExample(lesson, view, course);
    },
    nextLesson: () => {
      const { course } = get();
      if (course !== null) get().giveLesson({ ...course, at: course.at + 1 });
    },
  };
}
