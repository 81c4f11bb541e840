import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { LinkView } from "../link-text.ts";
import type { Question } from "../predict/question.ts";
import type { Lesson, LessonQuestion, OfferedLesson } from "./lesson.ts";

/** A question of a step as the page asks it. */
export type TourQuestion = Question | Extract<LessonQuestion, { readonly kind: "choice" }>;

/**
 * Where a person stands in a guided tour. While it is given, the selection holds only what is known up to the segment
 * that the page has come to (`knownSoFar`): no view has anything of a later one to show.
 */
export interface TourStand {
  readonly kind: "touring";
  readonly lesson: Lesson;
  /** Index of the step; the number of steps stands for the end of the lesson. */
  readonly step: number;
  /** The question of the step; null if it has none. */
  readonly question: TourQuestion | null;
  /** Asked and not answered: the note is still hidden. */
  readonly isAsking: boolean;
  /** Index of the option that was chosen, -1 = none of them; null = nothing was. */
  readonly chosen: number | null;
  /** The connection with all that the page does not show yet. */
  readonly whole: ConnectionAnalysis;
  /** Something was asked for that would tell what is hidden: the page says why it is not shown. */
  readonly isRefused: boolean;
}

/** A lesson and the name of its example. */
export interface OfferedTour extends OfferedLesson {
  readonly name: string;
}

/** The part of the store that is about lessons. */
export interface TourPart {
  /** The lesson of the open example, whether it is given or not; null where there is none. */
  readonly offered: OfferedTour | null;
  /** Opens the example of that name, shown as a link to it wants, and offers its lesson. @returns false if there is none */
  readonly openExample: (name: string, view?: LinkView) => boolean;
  /** Begins the lesson that is offered, in the language of the page. */
  readonly startTour: () => void;
  /** Goes on with the same step in the language of the page, which has changed. */
  readonly rewordTour: () => void;
  /** Ends the lesson, or declines the one that is offered. */
  readonly leaveTour: () => void;
}
