import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { BookReader } from "../bookshelf.ts";
import type { Course } from "../course/course.ts";
import type { LinkView } from "../link-text.ts";
import type { Question } from "../predict/question.ts";
import type { Lesson, LessonQuestion, OfferedLesson } from "./lesson.ts";

/** The question of a step, as the page asks it. */
export type TourQuestion = Question | Extract<LessonQuestion, { readonly kind: "choice" }>;

/**
 * The position in a guided tour. While it runs, the selection holds only what is known up to the segment that the
 * page has reached (`knownSoFar`), so that no view can show more.
 */
export interface TourStand {
  readonly kind: "touring";
  readonly lesson: Lesson;
  /** Index of the step; the number of steps stands for the end of the lesson. */
  readonly step: number;
  /** The question of the step; null if it has none. */
  readonly question: TourQuestion | null;
  /** The question is open, and the note still hidden. */
  readonly isAsking: boolean;
  /** Index of the chosen option; -1 = none of them; null = nothing was chosen. */
  readonly chosen: number | null;
  /** The whole analysis, with what the page does not show yet. */
  readonly whole: ConnectionAnalysis;
  /** The person asked for something that is hidden in this mode: the page says why it is not shown. */
  readonly isRefused: boolean;
}

/** A lesson and the name of its example, or the title of the link whose notes it is. */
export interface OfferedTour extends OfferedLesson {
  readonly name: string;
  readonly isOfNotes: boolean;
}

/** The part of the store that is about lessons. */
export interface TourPart {
  /** The lesson of the open example, whether it is running or not; null if it has none. */
  readonly offered: OfferedTour | null;
  /**
   * Opens the example of that name, and offers its lesson. It is veiled until the lesson begins, unless a link asks for
   * one of its segments or for a figure.
   * @param course the course it is a lesson of; absent: that of all examples
   * @returns false if there is none
   */
  readonly openExample: (name: string, view?: LinkView, course?: Course) => boolean;
  /** Asks another analyser about an example, beside what is open; null if it cannot be opened. */
  readonly readExample: BookReader["read"];
  /** Begins the offered lesson, in the language of the page. */
  readonly startTour: () => void;
  /** Loads the same step again in the language of the page, which has changed. */
  readonly rewordTour: () => void;
}
