import type { Fate } from "../tcp/analysis.ts";
import type { AnnotationKind } from "../tcp/annotation.ts";
import type { ArrowId } from "../tcp/arrows.ts";
import type { Position } from "../tcp/position.ts";
import type { Side, TcpState } from "../tcp/state.ts";

/**
 * A guided tour through an example: notes in order, each bound to a segment. Facts stand here, words in
 * `words/<language>/`; a test holds every claim against what the core says of the capture.
 */
export interface Tour {
  readonly steps: readonly TourStep[];
}

/**
 * One stop. The page goes to `position` of `connection` and shows the note; several steps may share a position.
 * With a question, the question comes first, while the page stands at `position - 1` and shows nothing of what comes
 * after it; so no step before may have been at `position` yet. The note is then the explanation of the right answer.
 */
export interface TourStep {
  /** Index of the connection in the capture; 0 if left out. Positions count its segments. */
  readonly connection?: number;
  readonly position: Position;
  /** Key of the note in the words of this lesson; unique within the tour. */
  readonly note: string;
  /** What the note states as a fact. A note mentions a claim by its name in braces: `{server} waits {pause}`. */
  readonly claims?: Readonly<Record<string, Claim>>;
  readonly question?: TourQuestion;
}

/** A fact about a segment of the step's connection: the one at the step's position unless `at` names another. */
export type Claim = { readonly at?: Position } & (StateClaim | NumberClaim | TimeClaim | SilentClaim);

/** The end is in this state at that position. Read as the name of the state. */
type StateClaim = { readonly kind: "state"; readonly side: Side; readonly state: TcpState };

/**
 * A number of the segment. `sequence` and `acknowledgment` count from the ISN of their direction as the page's
 * relative numbers do; `payload` counts octets of data; `window` is the header's field, not scaled; `copy` says
 * which repetition the segment is (1 = first repetition).
 */
type NumberClaim = {
  readonly kind: "sequence" | "acknowledgment" | "payload" | "window" | "copy";
  readonly value: number;
};

/** The time from segment `since` to the segment, in seconds, correct in every digit that is written. */
type TimeClaim = { readonly kind: "interval"; readonly since: Position; readonly seconds: number };

/** Facts that the words rest on without quoting them; never in braces. */
type SilentClaim =
  /** Exactly these control bits, as tcpdump writes them: `S.`, `F.`, `R`. */
  | { readonly kind: "flags"; readonly side: Side; readonly flags: string }
  | { readonly kind: "fate"; readonly fate: Fate }
  | { readonly kind: "annotation"; readonly annotation: AnnotationKind }
  /** The end takes this arrow of the transition table at that position. */
  | { readonly kind: "arrow"; readonly side: Side; readonly arrow: ArrowId };

/**
 * A question to the class. `segment` (which segment comes next?), `state` (which state will that end be in?) and
 * `acknowledgment` (which acknowledgment number?) ask about the segment at the step's position and are worded and
 * answered by the page as in predicting; a `choice` has its own words.
 */
export type TourQuestion =
  | { readonly kind: "segment" }
  | { readonly kind: "state"; readonly side: Side }
  | { readonly kind: "acknowledgment" }
  | {
      readonly kind: "choice";
      /** Keys of the answers in the words, in the order in which they are shown. */
      readonly options: readonly string[];
      readonly right: string;
    };

/** The words of one lesson in one language. */
export interface TourWords {
  /** By the key of the step. Holds `{claim}` where a claim is read out; {@link fillNote} fills them in. */
  readonly notes: Readonly<Record<string, string>>;
  /** By the key of the step; only steps with a choice have one. */
  readonly questions: Readonly<Record<string, ChoiceWords>>;
}

interface ChoiceWords {
  /** May quote the claims of its step, as a note does. */
  readonly ask: string;
  /** By the keys in `options` of the question. */
  readonly options: Readonly<Record<string, string>>;
}

/** The shape of the words that a tour needs: a missing note, question or option does not compile. */
export type WordsOf<T extends Tour> = {
  readonly notes: { readonly [Key in T["steps"][number]["note"]]: string };
  readonly questions: {
    readonly [
      Step in Extract<T["steps"][number], { readonly question: { readonly kind: "choice" } }> as Step["note"]
    ]: {
      readonly ask: string;
      readonly options: { readonly [Key in Step["question"]["options"][number]]: string };
    };
  };
};
