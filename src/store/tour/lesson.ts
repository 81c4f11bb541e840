import type { Position } from "../../tcp/position.ts";
import type { Side } from "../../tcp/state.ts";

/** A guided tour through an example, in the words of one language. */
export interface Lesson {
  readonly steps: readonly LessonStep[];
}

/** One step: the page goes to the segment and shows the note; a question comes before it. */
export interface LessonStep {
  readonly connection: number;
  /** The segment that the note is about. */
  readonly position: Position;
  /** The note in parts: words, and the facts among them. */
  readonly note: readonly { readonly text: string; readonly isFact: boolean }[];
  readonly question: LessonQuestion | null;
}

/**
 * A question that is asked one segment before the step's position, while the page holds nothing of that segment. A
 * `choice` has words of the lesson; the other kinds are those of predicting.
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

/** A lesson that can be loaded. */
export interface OfferedLesson {
  /** Loads its words in that language, or else in English. @param language as a BCP 47 tag */
  readonly load: (language: string) => Promise<Lesson>;
}
