import { OptionKind, type RawOption } from "../../segments/options.ts";
import { LARGEST_SHIFT, usedShift } from "../../segments/sequence-space.ts";
import type { punctuation } from "../parts/punctuation.words.ts";
import type { WordsOf } from "../words.ts";
import type { optionsWords } from "./options.words.ts";

export interface WordedOption {
  readonly name: string;
  readonly text: string;
}

type Words = WordsOf<typeof optionsWords> & Pick<WordsOf<typeof punctuation>, "semicolon">;

/** One option in words. `formatSack` writes a sequence number of the other end in the form that the page shows. */
export function wordOption(
  option: RawOption,
  words: Words,
  formatSack: (number: number) => string,
): WordedOption {
  const { kind, octets, isMalformed } = option;
  const name = NAMES[kind]?.(words) ?? words.unknown.name;
  if (isMalformed) return { name, text: words.malformed };
  return { name, text: TEXTS[kind]?.(octets, words, formatSack) ?? unread(kind, octets, words) };
}

const NAMES: Readonly<Record<number, (words: Words) => string>> = {
  [OptionKind.End]: ({ end }) => end.name,
  [OptionKind.NoOperation]: ({ noOperation }) => noOperation.name,
  [OptionKind.MaximumSegmentSize]: ({ mss }) => mss.name,
  [OptionKind.WindowScale]: ({ windowScale }) => windowScale.name,
  [OptionKind.SackPermitted]: ({ sackPermitted }) => sackPermitted.name,
  [OptionKind.Sack]: ({ sack }) => sack.name,
  [OptionKind.Timestamps]: ({ timestamps }) => timestamps.name,
  [OptionKind.FastOpen]: ({ fastOpen }) => fastOpen.name,
  [OptionKind.Md5]: ({ md5 }) => md5.name,
  [OptionKind.TcpAo]: ({ authentication }) => authentication.name,
  [OptionKind.UserTimeout]: ({ userTimeout }) => userTimeout.name,
  [OptionKind.Mptcp]: ({ multipath }) => multipath.name,
  [OptionKind.Experiment1]: ({ experiment }) => experiment.name,
  [OptionKind.Experiment2]: ({ experiment }) => experiment.name,
};

type TextOf = (octets: Uint8Array, words: Words, formatSack: (number: number) => string) => string | null;

/** The words of each kind; null if the length does not fit the kind. */
const TEXTS: Readonly<Record<number, TextOf>> = {
  [OptionKind.End]: (_, { end }) => end.text,
  [OptionKind.NoOperation]: (_, { noOperation }) => noOperation.text,
  [OptionKind.MaximumSegmentSize]: (octets, { mss }) =>
    octets.length === 2 ? mss.text(number(octets, 0, 2)) : null,
  [OptionKind.WindowScale]: ([shift], { windowScale }) =>
    shift === undefined
      ? null
      : windowScale.text(shift, (2 ** usedShift(shift)).toLocaleString("en-US")) +
        (shift > LARGEST_SHIFT ? windowScale.tooLarge : ""),
  [OptionKind.SackPermitted]: (_, { sackPermitted }) => sackPermitted.text,
  [OptionKind.Sack]: (octets, words, formatSack) =>
    octets.length === 0 || octets.length % 8 !== 0
      ? null
      : words.sack.text(sackBlocks(octets, words, formatSack)),
  [OptionKind.Timestamps]: (octets, { timestamps }) => {
    if (octets.length !== 8) return null;
    const echo = number(octets, 4, 4);
    const value = String(number(octets, 0, 4));
    return echo === 0 ? timestamps.noEcho(value) : timestamps.text(value, String(echo));
  },
  [OptionKind.FastOpen]: (octets, { fastOpen }) =>
    octets.length === 0 ? fastOpen.request : fastOpen.cookie(hexadecimal(octets)),
  [OptionKind.Md5]: (_, { md5 }) => md5.text,
  [OptionKind.TcpAo]: (_, { authentication }) => authentication.text,
  [OptionKind.UserTimeout]: (_, { userTimeout }) => userTimeout.text,
  [OptionKind.Mptcp]: (_, { multipath }) => multipath.text,
  [OptionKind.Experiment1]: (octets, words) =>
    `${words.experiment.text} ${words.octets(hexadecimal(octets))}`,
  [OptionKind.Experiment2]: (octets, words) =>
    `${words.experiment.text} ${words.octets(hexadecimal(octets))}`,
};

function sackBlocks(
  octets: Uint8Array,
  { sack, semicolon }: Pick<Words, "sack" | "semicolon">,
  format: (number: number) => string,
): string {
  const blocks: string[] = [];
  for (let at = 0; at < octets.length; at += 8) {
    blocks.push(sack.block(format(number(octets, at, 4)), format(number(octets, at + 4, 4))));
  }
  return blocks.join(semicolon);
}

function unread(kind: number, octets: Uint8Array, words: Words): string {
  const reason = kind in NAMES ? words.wrongLength : words.unknown.text;
  return octets.length === 0 ? reason : `${reason} ${words.octets(hexadecimal(octets))}`;
}

/** Big-endian number of `length` octets at `at`. */
function number(octets: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let i = at; i < at + length; i++) value = value * 256 + (octets[i] ?? 0);
  return value;
}

function hexadecimal(octets: Uint8Array): string {
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, "0")).join(" ");
}
