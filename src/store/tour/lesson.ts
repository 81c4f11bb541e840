import type { Position } from "../../tcp/position.ts";
import type { Side } from "../../tcp/state.ts";

/** A guided tour through an example, in the words of one language. */
export interface Lesson {
  readonly steps: readonly LessonStep[];
}

/** One stop: the page goes to the segment and tells the note; a question comes before it. */
export interface LessonStep {
  readonly connection: number;
  /** The segment that the note is about. */
  readonly position: Position;
  /** Words, and the facts among them. */
  readonly note: readonly { readonly text: string; readonly isFact: boolean }[];
  readonly question: LessonQuestion | null;
}

/**
 * Asked one segment before the step's position, while nothing on the page knows of that segment. Of a `choice` the words
 * are the lesson's; the others are those with which the class guesses.
 */
export type LessonQuestion =
  | { readonly kind: "segment" }
  | { readonly kind: "state"; readonly side: Side }
  | { readonly kind: "acknowledgment" }
  | {
      readonly kind: "choice";
      readonly ask: string;
      readonly options: readonly string[];
      readonly right: number;
    };

/** A lesson that is not loaded yet. */
export interface OfferedLesson {
  /** Its words in that language, or in English if it has none in it. @param language as a BCP 47 tag */
  readonly load: (language: string) => Promise<Lesson>;
}
