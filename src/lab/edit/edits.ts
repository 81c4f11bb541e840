import type { SegmentName } from "../host/segment.ts";
import { fits, patternOf } from "../run/segment-name.ts";
import {
  type Call,
  type End,
  otherEnd,
  type ProfileName,
  type RawSegment,
  type Script,
  type SegmentPattern,
  type Statement,
} from "../script/script.ts";

/** One change of a script: one gesture, one line. Calls are named by their index in the script that is edited. */
export type Edit =
  | { readonly kind: "lose" | "twice" | "icmp"; readonly segment: SegmentPattern }
  | { readonly kind: "deliver"; readonly segment: SegmentName }
  /** Nanoseconds beyond the usual delay. */
  | { readonly kind: "delay"; readonly segment: SegmentName; readonly by: number }
  /** The pause after its cause, or the time of a call that is pinned, in nanoseconds. */
  | { readonly kind: "move-call"; readonly statement: number; readonly to: number }
  | { readonly kind: "add-call"; readonly call: Call }
  | { readonly kind: "remove-call"; readonly statement: number }
  | { readonly kind: "inject"; readonly end: End; readonly raw: RawSegment; readonly time: number }
  | { readonly kind: "close-first"; readonly end: End }
  | { readonly kind: "wire-delay"; readonly there: number; readonly back: number }
  | { readonly kind: "loss"; readonly millionths: number }
  | { readonly kind: "profile"; readonly profile: ProfileName };

/** An edit in a list of them, which can be switched off without being forgotten. */
export interface ListedEdit {
  readonly edit: Edit;
  readonly isOn: boolean;
}

/** The script with all edits of a list that are switched on, in their order. Without any it is the script itself. */
export function applyEdits(script: Script, edits: readonly ListedEdit[]): Script {
  return edits.reduce((edited, { edit, isOn }) => (isOn ? applyEdit(edited, edit) : edited), script);
}

/** The script with one edit. Lines keep their places where calls may be named by them: new ones come last. */
export function applyEdit(script: Script, edit: Edit): Script {
  switch (edit.kind) {
    case "lose":
    case "twice":
    case "icmp":
      return [...script, { kind: edit.kind, segment: edit.segment }];
    case "deliver":
      return script.map((line) => (loses(line, edit.segment) ? BLANK : line));
    case "delay": {
      const segment = patternOf(edit.segment);
      const others = script.map((line) =>
        line.kind === "delay-segment" && isSame(line.segment, segment) ? BLANK : line,
      );
      return edit.by === 0 ? others : [...others, { kind: "delay-segment", segment, by: edit.by }];
    }
    case "move-call":
      return script.map((line, index) => (index === edit.statement ? moved(line, edit.to) : line));
    case "add-call":
      return [...script, edit.call];
    case "remove-call":
      return script.map((line, index) => (index === edit.statement ? BLANK : line));
    case "inject":
      return [...script, { kind: "inject", end: edit.end, raw: edit.raw, time: edit.time }];
    case "close-first":
      return closingFirst(script, edit.end);
    case "wire-delay":
      return withSetting(script, { kind: "delay", there: edit.there, back: edit.back });
    case "loss":
      return withSetting(script, { kind: "lose-share", millionths: edit.millionths });
    default:
      return withSetting(script, { kind: "profile", profile: edit.profile });
  }
}

const BLANK: Statement = { kind: "blank" };

/** Whether the line loses, or refuses, just this segment, or all of its name. */
function loses(line: Statement, { copy, ...name }: SegmentName): boolean {
  if (line.kind !== "lose" && line.kind !== "icmp") return false;
  return fits(line.segment, name) && (line.segment.copy === copy || line.segment.copy === "every");
}

function isSame(a: SegmentPattern, b: SegmentPattern): boolean {
  const isSameRange = a.octets?.[0] === b.octets?.[0] && a.octets?.[1] === b.octets?.[1];
  return a.end === b.end && a.kind === b.kind && isSameRange && a.ack === b.ack && a.copy === b.copy;
}

function moved(line: Statement, to: number): Statement {
  if (line.kind !== "call") return line;
  const when = line.when.kind === "at" ? { ...line.when, time: to } : { ...line.when, pause: to };
  return { ...line, when };
}

/** The last line of a setting counts: it is put in the place of that, or at the end. */
function withSetting(script: Script, setting: Statement): Script {
  const at = script.findLastIndex(({ kind }) => kind === setting.kind);
  return at < 0 ? [...script, setting] : script.with(at, setting);
}

/** One end closes after its last call, when the other end did; the other end follows the end of the stream. */
function closingFirst(script: Script, end: End): Script {
  const own = closingOf(script, end);
  const other = closingOf(script, otherEnd(end));
  const pause = other?.call.when.kind === "after" ? other.call.when.pause : 0;
  const answer = own?.call.when.kind === "after" ? own.call.when.pause : 0;
  const kind = own?.call.verb.kind === "shutdown" ? "shutdown" : "close";
  const first: Call = { kind: "call", end, when: { kind: "after", cause: null, pause }, verb: { kind } };
  const second: Call = {
    kind: "call",
    end: otherEnd(end),
    when: { kind: "after", cause: { kind: "eof" }, pause: answer },
    verb: { kind: "close" },
  };
  return replaced(replaced(script, own?.index, first), other?.index, second);
}

function replaced(script: Script, index: number | undefined, call: Call): Script {
  return index === undefined ? [...script, call] : script.with(index, call);
}

function closingOf(script: Script, end: End): { readonly index: number; readonly call: Call } | undefined {
  for (const [index, line] of script.entries()) {
    const closes = line.kind === "call" && line.end === end && ["close", "shutdown"].includes(line.verb.kind);
    if (closes) return { index, call: line };
  }
  return undefined;
}
