import { present } from "../../base/assert.ts";
import type { LabWish } from "../../lab/edit/edited-run.ts";
import type { Edit } from "../../lab/edit/edits.ts";
import type { SegmentName } from "../../lab/host/segment.ts";
import { LESSON } from "../../lab/ready/lesson.ts";
import { EMPTY_SCRIPT } from "../../lab/ready/ready-scripts.ts";
import { printPattern } from "../../lab/script/print-script.ts";
import type { Position } from "../../tcp/position.ts";
import { coverageOf, entering, EXPLORING } from "../mode.ts";
import type { Analyser, OpenedCapture, OpenedRun } from "../opened-capture.ts";
import { faultOf, refused } from "../opening-failure.ts";
import type { Open } from "../opening.ts";
import { captureOf } from "../selectors.ts";
import type { SynfinState } from "../synfin-state.ts";
import type { Beginning, LabLesson, Laboratory, Origin } from "./laboratory.ts";
import { withEdit } from "./merge-edits.ts";
import { isSpokenFor } from "./spoken-for.ts";

export interface LaboratoryAccess {
  readonly set: (part: Partial<SynfinState> | ((state: SynfinState) => Partial<SynfinState>)) => void;
  readonly get: () => SynfinState;
  readonly analyser: Pick<Analyser, "open" | "ask">;
  readonly open: Open;
}

/** Enters the laboratory, with a script or with the connection on screen. */
export async function enterLaboratory(access: LaboratoryAccess, beginning: Beginning): Promise<void> {
  const { get } = access;
  if (beginning.kind === "opened") {
    if (captureOf(get())?.run && get().laboratory === null) new Bench(access, null).begin();
  } else if (beginning.kind === "empty") {
    await new Bench(access, null).open(beginning.name, plainWish(EMPTY_SCRIPT));
    // Nothing is drawn yet: on a phone, one builds first.
    get().look({ pane: "connections" });
  } else if (beginning.kind === "lesson") {
    await new Bench(access, null).teach(beginning.name);
  } else await enterFromCapture(access);
}

async function enterFromCapture(access: LaboratoryAccess): Promise<void> {
  const { get, analyser } = access;
  const { selection, lastOpened: opened, position } = get();
  if (selection === null || opened === null) return;
  const { connection } = selection;
  const captured = await analyser.ask("scriptOf", connection);
  if (captured === null || get().lastOpened !== opened) return;
  const { script, fidelity, names } = captured;
  const bench = new Bench(access, { opened, connection, position });
  await bench.open(`what-if ${opened.name}`, { ...plainWish(script), fidelity }, null, names.get(position));
}

function plainWish(text: string): LabWish {
  return { original: text, text, edits: [], seenFrom: null, fidelity: null };
}

/** A task of the lesson, with its solution or without. */
function lessonWish(task: number, isSolved: boolean): LabWish {
  const { script, solution } = present(LESSON[task], "a task of the lesson");
  return { ...plainWish(script), edits: isSolved ? [{ edit: solution, isOn: true }] : [] };
}

/** Acts on the run that is on screen. One run after the other: of wishes that come meanwhile only the last is run. */
class Bench {
  private readonly access: LaboratoryAccess;
  private readonly origin: Origin | null;
  private isRunning = false;
  private waiting: (() => Promise<void>) | null = null;

  constructor(access: LaboratoryAccess, origin: Origin | null) {
    this.access = access;
    this.origin = origin;
  }

  /** Takes over the run that is on screen. */
  begin(lesson: LabLesson | null = null): void {
    this.access.set({ laboratory: this.laboratory([], [], lesson) });
  }

  /** Opens a script as a capture is opened, and goes to a segment of it. */
  async open(
    name: string,
    wish: LabWish,
    lesson: LabLesson | null = null,
    wanted?: SegmentName,
  ): Promise<void> {
    await this.access.open({ kind: "script", name, wish });
    const capture = captureOf(this.access.get());
    if (capture !== null && capture.run !== null) {
      this.begin(lesson);
      await this.place(capture, 0, wanted);
    }
  }

  /** Shows a connection of a run, and of it the segment of that name, if it is sent. @returns false: one has left it */
  private async place(capture: OpenedCapture, position: Position, wanted?: SegmentName): Promise<boolean> {
    const { get, set, analyser } = this.access;
    const { lastOpened, selection } = get();
    const connection = Math.min(selection?.connection ?? 0, capture.connections.length - 1);
    const analysis = connection < 0 ? null : await analyser.ask("analyse", connection);
    if (get().lastOpened !== lastOpened) return false;
    const name = wanted && printPattern(wanted);
    const row = capture.run?.segments[connection]?.findIndex((one) => printPattern(one.name) === name) ?? -1;
    set({
      capture: { kind: "ready", value: capture },
      selection: analysis && { connection, analysis: { kind: "ready", value: analysis } },
      position: row >= 0 ? row + 1 : Math.min(position, analysis?.segments.length ?? 0),
    });
    return true;
  }

  private get run(): OpenedRun | null {
    return captureOf(this.access.get())?.run ?? null;
  }

  private laboratory(
    done: readonly LabWish[],
    undone: readonly LabWish[],
    lesson: LabLesson | null,
  ): Laboratory {
    const { origin } = this;
    return {
      done,
      undone,
      origin,
      lesson,
      edit: (edit) => this.edit(edit),
      switchEdit: (index) =>
        this.wish((wish) => ({
          ...wish,
          edits: wish.edits.map((one, at) => (at === index ? { ...one, isOn: !one.isOn } : one)),
        })),
      dropEdit: (index) =>
        this.wish((wish) => ({ ...wish, edits: wish.edits.filter((_, at) => at !== index) })),
      rewrite: (text) => this.wish((wish) => ({ ...wish, text, edits: [] })),
      seeFrom: (seenFrom) => {
        const { run } = this;
        if (run !== null) this.show({ ...run.wish, seenFrom }, done, undone, lesson);
      },
      undo: () => this.goBack(done, undone, lesson),
      redo: () => this.goOn(done, undone, lesson),
      begin: (name, text) => void this.open(name, plainWish(text)),
      teach: (name) => void this.teach(name),
      moveLesson: (direction) => this.moveLesson(lesson, direction),
      leave: () => void this.leave(),
    };
  }

  /** Refuses what changes something that the laboratory cannot speak for. */
  private edit(edit: Edit): void {
    if (this.run === null || !isSpokenFor(this.run, edit)) return;
    this.wish((wish) => ({ ...wish, edits: withEdit(wish.edits, edit) }));
  }

  /** Wishes for something else, which can be undone. */
  private wish(change: (wish: LabWish) => LabWish): void {
    const { laboratory } = this.access.get();
    const { run } = this;
    if (run === null || laboratory === null) return;
    this.show(change(run.wish), [...laboratory.done, run.wish], [], laboratory.lesson);
  }

  private goBack(done: readonly LabWish[], undone: readonly LabWish[], lesson: LabLesson | null): void {
    const { run } = this;
    const before = done.at(-1);
    if (run !== null && before !== undefined)
      this.show(before, done.slice(0, -1), [...undone, run.wish], lesson);
  }

  private goOn(done: readonly LabWish[], undone: readonly LabWish[], lesson: LabLesson | null): void {
    const { run } = this;
    const next = undone.at(-1);
    if (run !== null && next !== undefined) this.show(next, [...done, run.wish], undone.slice(0, -1), lesson);
  }

  /** Begins the lesson. */
  async teach(name: string): Promise<void> {
    await this.open(name, lessonWish(0, false), { task: 0, tasks: LESSON.length, isSolved: false });
  }

  private moveLesson(lesson: LabLesson | null, direction: 1 | -1): boolean {
    if (lesson === null) return false;
    const { tasks, task, isSolved } = lesson;
    const step = task * 2 + Number(isSolved) + direction;
    if (step < 0 || step >= tasks * 2) return false;
    const [next, solved] = [Math.floor(step / 2), step % 2 === 1];
    this.show(lessonWish(next, solved), [], [], { task: next, tasks, isSolved: solved });
    return true;
  }

  /** Back to the segment that one came from. */
  private async leave(): Promise<void> {
    const { get, set, analyser, open } = this.access;
    if (this.origin === null) {
      get().closeCapture();
      return;
    }
    const { opened, connection, position } = this.origin;
    await open(opened.source, opened.choice, connection);
    const value = await analyser.ask("analyse", connection);
    if (value !== null && get().lastOpened?.source === opened.source)
      set({ selection: { connection, analysis: { kind: "ready", value } }, position });
  }

  private show(
    wish: LabWish,
    done: readonly LabWish[],
    undone: readonly LabWish[],
    lesson: LabLesson | null,
  ): void {
    this.waiting = () => this.showNow(wish, this.laboratory(done, undone, lesson));
    if (!this.isRunning) void this.work();
  }

  private async work(): Promise<void> {
    this.isRunning = true;
    try {
      for (let next = this.waiting; next !== null; next = this.waiting) {
        this.waiting = null;
        await next();
      }
    } finally {
      this.isRunning = false;
    }
  }

  /** Runs the script again under what is on screen, which stays until the run is there. */
  private async showNow(wish: LabWish, laboratory: Laboratory): Promise<void> {
    const { get, set, analyser } = this.access;
    const { capture, lastOpened, selection, position } = get();
    if (capture.kind !== "ready" || capture.value.run === null) return;
    const { name, run } = capture.value;
    const here = run.segments[selection?.connection ?? 0]?.[position - 1]?.name;
    const source = { kind: "script", name, wish } as const;
    try {
      const outcome = await analyser.open(source, () => {});
      if (outcome === null || !outcome.ok || get().lastOpened !== lastOpened) return;
      if (!(await this.place(outcome.capture, position, here))) return;
      const { mode } = get();
      set({
        ...entering(mode.kind === "exploring" ? mode : EXPLORING),
        lastOpened: { name, source, choice: null },
        laboratory,
      });
      const coverage = coverageOf(get());
      if (coverage !== null) get().showCoverage(coverage.scope);
    } catch (error) {
      set(refused(faultOf(name, error)));
    }
  }
}
