import { FLAG_LETTERS } from "../segments/flag-letters.ts";

/** One line of an example's small picture: a segment in capture order. */
export interface PictureSegment {
  readonly fromClient: boolean;
  /** Control bits, as in `segments/flags.ts`. */
  readonly flags: number;
  readonly hasData: boolean;
  /** Never reaches the other end. */
  readonly isLost: boolean;
}

/** What an example is about: a part of the gallery. */
export type Chapter = "opening" | "losing" | "closing" | "enduring";

/** A capture that comes with the page. The page finds title and description by `name` in its catalogue. */
export interface Example<Name extends string = string> {
  /** Also the name of its file, without `.pcap`. */
  readonly name: Name;
  readonly chapter: Chapter;
  /** How many segments the capture holds. */
  readonly segments: number;
  /**
   * The first segments of the capture: who sends (`>` client, `<` server), SYN, FIN, RST, PSH and ACK as tcpdump
   * writes them, `+` for data without PSH, `x` for one that never arrives.
   */
  readonly picture: string;
  /** Words of the protocol to find it by; the same in every language. */
  readonly tags: readonly string[];
}

/** The segments that the picture's notation stands for. */
export function pictureOf({ picture }: Pick<Example, "picture">): PictureSegment[] {
  return picture.split(" ").map((word) => ({
    fromClient: word.startsWith(">"),
    flags: FLAG_LETTERS.reduce((bits, [letter, bit]) => bits | (word.includes(letter) ? bit : 0), 0),
    hasData: word.includes("P") || word.includes("+"),
    isLost: word.endsWith("x"),
  }));
}
