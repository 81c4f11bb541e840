import type { LinkView } from "../link-text.ts";

/** Lessons in the order in which a teacher gives them. */
export interface Course {
  /** Each is the name of an example, or the fragment of a link, which begins with its version and a full stop. */
  readonly lessons: readonly string[];
  /** Index of the lesson on screen. */
  readonly at: number;
  /** What the address asked for and no example is called. */
  readonly unknown: readonly string[];
  /** The part of the address behind `#` that asked for it; null: it is the row of all examples. */
  readonly asked: string | null;
  /** How a lesson is called that is a link without a title. */
  readonly linkName: string;
}

/** The part of the store that is about courses. */
export interface CoursePart {
  /** The course of the lesson on screen; null: what is on screen is no lesson. */
  readonly course: Course | null;
  /** Opens the lesson of the course at which it stands; behind its last one the start page is. */
  readonly giveLesson: (course: Course, view?: LinkView) => void;
  /** Opens the next lesson. */
  readonly nextLesson: () => void;
}

/** Whether a lesson of a course is the fragment of a link. Names of examples have no full stop. */
export function isLinkLesson(lesson: string): boolean {
  return lesson.includes(".");
}
