import type { LabWish } from "../../lab/edit/edited-run.ts";
import type { Edit } from "../../lab/edit/edits.ts";
import type { Position } from "../../tcp/position.ts";
import type { Opened } from "../opened.ts";

/** What the laboratory begins with. `name` is what the page calls the run. */
export type Beginning =
  /** An empty page, or the lesson “What if?”. */
  | { readonly kind: "empty" | "lesson"; readonly name: string }
  /** The connection on screen, which is captured. */
  | { readonly kind: "connection" }
  /** A script that was opened like a capture is on screen already. */
  | { readonly kind: "opened" };

/** Where one was before: to go back to. */
export interface Origin {
  readonly opened: Opened;
  readonly connection: number;
  readonly position: Position;
}

/** Where a lesson of tasks stands. */
export interface LabLesson {
  readonly task: number;
  readonly tasks: number;
  /** The solution is shown. */
  readonly isSolved: boolean;
}

/** The laboratory, as long as a run is on screen. What is wished for now stands in the run itself. */
export interface Laboratory {
  /** What was wished for before, the latest last, and what was undone. */
  readonly done: readonly LabWish[];
  readonly undone: readonly LabWish[];
  /** null: it began with a script. */
  readonly origin: Origin | null;
  readonly lesson: LabLesson | null;
  readonly edit: (edit: Edit) => void;
  /** Switches an edit off, or on again. */
  readonly switchEdit: (index: number) => void;
  readonly dropEdit: (index: number) => void;
  /** Replaces the text of the script; edits are part of it from now on. */
  readonly rewrite: (text: string) => void;
  /** Shows what a capture at that end would know; null: what happened. */
  readonly seeFrom: (end: LabWish["seenFrom"]) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Begins with another script. */
  readonly begin: (name: string, text: string) => void;
  /** Begins the lesson “What if?”. */
  readonly teach: (name: string) => void;
  /** Goes on with the lesson, or back; false: there is none, or no step there. */
  readonly moveLesson: (direction: 1 | -1) => boolean;
  /** Back to the capture, or to the start page. */
  readonly leave: () => void;
}

export interface LaboratoryPart {
  /** null: no run is on screen, or what acts on it is on its way. */
  readonly laboratory: Laboratory | null;
  readonly enterLaboratory: (beginning: Beginning) => void;
}
