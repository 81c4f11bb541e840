import type { ConnectionAnalysis, Move } from "../tcp/analysis.ts";
import type { Position } from "../tcp/position.ts";

/**
 * What can be asked about the open capture, by name: what is told with the question, and what its answer is. A new
 * question is one more line here, and one more answer in `CaptureAnalyser`; the port passes on whatever stands here.
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
  /** Which arrows of the transition table the connections take. */
  readonly arrowsTaken: { readonly about: readonly []; readonly answer: ArrowsTaken };
}

/** The answer to a question; null once the capture is open no longer. */
export type AnswerTo<Kind extends keyof Questions> = Questions[Kind]["answer"] | null;

/** Asks something about the open capture. Rejects with a fault of ours. */
export type Ask = <Kind extends keyof Questions>(
  kind: Kind,
  ...about: Questions[Kind]["about"]
) => Promise<AnswerTo<Kind>>;

/** What answers each question. @typeParam Known what every answer is made from */
export type Answers<Known extends readonly unknown[] = []> = {
  readonly [Kind in keyof Questions]: (
    ...asked: [...Known, ...Questions[Kind]["about"]]
  ) => Promise<AnswerTo<Kind>>;
};

/** A question as it goes through the port. */
export type Question<Kind extends keyof Questions = keyof Questions> = {
  readonly [One in Kind]: {
    readonly kind: "ask";
    readonly request: number;
    readonly question: One;
    readonly about: Questions[One]["about"];
  };
}[Kind];

/** An end went from one state to another by this arrow; null: a state that cannot be known. */
export type StepTaken = Pick<Move, "arrow" | "from" | "to" | "via">;

/** The arrows of the transition table that a capture shows. */
export interface ArrowsTaken {
  /** Each arrow once between each two states; what is only predicted is left out. */
  readonly steps: readonly StepTaken[];
  /** How many connections were looked at: the first ones, where looking at all would take too long. */
  readonly connections: number;
}

/** What a link shall tell. */
export interface LinkWish {
  /** Addresses are replaced by those for documentation, names dropped. */
  readonly isAnonymous: boolean;
  /** Port numbers are replaced, too. */
  readonly hidesPorts: boolean;
  /** What the person calls the connection. */
  readonly title: string;
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
  /** Why there is no link: it would hold more than a link may, or what is left would tell another story. */
  readonly why: "too-long" | "untrue" | null;
}
