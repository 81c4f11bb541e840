import type { Fidelity } from "../lab/edit/edited-run.ts";
import type { SegmentName } from "../lab/host/segment.ts";
import type { Note } from "../segments/note.ts";
import type { ConnectionAnalysis, Move } from "../tcp/analysis.ts";
import type { Position } from "../tcp/position.ts";

/**
 * The questions about the open capture by name, with their arguments and answers. A new question is one entry here
 * and one answer in `CaptureAnalyser`; the port passes on every entry.
 */
export interface Questions {
  /** Full analysis of one connection, or of its first `upTo` segments, as if the rest had not been captured yet. */
  readonly analyse: {
    readonly about: readonly [connection: number, upTo?: Position];
    readonly answer: ConnectionAnalysis;
  };
  /** A link to one connection. */
  readonly encodeLink: {
    readonly about: readonly [connection: number, wish: LinkWish];
    readonly answer: EncodedLink;
  };
  /** Where the segment of a record stands. @param frame number of the record in the file, from 1 on */
  readonly placeOfFrame: {
    readonly about: readonly [frame: number];
    readonly answer: { readonly place: SegmentPlace | null };
  };
  /** The arrows of the transition table that the connections take. */
  readonly arrowsTaken: { readonly about: readonly []; readonly answer: ArrowsTaken };
  /** The laboratory script of one connection; null if its beginning was not captured. */
  readonly scriptOf: { readonly about: readonly [connection: number]; readonly answer: CapturedScript };
}

/** The answer to a question; null once the capture is no longer open. */
export type AnswerTo<Kind extends keyof Questions> = Questions[Kind]["answer"] | null;

/** Asks about the open capture. Rejects with a fault of Synfin. */
export type Ask = <Kind extends keyof Questions>(
  kind: Kind,
  ...about: Questions[Kind]["about"]
) => Promise<AnswerTo<Kind>>;

/** Functions that answer the questions. @typeParam Known what every answer is made from */
export type Answers<Known extends readonly unknown[] = []> = {
  readonly [Kind in keyof Questions]: (
    ...asked: [...Known, ...Questions[Kind]["about"]]
  ) => Promise<AnswerTo<Kind>>;
};

/** A question as a message. */
export type Question<Kind extends keyof Questions = keyof Questions> = {
  readonly [One in Kind]: {
    readonly kind: "ask";
    readonly request: number;
    readonly question: One;
    readonly about: Questions[One]["about"];
  };
}[Kind];

/** A segment of the capture. */
export interface SegmentPlace {
  readonly connection: number;
  readonly position: Position;
}

/** A move of an end from one state to another by an arrow; null: a state that cannot be known. */
export type StepTaken = Pick<Move, "arrow" | "from" | "to" | "via">;

/** The arrows of the transition table that a capture shows. */
export interface ArrowsTaken {
  /** Each arrow once between each two states, without predicted moves. */
  readonly steps: readonly StepTaken[];
  /** How many connections, from the first one on, were looked at before the time was over. */
  readonly connections: number;
}

/** What a captured connection is as a script of the laboratory. */
export interface CapturedScript {
  readonly script: string;
  readonly fidelity: Fidelity;
  /** What edits call the segments that the laboratory repeats, by position. */
  readonly names: ReadonlyMap<Position, SegmentName>;
}

/** The options of a link. */
export interface LinkWish {
  /** Addresses are replaced by those for documentation, and names dropped. */
  readonly isAnonymous: boolean;
  /** Port numbers are replaced too. */
  readonly hidesPorts: boolean;
  /** The title that the person gives. */
  readonly title: string;
  /** What the person wrote of the connection; at most 2,000 characters in all. */
  readonly notes: readonly Note[];
  /** What is left out to make it shorter. */
  readonly reduction: LinkReduction;
}

/** `options`: TCP timestamps and SACK blocks. `middle`: these, and what lies between handshake and close. */
export type LinkReduction =
  | { readonly kind: "none" }
  | { readonly kind: "options" }
  | { readonly kind: "middle" }
  | { readonly kind: "range"; readonly from: Position; readonly to: Position };

/** A link that was made. */
export interface EncodedLink {
  /** Without `#`; null if there is none. */
  readonly fragment: string | null;
  /** Segments of the connection that the link leaves out. */
  readonly folded: number;
  /** Why there is no link: it would be too long, or the remaining segments would give another analysis. */
  readonly why: "too-long" | "untrue" | null;
}
