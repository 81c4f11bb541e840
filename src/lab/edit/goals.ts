import type { Trace } from "../run/trace.ts";
import type { Goal, Script } from "../script/script.ts";
import { stateSpans } from "../told/state-spans.ts";

/** A goal of a task, and whether the run reaches it. */
export interface JudgedGoal {
  readonly goal: Goal;
  readonly isMet: boolean;
}

/** Judges every goal of a script. @param edits how many edits were made */
export function judgeGoals(script: Script, trace: Trace, edits: number): readonly JudgedGoal[] {
  const goals = script.filter((line) => line.kind === "goal" || line.kind === "goal-edits");
  return goals.map((goal) => ({ goal, isMet: isMet(goal, trace, edits) }));
}

function isMet(goal: Goal, trace: Trace, edits: number): boolean {
  if (goal.kind === "goal-edits") return edits > 0 && edits <= goal.most;
  const { end, state, duration } = goal;
  return stateSpans(trace, end).some(
    (span) => span.state === state && span.until - span.from >= (duration ?? 0),
  );
}
