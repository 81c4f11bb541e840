import type { LabWish } from "../../lab/edit/edited-run.ts";
import type { Edit } from "../../lab/edit/edits.ts";
import { entering, EXPLORING } from "../mode.ts";
import type { Analyser, CaptureSource, OpenedRun } from "../opened-capture.ts";
import { faultOf, refused } from "../opening-failure.ts";
import { captureOf } from "../selectors.ts";
import type { SynfinState } from "../synfin-state.ts";
import type { Beginning, LabLesson, Laboratory, LabTask, Origin } from "./laboratory.ts";
import { withEdit } from "./merge-edits.ts";

export interface LaboratoryAccess {
  readonly set: (part: Partial<SynfinState> | ((state: SynfinState) => Partial<SynfinState>)) => void;
  readonly get: () => SynfinState;
  readonly analyser: Pick<Analyser, "open" | "ask">;
  readonly open: (source: CaptureSource) => Promise<void>;
}

/** Enters the laboratory, with a script or with the connection on screen. */
export async function enterLaboratory(access: LaboratoryAccess, beginning: Beginning): Promise<void> {
  const { get } = access;
  if (beginning.kind === "opened") {
    if (captureOf(get())?.run && get().laboratory === null) new Bench(access, null).begin();
  } else if (beginning.kind === "script") {
    await new Bench(access, null).open(beginning.name, plainWish(beginning.text));
  } else await enterFromCapture(access, beginning.name);
}

async function enterFromCapture(access: LaboratoryAccess, name: string): Promise<void> {
  const { get, analyser } = access;
  const { selection, lastOpened: opened, position } = get();
  if (selection === null || opened === null) return;
  const { connection } = selection;
  const captured = await analyser.ask("scriptOf", connection);
  if (captured === null || get().lastOpened !== opened) return;
  const { script, fidelity, names } = captured;
  const bench = new Bench(access, { opened, connection, position });
  await bench.open(name, { ...plainWish(script), fidelity });
  const wanted = names.get(position);
  if (wanted !== undefined) bench.goToName(JSON.stringify(wanted));
}

function plainWish(text: string): LabWish {
  return { original: text, text, edits: [], seenFrom: null, fidelity: null };
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

  /** Opens a script as a capture is opened. */
  async open(name: string, wish: LabWish, lesson: LabLesson | null = null): Promise<void> {
    await this.access.open({ kind: "script", name, wish });
    if (this.run !== null) this.begin(lesson);
  }

  /** Goes to the segment of that name, if it is sent. */
  goToName(name: string): void {
    const { selection, goTo } = this.access.get();
    const rows = this.run?.segments[selection?.connection ?? 0] ?? [];
    const row = rows.findIndex((one) => JSON.stringify(one.name) === name);
    if (row >= 0) goTo(row + 1);
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
      teach: (tasks, name) => this.teach(tasks, name, 0, false),
      moveLesson: (direction) => this.moveLesson(lesson, direction),
      leave: () => this.leave(),
    };
  }

  private edit(edit: Edit): void {
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

  private teach(tasks: readonly LabTask[], name: string, task: number, isSolved: boolean): void {
    const one = tasks[task];
    if (one === undefined) return;
    const edits = isSolved ? [{ edit: one.solution, isOn: true }] : [];
    void this.open(name, { ...plainWish(one.script), edits }, { tasks, task, isSolved });
  }

  private moveLesson(lesson: LabLesson | null, direction: 1 | -1): boolean {
    if (lesson === null) return false;
    const { tasks, task, isSolved } = lesson;
    const step = task * 2 + Number(isSolved) + direction;
    if (step < 0 || step >= tasks.length * 2) return false;
    this.teach(tasks, captureOf(this.access.get())?.name ?? "", Math.floor(step / 2), step % 2 === 1);
    return true;
  }

  private leave(): void {
    const { openAgain, closeCapture } = this.access.get();
    if (this.origin === null) closeCapture();
    else openAgain(this.origin.opened, this.origin.connection);
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
      const opened = outcome.capture;
      const connection = Math.min(selection?.connection ?? 0, opened.connections.length - 1);
      const analysis = connection < 0 ? null : await analyser.ask("analyse", connection);
      if (get().lastOpened !== lastOpened) return;
      const last = analysis?.segments.length ?? 0;
      set({
        ...entering(get().mode.kind === "exploring" ? get().mode : EXPLORING),
        capture: { kind: "ready", value: opened },
        lastOpened: { name, source, choice: null },
        selection: analysis && { connection, analysis: { kind: "ready", value: analysis } },
        position: Math.min(position, last),
        laboratory,
      });
      if (here !== undefined) this.goToName(JSON.stringify(here));
    } catch (error) {
      set(refused(faultOf(name, error)));
    }
  }
}
