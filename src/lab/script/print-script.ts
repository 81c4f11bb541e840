import { FLAG_LETTERS } from "../../segments/flag-letters.ts";
import { printDecimal, printDuration } from "./duration.ts";
import {
  type Call,
  type CallTime,
  type Cause,
  END_LETTERS,
  type RawSegment,
  type Script,
  type SegmentPattern,
  type Statement,
  type Verb,
} from "./script.ts";

/** The text of a script: what `readScript` reads as just this script. */
export function printScript(script: Script): string {
  return script.map((statement) => `${printStatement(statement)}\n`).join("");
}

/** One line, without its end. */
export function printStatement(statement: Statement): string {
  switch (statement.kind) {
    case "blank":
      return "";
    case "comment":
      return `#${statement.text}`;
    case "delay": {
      const { there, back } = statement;
      return `delay ${printDuration(there)}${there === back ? "" : `/${printDuration(back)}`}`;
    }
    case "profile":
      return `profile ${statement.profile}`;
    case "mss":
    case "window":
    case "seed":
    case "retries":
    case "linear":
      return `${statement.kind} ${statement.value}`;
    case "tick":
      return `tick ${printDuration(statement.length)}`;
    case "end":
      return `end ${printDuration(statement.time)}`;
    case "call":
      return printCall(statement);
    case "lose":
    case "twice":
    case "icmp":
      return `${statement.kind} ${printPattern(statement.segment)}`;
    case "delay-segment":
      return `delay ${printPattern(statement.segment)} by ${printDuration(statement.by)}`;
    case "cut":
      return `cut ${printDuration(statement.from)}..${printDuration(statement.until)}`;
    case "lose-share":
      return `lose ${printDecimal(statement.millionths, 10_000)}%`;
    case "goal": {
      const { end, state, duration } = statement;
      return `goal ${END_LETTERS[end]} ${state}${duration === null ? "" : ` ${printDuration(duration)}`}`;
    }
    case "goal-edits":
      return `goal edits ${statement.most}`;
    default:
      return `inject ${END_LETTERS[statement.end]} ${printRaw(statement.raw)} at ${printDuration(statement.time)}`;
  }
}

function printCall({ end, when, verb }: Call): string {
  return [`${END_LETTERS[end]}:`, printTime(when), printVerb(verb)].filter(Boolean).join(" ");
}

function printTime(when: CallTime): string {
  if (when.kind === "at") return `at ${printDuration(when.time)}`;
  const cause = when.cause === null ? "" : `after ${printCause(when.cause)}`;
  return [cause, when.pause === 0 ? "" : `+${printDuration(when.pause)}`].filter(Boolean).join(" ");
}

function printCause(cause: Cause): string {
  return cause.kind === "read" ? `read ${cause.octets}` : cause.kind;
}

/** A call as it stands in a script: `send 29`. */
function printVerb(verb: Verb): string {
  switch (verb.kind) {
    case "send":
      return `send ${verb.octets}`;
    case "read":
      return `read ${verb.octets}${verb.per === null ? "" : ` per ${printDuration(verb.per)}`}`;
    case "keepalive":
      return `keepalive ${printDuration(verb.idle)}`;
    default:
      return verb.kind;
  }
}

/** The name of a segment in a script: `c.data[1..29]#2`. */
export function printPattern({ end, kind, octets, ack, copy }: SegmentPattern): string {
  const range = octets === null ? "" : `[${octets[0]}..${octets[1]}]`;
  const number = ack === null ? "" : `(${ack})`;
  const which = copy === "every" ? "*" : copy === 1 ? "" : `#${copy}`;
  return `${END_LETTERS[end]}.${kind}${range}${number}${which}`;
}

function printRaw({ flags, sequence, acknowledgment, window, octets }: RawSegment): string {
  const letters = FLAG_LETTERS.filter(([, bit]) => (flags & bit) !== 0).map(([letter]) => letter);
  return [
    `[${letters.join("")}] seq ${sequence}`,
    acknowledgment === null ? "" : `ack ${acknowledgment}`,
    window === null ? "" : `win ${window}`,
    octets === 0 ? "" : `len ${octets}`,
  ]
    .filter(Boolean)
    .join(" ");
}
