import type { Position } from "../tcp/position.ts";
import { valueOf } from "./loadable.ts";
import type { ModePart } from "./mode.ts";
import type { Tempo } from "./playback-pace.ts";
import type { SelectingPart } from "./selection.ts";

export interface PlayheadPart {
  /**
   * Every connection opens at 0, before its first segment: the diagram shows the whole exchange, the segment panel
   * shows how it ended, and the first step goes to the first segment.
   */
  readonly position: Position;
  readonly isPlaying: boolean;
  readonly tempo: Tempo;
  /** Whether the playback starts over at the end. */
  readonly isLooping: boolean;

  readonly goTo: (position: Position) => void;
  readonly step: (by: number) => void;
  /** One step of the running playback; at the end it stops, unless it loops. */
  readonly playTo: (position: Position) => void;
  /** Plays or pauses; from the end, it starts over. */
  readonly togglePlaying: () => void;
  readonly pause: () => void;
  readonly changeTempo: (tempo: Partial<Tempo>) => void;
  readonly loop: (isLooping: boolean) => void;
  /** Goes to the next (1) or previous (-1) segment with an annotation. */
  readonly goToAnnotation: (direction: 1 | -1) => void;
}

type Values = "position" | "isPlaying" | "tempo" | "isLooping";
type PlayheadState = Pick<PlayheadPart, Values> & Pick<SelectingPart, "selection"> & Pick<ModePart, "mode">;

/** The defaults of the playback. */
export const USUAL_PLAYING = { tempo: { pace: "steps", speed: 1 }, isLooping: false } as const;

/** The actions of moving through a connection. */
export function playheadActions(
  set: (part: Partial<Pick<PlayheadPart, Values>>) => void,
  get: () => PlayheadState,
): Omit<PlayheadPart, Values> {
  function lastPosition(): Position {
    const { selection, mode } = get();
    const last = (selection && valueOf(selection.analysis)?.segments.length) ?? 0;
    return mode.kind === "comparing" ? Math.max(last, mode.other.segments.length - mode.offset) : last;
  }

  function goTo(position: Position): void {
    if (get().selection?.analysis.kind !== "ready") return;
    set({ position: Math.max(0, Math.min(Math.trunc(position), lastPosition())) });
  }

  return {
    goTo,
    step: (by) => goTo(get().position + by),
    playTo: (position) => {
      goTo(position);
      if (get().position >= lastPosition() && !get().isLooping) set({ isPlaying: false });
    },
    togglePlaying: () => {
      const { isPlaying, position } = get();
      const last = lastPosition();
      if (last === 0) return;
      if (!isPlaying && position >= last) set({ position: 0 });
      set({ isPlaying: !isPlaying });
    },
    pause: () => set({ isPlaying: false }),
    changeTempo: (tempo) => set({ tempo: { ...get().tempo, ...tempo } }),
    loop: (isLooping) => set({ isLooping }),
    goToAnnotation: (direction) => {
      const { selection, position } = get();
      const annotations = (selection && valueOf(selection.analysis)?.annotations) ?? [];
      const isAhead = (note: { readonly position: Position }): boolean =>
        (note.position - position) * direction > 0;
      const next = direction === 1 ? annotations.find(isAhead) : annotations.findLast(isAhead);
      if (next !== undefined) goTo(next.position);
    },
  };
}
