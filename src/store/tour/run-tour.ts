import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { knownSoFar } from "../../tcp/known-so-far.ts";
import type { Position } from "../../tcp/position.ts";
import { endStatesAt } from "../../tcp/states.ts";
import { entering, isStill, wholeOf } from "../mode.ts";
import type { Analyser } from "../opened-capture.ts";
import { posedAcknowledgment, posedSegment, posedState } from "../predict/pose-question.ts";
import type { SynfinState } from "../synfin-state.ts";
import type { Lesson, LessonStep } from "./lesson.ts";
import type { TourQuestion, TourStand } from "./tour.ts";

interface Access {
  readonly set: (part: Partial<SynfinState>) => void;
  readonly get: () => SynfinState;
  readonly analyser: Pick<Analyser, "ask">;
}

/** Begins the offered lesson, in the language of the page. */
export async function beginTour(access: Access): Promise<void> {
  const { offered, mode, language } = access.get();
  const lesson = await offered?.load(language);
  const isWanted = access.get().offered === offered && isStill(access.get().mode, mode);
  if (lesson !== undefined && isWanted) await enterStep(access, lesson, 0, false);
}

/** Loads the lesson again in the language of the page, which has changed. */
export async function rewordTour({ set, get }: Access): Promise<void> {
  const { offered, language } = get();
  const lesson = await offered?.load(language);
  const { mode } = get();
  if (lesson === undefined || mode.kind !== "touring" || get().offered !== offered) return;
  const choice = lesson.steps[mode.step]?.question;
  const question = choice?.kind === "choice" ? choice : mode.question;
  set({ mode: { ...mode, lesson, question } });
}

/** Goes back or on by one; on from an open question means to tell the answer. */
export async function moveTour(access: Access, tour: TourStand, direction: 1 | -1): Promise<void> {
  const { lesson, step, isAsking } = tour;
  if (direction === 1 && isAsking) await tellAnswer(access, tour, null);
  else if (direction === 1 && step < lesson.steps.length) await enterStep(access, lesson, step + 1, false);
  // From the end of the lesson, a clicker goes on to the next one.
  else if (direction === 1 && access.get().course !== null) access.get().nextLesson();
  else if (direction === 1) access.get().leaveMode();
  else if (step > 0) await enterStep(access, lesson, step - 1, true);
}

/**
 * Goes to a step of the lesson, or, with the number of its steps, to its end.
 * @param isTold the question is not asked again
 */
async function enterStep(access: Access, lesson: Lesson, step: number, isTold: boolean): Promise<void> {
  const { set, get } = access;
  const { mode, selection } = get();
  const stop = lesson.steps[step];
  if (stop === undefined) {
    if (mode.kind !== "touring") return;
    set({
      mode: { ...mode, lesson, step: lesson.steps.length, question: null, isAsking: false, chosen: null },
      selection: selection && { ...selection, analysis: { kind: "ready", value: mode.whole } },
    });
    return;
  }
  const whole = await wholeOfConnection(access, stop.connection);
  if (whole === null || !isStill(get().mode, mode)) return;
  const question = questionOf(whole, stop);
  const isAsking = question !== null && !isTold;
  const stand = {
    kind: "touring",
    lesson,
    step,
    question,
    isAsking,
    chosen: null,
    whole,
    isRefused: false,
  } as const;
  // Nothing of the next connection may be shown yet, so the page stays as it was.
  const isOfNext = isAsking && stop.position === 1 && selection?.connection !== stop.connection;
  if (isOfNext && mode.kind === "touring") set({ mode: { ...stand, whole: mode.whole }, isPlaying: false });
  else await show(access, stand, stop, isAsking ? stop.position - 1 : stop.position);
}

/** Reveals the answer: the page goes on to the segment of the question. */
export async function tellAnswer(access: Access, tour: TourStand, chosen: number | null): Promise<void> {
  if (!tour.isAsking || !isStill(access.get().mode, tour)) return;
  const stop = tour.lesson.steps[tour.step];
  const whole = stop === undefined ? null : await wholeOfConnection(access, stop.connection);
  if (stop === undefined || whole === null || !isStill(access.get().mode, tour)) return;
  await show(access, { ...tour, whole, isAsking: false, chosen }, stop, stop.position);
}

/** Shows what is known up to the position, unless the person has gone elsewhere meanwhile. */
async function show(
  { set, get, analyser }: Access,
  tour: TourStand,
  { connection }: LessonStep,
  position: Position,
): Promise<void> {
  const before = get();
  const beginning = await analyser.ask("analyse", connection, position);
  if (beginning === null || !isSameCapture(get(), before) || !isStill(get().mode, before.mode)) return;
  const value = knownSoFar(tour.whole, beginning);
  set({ ...entering(tour), selection: { connection, analysis: { kind: "ready", value } }, position });
}

/** Everything that is known of a connection; null if another capture was opened meanwhile. */
async function wholeOfConnection(
  { get, analyser }: Access,
  connection: number,
): Promise<ConnectionAnalysis | null> {
  const before = get();
  const known = before.selection?.connection === connection ? wholeOf(before) : null;
  if (known !== null) return known;
  const analysis = await analyser.ask("analyse", connection);
  return isSameCapture(get(), before) ? analysis : null;
}

/** Whether it is the same capture: the store replaces its object when more of its connections are judged. */
function isSameCapture(one: SynfinState, other: SynfinState): boolean {
  return one.capture.kind === other.capture.kind && one.lastOpened === other.lastOpened;
}

function questionOf(whole: ConnectionAnalysis, { position, question }: LessonStep): TourQuestion | null {
  if (question === null || question.kind === "choice") return question;
  if (question.kind === "acknowledgment") return posedAcknowledgment(whole, position, false);
  const was = endStatesAt(whole, position - 1);
  if (question.kind === "segment") return posedSegment(whole, position, was);
  const right = endStatesAt(whole, position)[question.side].state;
  return right === null ? null : posedState(whole, position, was, question.side, right);
}
