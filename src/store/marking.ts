import type { Position } from "../tcp/position.ts";

export interface MarkingPart {
  /** The segments that took the picked state or arrow, ascending, each once, none 0; null: nothing is picked. */
  readonly marked: readonly Position[] | null;
  /** Marks segments, in any order. Position 0, where an end merely starts, is left out. */
  readonly mark: (positions: readonly Position[]) => void;
  /** Goes to the next (1) or previous (-1) marked segment, from the last to the first and the reverse. */
  readonly goToMarked: (direction: 1 | -1) => void;
  readonly clearMarks: () => void;
}

interface Marked {
  readonly marked: MarkingPart["marked"];
  readonly position: Position;
  readonly goTo: (position: Position) => void;
}

/** The actions of marking. */
export function markingActions(
  set: (part: Pick<MarkingPart, "marked">) => void,
  get: () => Marked,
): Omit<MarkingPart, "marked"> {
  return {
    mark: (positions) => {
      const marked = [...new Set(positions)].filter((at) => at > 0).toSorted((a, b) => a - b);
      set({ marked: marked.length > 0 ? marked : null });
    },
    goToMarked: (direction) => {
      const { marked, position, goTo } = get();
      const next = marked && nextMarked(marked, position, direction);
      if (next !== null) goTo(next);
    },
    clearMarks: () => set({ marked: null }),
  };
}

/**
 * The next marked segment from `position` in a direction, going round; null if none is marked.
 * @param marked ascending
 */
export function nextMarked(
  marked: readonly Position[],
  position: Position,
  direction: 1 | -1,
): Position | null {
  const next = direction === 1 ? marked.find((at) => at > position) : marked.findLast((at) => at < position);
  return next ?? marked.at(direction === 1 ? 0 : -1) ?? null;
}
