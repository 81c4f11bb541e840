import { fail, ok, type Result } from "../../base/result.ts";
import { FLAG_LETTERS } from "../../segments/flag-letters.ts";
import { LARGEST_SHIFT } from "../../segments/sequence-space.ts";
import { TCP_STATES } from "../../tcp/state.ts";
import { type Expected, LineScanner, Unreadable } from "./line-scanner.ts";
import {
  type CallTime,
  type Cause,
  type End,
  type Goal,
  PROFILES,
  type RawSegment,
  type Script,
  SEGMENT_KINDS,
  type SegmentPattern,
  type Statement,
  type Verb,
} from "./script.ts";

/** Why a line is none of a script, and where. */
export interface ScriptProblem {
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
  /** What the line should have there. */
  readonly expected: Expected;
  /** What stands there; empty at the end of the line. */
  readonly found: string;
  /** The word that was probably meant; null if none is near. */
  readonly nearest: string | null;
}

/** The longest script: more lines would be more than the 2,000 segments of a run. */
const MOST_LINES = 10_000;
/** More characters than any script has; a reader need not take more than one beyond them. */
export const MOST_CHARACTERS = 2 ** 21;
const SETTINGS = ["delay", "profile", "mss", "window", "seed", "retries", "linear", "tick", "end"] as const;
const WIRE = ["lose", "twice", "icmp", "cut", "inject"] as const;
const GOAL = "goal";
const CAUSES = ["connected", "accepted", "read", "eof", "acked", "reset"] as const;
const VERBS = [
  "listen",
  "connect",
  "send",
  "read",
  "close",
  "shutdown",
  "abort",
  "crash",
  "restart",
  "keepalive",
] as const;
/** An MSS is a 16-bit number, and a segment holds an octet at least, whatever its options take. */
const SMALLEST_MSS = 1;
const LARGEST_MSS = 65_495;
/** The largest window that a segment can tell. */
const LARGEST_WINDOW = 65_535 * 2 ** LARGEST_SHIFT;

/** Reads a script. Every line that is none is told, so that all of them can be mended at once. */
export function readScript(text: string): Result<Script, readonly ScriptProblem[]> {
  const lines = text.replace(/^\ufeff/u, "").split(/\r\n|\n|\r/u);
  if (lines.at(-1) === "") lines.pop();
  if (lines.length > MOST_LINES || text.length > MOST_CHARACTERS) {
    const expected = { code: "length", lines: MOST_LINES, characters: MOST_CHARACTERS } as const;
    const line = Math.min(lines.length, MOST_LINES + 1);
    return fail([{ line, column: 1, expected, found: "", nearest: null }]);
  }
  const problems: ScriptProblem[] = [];
  const script: Statement[] = [];
  for (const [index, line] of lines.entries()) {
    const read = readStatement(line);
    if (read.ok) script.push(read.value);
    else problems.push({ line: index + 1, ...read.error });
  }
  return problems.length > 0 ? fail(problems) : ok(script);
}

/** A line that begins as a call does, in whatever case. */
const MEANT_CALL =
  /^[ \t]*[cs]:[ \t]*(?:\+|(?:after|at|listen|connect|send|read|close|shutdown|abort|crash)\b)/imu;

/**
 * Whether the first line that is neither blank nor a comment is a line of a script, or means to be a call: then the text
 * is one. Of a line that only begins like one of a script, a call in the text tells.
 */
export function isScript(text: string): boolean {
  for (const line of text.replace(/^\ufeff/u, "").split(/\r\n|\n|\r/u)) {
    const read = readStatement(line);
    if (!read.ok) return /^\s*[cs]:\s/u.test(line) || (isNearly(read.error) && MEANT_CALL.test(text));
    if (read.value.kind !== "blank" && read.value.kind !== "comment") return true;
  }
  return false;
}

/** Whether the first word of the line is one of the language, or near to one. */
function isNearly({ expected, nearest }: Omit<ScriptProblem, "line">): boolean {
  return expected.code !== "statement" || nearest !== null;
}

function readStatement(line: string): Result<Statement, Omit<ScriptProblem, "line">> {
  try {
    const scanner = new LineScanner(line);
    const statement = statementOf(scanner, line);
    if (!scanner.isAtEnd) scanner.fail({ code: "end-of-line" });
    return ok(statement);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { at, expected, found, nearest } = error;
    return fail({ column: at + 1, expected, found, nearest });
  }
}

function statementOf(scanner: LineScanner, line: string): Statement {
  if (scanner.isAtEnd) return { kind: "blank" };
  if (scanner.take("#")) {
    const text = line.slice(line.indexOf("#") + 1);
    while (!scanner.isAtEnd) scanner.letter((letter) => letter);
    return { kind: "comment", text };
  }
  if (scanner.take("c:")) return callOf(scanner, 0);
  if (scanner.take("s:")) return callOf(scanner, 1);
  const word = scanner.word([...SETTINGS, ...WIRE, GOAL], { code: "statement" }, ["c:", "s:"]);
  switch (word) {
    case "delay":
      return delayOf(scanner);
    case "profile":
      return { kind: word, profile: scanner.word(PROFILES, { code: "profile" }) };
    case "mss":
      return { kind: word, value: scanner.number(SMALLEST_MSS, LARGEST_MSS) };
    case "window":
      return { kind: word, value: scanner.number(0, LARGEST_WINDOW) };
    case "seed":
      return { kind: word, value: scanner.number() };
    case "retries":
    case "linear":
      return { kind: word, value: scanner.number(0, 100) };
    case "tick":
      return { kind: word, length: pauseOf(scanner) };
    case "end":
      return { kind: word, time: scanner.duration() };
    case "lose":
      if (scanner.isAtDigit) return { kind: "lose-share", millionths: scanner.percentage() };
      return { kind: word, segment: patternOf(scanner) };
    case "twice":
    case "icmp":
      return { kind: word, segment: patternOf(scanner) };
    case "cut":
      return cutOf(scanner);
    case GOAL:
      return goalOf(scanner);
    default:
      return injectionOf(scanner);
  }
}

function delayOf(scanner: LineScanner): Statement {
  if (!scanner.isAtDigit) {
    const segment = patternOf(scanner);
    scanner.expect("by");
    return { kind: "delay-segment", segment, by: scanner.duration() };
  }
  const there = scanner.duration();
  return { kind: "delay", there, back: scanner.take("/") ? scanner.duration() : there };
}

function cutOf(scanner: LineScanner): Statement {
  const from = scanner.duration();
  scanner.expect("..");
  return { kind: "cut", from, until: scanner.durationAbove(from, { code: "later" }) };
}

function injectionOf(scanner: LineScanner): Statement {
  const end = scanner.word(["c", "s"], { code: "end" }) === "c" ? 0 : 1;
  const raw = rawOf(scanner);
  scanner.expect("at");
  return { kind: "inject", end, raw, time: scanner.duration() };
}

function rawOf(scanner: LineScanner): RawSegment {
  scanner.expect("[");
  let flags = 0;
  for (let bit = scanner.letter(flagOfLetter); bit !== null; bit = scanner.letter(flagOfLetter)) flags |= bit;
  if (!scanner.take("]")) scanner.fail({ code: "flags" });
  scanner.expect("seq");
  const sequence = scanner.number();
  const acknowledgment = scanner.takeWord("ack") ? scanner.number() : null;
  const window = scanner.takeWord("win") ? scanner.number(0, 65_535) : null;
  const octets = scanner.takeWord("len") ? scanner.number(0, 65_495) : 0;
  return { flags, sequence, acknowledgment, window, octets };
}

/** The bit of a flag's letter; null if it is none. */
function flagOfLetter(letter: string): number | null {
  return FLAG_LETTERS.find(([each]) => each === letter)?.[1] ?? null;
}

function goalOf(scanner: LineScanner): Goal {
  if (scanner.takeWord("edits")) return { kind: "goal-edits", most: scanner.number(1, MOST_LINES) };
  const end = scanner.word(["c", "s"], { code: "goal" }) === "c" ? 0 : 1;
  const state = scanner.word(TCP_STATES, { code: "state" });
  return { kind: "goal", end, state, duration: scanner.isAtEnd ? null : scanner.duration() };
}

function callOf(scanner: LineScanner, end: End): Statement {
  const when = timeOf(scanner);
  return { kind: "call", end, when, verb: verbOf(scanner) };
}

function timeOf(scanner: LineScanner): CallTime {
  const cause = scanner.takeWord("after") ? causeOf(scanner) : null;
  if (cause === null && scanner.takeWord("at")) return { kind: "at", time: scanner.duration() };
  return { kind: "after", cause, pause: scanner.take("+") ? scanner.duration() : 0 };
}

function causeOf(scanner: LineScanner): Cause {
  const kind = scanner.word(CAUSES, { code: "cause" });
  return kind === "read" ? { kind, octets: scanner.number(1) } : { kind };
}

function verbOf(scanner: LineScanner): Verb {
  const kind = scanner.word(VERBS, { code: "call" });
  switch (kind) {
    case "send":
      return { kind, octets: scanner.number(1) };
    case "read": {
      const octets = scanner.number(1);
      return { kind, octets, per: scanner.takeWord("per") ? pauseOf(scanner) : null };
    }
    case "keepalive":
      return { kind, idle: pauseOf(scanner) };
    default:
      return { kind };
  }
}

/** A duration that is not nothing, since something happens again and again after it. */
function pauseOf(scanner: LineScanner): number {
  return scanner.durationAbove(0, { code: "pause" });
}

function patternOf(scanner: LineScanner): SegmentPattern {
  const end = scanner.take("c.") ? 0 : scanner.take("s.") ? 1 : scanner.fail({ code: "segment" });
  const kind = scanner.word(SEGMENT_KINDS, { code: "segment-kind" });
  let octets: SegmentPattern["octets"] = null;
  let ack: number | null = null;
  if (scanner.take("[")) {
    const first = scanner.number();
    scanner.expect("..");
    octets = [first, scanner.number(first)];
    scanner.expect("]");
  } else if (scanner.take("(")) {
    ack = scanner.number();
    scanner.expect(")");
  }
  const copy = scanner.take("*") ? "every" : scanner.take("#") ? scanner.number(1) : 1;
  return { end, kind, octets, ack, copy };
}
