import type { ArrowId } from "../../tcp/arrows.ts";
import type { TcpState } from "../../tcp/state.ts";
import type { SegmentName, SentSegment } from "../host/segment.ts";
import { runScript } from "../run/run-script.ts";
import { settingsOf } from "../run/settings.ts";
import type { Trace } from "../run/trace.ts";
import { printScript, printStatement } from "../script/print-script.ts";
import { readScript, type ScriptProblem } from "../script/read-script.ts";
import type { Call, End, ProfileName, Script } from "../script/script.ts";
import { type StateSpan, stateSpans } from "../told/state-spans.ts";
import { type Difference, differenceBetween } from "./difference.ts";
import { applyEdit, applyEdits, type Edit, type ListedEdit } from "./edits.ts";
import { judgeGoals, type JudgedGoal } from "./goals.ts";

/** What a person wants to see run. */
export interface LabWish {
  /** The script that everything is compared with. */
  readonly original: string;
  /** The script that the edits begin with: the original, unless its text was changed. */
  readonly text: string;
  readonly edits: readonly ListedEdit[];
  /** Where a capture is made; null: what happened is shown. */
  readonly seenFrom: End | null;
  /** How far the hosts of the laboratory answer like the captured ones; null: no capture is behind the script. */
  readonly fidelity: Fidelity | null;
}

/** How far the laboratory speaks for the hosts of a capture (docs/laboratory.md 5). */
export interface Fidelity {
  /** How many segments of the capture, from the first, the run repeats. */
  readonly replays: number;
  readonly of: number;
  /** When the last of them left, in nanoseconds since the script began. Later segments cannot be edited. */
  readonly speaksUntil: number;
}

/** A segment of the run, as edits name it and as it was before them. */
export interface RunSegment {
  readonly name: SegmentName;
  readonly isInjected: boolean;
  /** Nanoseconds since the script began. */
  readonly sentAt: number;
  readonly isLost: boolean;
  /** When the segment of that name left before the edits; null: there was none. */
  readonly wasSentAt: number | null;
  readonly change: "same" | "moved" | "new";
}

/** A segment of the original that is not sent any more. Numbers are relative, times nanoseconds since the script began. */
interface GoneSegment {
  readonly name: SegmentName;
  readonly flags: number;
  readonly octets: number;
  readonly sentAt: number;
  /** null: it never arrived. */
  readonly arrivedAt: number | null;
}

/** A line with a call, and when it was made; null: never. */
export interface RunCall {
  readonly statement: number;
  readonly call: Call;
  /** Without its end and its time: `send 29`. */
  readonly verb: string;
  readonly madeAt: number | null;
}

/** An arrow of the transition table that an end took. */
interface StepOfRun {
  readonly arrow: ArrowId;
  readonly from: TcpState;
  readonly to: TcpState;
  readonly via: TcpState | null;
}

/** What a run tells beside its segments and states. */
export interface RunFacts {
  /** The text of the script that ran. */
  readonly script: string;
  readonly problems: readonly ScriptProblem[];
  /** Each edit as a line of script would say it, and whether it met nothing: “never sent now”. */
  readonly unmet: readonly boolean[];
  readonly stopped: Trace["stopped"];
  readonly calls: readonly RunCall[];
  readonly gone: readonly GoneSegment[];
  readonly difference: Pick<Difference, "first" | "last" | "more">;
  /** The states of both ends in the original. */
  readonly before: readonly [client: readonly StateSpan[], server: readonly StateSpan[]];
  readonly steps: readonly StepOfRun[];
  readonly goals: readonly JudgedGoal[];
  readonly settings: RunSettings;
}

/** What the sliders stand at; times in nanoseconds. */
interface RunSettings {
  readonly profile: ProfileName;
  readonly delay: readonly [there: number, back: number];
  readonly lossMillionths: number;
  /** The end whose FIN left first; null: none did. */
  readonly closesFirst: End | null;
}

/** A run with what it tells. */
export interface EditedRun {
  readonly trace: Trace;
  readonly facts: RunFacts;
  /** By the id of the segment in the trace. */
  readonly segments: readonly RunSegment[];
}

/** Runs a script with its edits, and compares it with the original. A text with mistakes is told, and nothing runs. */
export function runEdited(wish: LabWish): EditedRun {
  const read = readScript(wish.text);
  const base = read.ok ? read.value : [];
  const { script, statements } = withEdits(base, wish.edits);
  const trace = runScript(script);
  const original = comparedWith(wish, base, trace);
  const difference = differenceBetween(original, trace);
  const unmet = new Set(trace.unmet);
  const made = wish.edits.filter(({ isOn }) => isOn).length + changedLines(wish.original, wish.text);
  return {
    trace,
    segments: segmentsOf(trace, original, difference),
    facts: {
      script: printScript(script),
      problems: read.ok ? [] : read.error,
      unmet: statements.map((statement) => statement !== null && unmet.has(statement)),
      stopped: trace.stopped,
      calls: callsOf(script, trace),
      gone: goneOf(original, difference),
      difference: { first: difference.first, last: difference.last, more: difference.more },
      before: [stateSpans(original, 0), stateSpans(original, 1)],
      steps: stepsOf(trace),
      goals: judgeGoals(script, trace, made),
      settings: settingsShown(script, trace),
    },
  };
}

/**
 * The run that an edited one is compared with: the original, or, where that sends nothing because it is being built,
 * the exchange as it was built, before anything befell its segments.
 */
function comparedWith({ original, edits }: LabWish, base: Script, trace: Trace): Trace {
  const read = readScript(original);
  const run = read.ok ? runScript(read.value) : trace;
  if (run.segments.length > 0) return run;
  return runScript(
    applyEdits(
      base,
      edits.filter(({ edit }) => !BEFALLS.has(edit.kind)),
    ),
  );
}

/** Edits that say what becomes of segments. */
const BEFALLS: ReadonlySet<Edit["kind"]> = new Set([
  "lose",
  "deliver",
  "twice",
  "icmp",
  "delay",
  "inject",
  "loss",
]);

/** The script with its edits, and the line that each of them added; null: it added none. */
function withEdits(
  base: Script,
  edits: readonly ListedEdit[],
): { readonly script: Script; readonly statements: readonly (number | null)[] } {
  let script = base;
  const statements = edits.map(({ edit, isOn }) => {
    const { length } = script;
    if (isOn) script = applyEdit(script, edit);
    return script.length > length ? length : null;
  });
  return { script, statements };
}

/** How many lines of a text are not in the original. */
function changedLines(original: string, text: string): number {
  const known = new Set(original.split("\n").map((line) => line.trim()));
  return text.split("\n").filter((line) => !known.has(line.trim())).length;
}

function segmentsOf(trace: Trace, original: Trace, { rows }: Difference): RunSegment[] {
  const before = new Map<number, { readonly change: "same" | "moved"; readonly id: number }>();
  for (const row of rows)
    if (row.kind === "same" || row.kind === "moved")
      before.set(row.after, { change: row.kind, id: row.before });
  return trace.segments.map(({ id, name, isInjected, sentAt, loss }) => {
    const known = before.get(id);
    return {
      name,
      isInjected,
      sentAt,
      isLost: loss !== null,
      wasSentAt: known === undefined ? null : (original.segments[known.id]?.sentAt ?? null),
      change: known?.change ?? "new",
    };
  });
}

function goneOf(original: Trace, { rows }: Difference): GoneSegment[] {
  return rows.flatMap((row) => {
    const segment = row.kind === "gone" ? original.segments[row.before] : undefined;
    return segment === undefined ? [] : [goneSegment(segment)];
  });
}

function goneSegment({ name, flags, octets, sentAt, arrivals }: SentSegment): GoneSegment {
  return { name, flags, octets, sentAt, arrivedAt: arrivals[0]?.capturedAt ?? null };
}

function callsOf(script: Script, { calls }: Trace): RunCall[] {
  const madeAt = new Map(calls.map(({ statement, at }) => [statement, at]));
  return script.flatMap((call, statement) => {
    if (call.kind !== "call") return [];
    const now = { ...call, when: { kind: "after", cause: null, pause: 0 } } as const;
    const verb = printStatement(now).slice("c: ".length);
    return [{ statement, call, verb, madeAt: madeAt.get(statement) ?? null }];
  });
}

function stepsOf({ moves }: Trace): StepOfRun[] {
  const steps = new Map<string, StepOfRun>();
  for (const { arrow, from, to, via } of moves) steps.set(`${arrow} ${from} ${to}`, { arrow, from, to, via });
  return [...steps.values()];
}

function settingsShown(script: Script, trace: Trace): RunSettings {
  return {
    profile: script.findLast((line) => line.kind === "profile")?.profile ?? "rfc",
    delay: settingsOf(script).delay,
    lossMillionths: script.findLast((line) => line.kind === "lose-share")?.millionths ?? 0,
    closesFirst: trace.segments.find(({ name }) => name.kind === "fin")?.from ?? null,
  };
}
