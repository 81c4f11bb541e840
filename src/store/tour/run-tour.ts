import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { endStatesAt } from "../../tcp/states.ts";
import { valueOf } from "../loadable.ts";
import type { Analyser } from "../opened-capture.ts";
import { posedAcknowledgment, posedSegment, posedState } from "../predict/pose-question.ts";
import type { SynfinState } from "../synfin-store.ts";
import type { Lesson, LessonStep } from "./lesson.ts";
import type { TourQuestion, TourStand } from "./tour.ts";

interface Access {
  readonly set: (part: Partial<SynfinState>) => void;
  readonly get: () => SynfinState;
  readonly analyser: Pick<Analyser, "analyse">;
}

/** Goes to a step of the lesson, or with the number of its steps to its end. @param isTold the question is not asked again */
export async function enterStep(
  { set, get, analyser }: Access,
  lesson: Lesson,
  step: number,
  isTold: boolean,
): Promise<void> {
  const stop = lesson.steps[step];
  if (stop === undefined) {
    set({ tour: { lesson, step: lesson.steps.length, question: null, isAsking: false, chosen: null } });
    return;
  }
  const { capture } = get();
  const { selection } = get();
  const shown = selection?.connection === stop.connection ? valueOf(selection.analysis) : null;
  const analysis = shown ?? (await analyser.analyse(stop.connection));
  // Another capture may have been opened meanwhile.
  if (analysis === null || get().capture !== capture) return;
  const question = questionOf(analysis, stop);
  const isAsking = question !== null && !isTold;
  set({
    tour: { lesson, step, question, isAsking, chosen: null },
    selection: { connection: stop.connection, analysis: { kind: "ready", value: analysis } },
    position: isAsking && question.kind !== "choice" ? stop.position - 1 : stop.position,
    isPlaying: false,
  });
}

/** Tells the answer: the page goes on to the segment that was asked for. */
export function tellAnswer({ set }: Pick<Access, "set">, tour: TourStand, chosen: number | null): void {
  const stop = tour.lesson.steps[tour.step];
  set({
    tour: { ...tour, isAsking: false, chosen },
    ...(stop === undefined ? {} : { position: stop.position }),
  });
}

function questionOf(analysis: ConnectionAnalysis, { position, question }: LessonStep): TourQuestion | null {
  if (question === null || question.kind === "choice") return question;
  if (question.kind === "acknowledgment") return posedAcknowledgment(analysis, position, false);
  const was = endStatesAt(analysis, position - 1);
  if (question.kind === "segment") return posedSegment(analysis, position, was);
  const right = endStatesAt(analysis, position)[question.side].state;
  return right === null ? null : posedState(analysis, position, was, question.side, right);
}
