import { decimalTimes, UNITS } from "./duration.ts";
import { nearestWord } from "./nearest-word.ts";

/** What a line should have, as a code that is worded elsewhere. */
export type Expected =
  | {
      readonly code:
        | "statement"
        | "profile"
        | "end"
        | "flags"
        | "cause"
        | "call"
        | "segment"
        | "segment-kind"
        | "duration"
        | "pause"
        | "later"
        | "share"
        | "goal"
        | "state"
        | "end-of-line";
    }
  | { readonly code: "text"; readonly text: string }
  | { readonly code: "number"; readonly least: number; readonly most: number }
  | { readonly code: "length"; readonly lines: number; readonly characters: number };

/** Thrown within the reader where a line cannot be read. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
  /** From 0, in the line. */
  readonly at: number;
  readonly expected: Expected;
  readonly found: string;
  readonly nearest: string | null;

  constructor(at: number, expected: Expected, found: string, nearest: string | null) {
    super(expected.code);
    this.at = at;
    this.expected = expected;
    this.found = found;
    this.nearest = nearest;
  }
}

/** The largest whole number that a script may hold: all octets and sequence numbers of a connection. */
const LARGEST = 0xffffffff;
/** The longest duration: a run ends after an hour, and a day says enough. */
const LONGEST = 86_400e9;

/** Reads the parts of one line from left to right. Blanks between the parts do not matter. */
export class LineScanner {
  private at = 0;
  private readonly line: string;

  constructor(line: string) {
    this.line = line;
    this.skipBlanks();
  }

  get isAtEnd(): boolean {
    return this.at >= this.line.length;
  }

  /** Whether the next part is a digit. */
  get isAtDigit(): boolean {
    return /[0-9]/u.test(this.line[this.at] ?? "");
  }

  fail(expected: Expected, words: readonly string[] = []): never {
    const found = /^(?:[a-z-]+(?:-[0-9])?|[0-9.]+|\S)/iu.exec(this.line.slice(this.at))?.[0] ?? "";
    throw new Unreadable(this.at, expected, found, nearestWord(found.toLowerCase(), words));
  }

  /** Takes the text if it comes next. */
  take(text: string): boolean {
    if (!this.line.startsWith(text, this.at)) return false;
    this.at += text.length;
    this.skipBlanks();
    return true;
  }

  expect(text: string): void {
    if (!this.take(text)) this.fail({ code: "text", text });
  }

  /** Takes a whole word if it is the one that comes next. */
  takeWord(word: string): boolean {
    const rest = this.line.slice(this.at);
    if (!rest.startsWith(word) || /^[\w-]/u.test(rest.slice(word.length))) return false;
    return this.take(word);
  }

  /** One of some words. @param meant what else might have been meant there */
  word<Word extends string>(words: readonly Word[], expected: Expected, meant: readonly string[] = []): Word {
    const found = words.find((each) => this.takeWord(each));
    return found ?? this.fail(expected, [...words, ...meant]);
  }

  /** A whole number. */
  number(least = 0, most = LARGEST): number {
    const [digits] = /^[0-9]+/u.exec(this.line.slice(this.at)) ?? [];
    const value = Number(digits);
    if (digits === undefined || value < least || value > most) this.fail({ code: "number", least, most });
    this.take(digits);
    return value;
  }

  /** A duration, in nanoseconds. */
  duration(): number {
    const [written, digits = "", unit] =
      /^([0-9]+(?:\.[0-9]+)?)\s*(us|ms|s)(?![a-z])/u.exec(this.line.slice(this.at)) ?? [];
    const size = UNITS.find(([name]) => name === unit)?.[1];
    const value = size === undefined ? 0 : decimalTimes(digits, size);
    if (written === undefined || value > LONGEST) this.fail({ code: "duration" });
    this.take(written);
    return value;
  }

  /** A duration that is longer than another. @param least in nanoseconds */
  durationAbove(least: number, expected: Expected): number {
    const before = this.at;
    const value = this.duration();
    if (value > least) return value;
    this.at = before;
    return this.fail(expected);
  }

  /** A percentage, in millionths. */
  percentage(): number {
    const [written, digits = ""] = /^([0-9]+(?:\.[0-9]+)?)\s*%/u.exec(this.line.slice(this.at)) ?? [];
    const value = decimalTimes(digits, 10_000);
    if (written === undefined || value > 1e6) this.fail({ code: "share" });
    this.take(written);
    return value;
  }

  /** One character of those for which `read` gives a value. */
  letter<T>(read: (letter: string) => T | null): T | null {
    const value = read(this.line[this.at] ?? "");
    if (value !== null) this.take(this.line[this.at] ?? "");
    return value;
  }

  private skipBlanks(): void {
    while (/\s/u.test(this.line[this.at] ?? "")) this.at++;
  }
}
