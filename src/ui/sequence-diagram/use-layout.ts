import { useEffect, useMemo, useState } from "react";
import { takeTurns } from "../../base/turns.ts";
import { layOut, layOutInSteps, type SequenceLayout } from "../../diagram/sequence/layout.ts";

/** Up to so many rows are laid out at once: some milliseconds. */
const FEW = 2000;

/** What a layout is made of. */
type Wish = Parameters<typeof layOut>;

/**
 * The layout of a connection, the same as long as nothing of the wish changes. A long one is made in turns, so that the
 * page goes on answering: until it is there, the one before of the same analysis stays, or null.
 * @param isShown null where it is not
 * @param isUrgent a long one is made at once, too
 */
export function useLayout(wish: Wish, isShown: boolean, isUrgent: boolean): SequenceLayout | null {
  const [analysis, words, metrics, scale, zoom, room] = wish;
  const isInTurns = isShown && !isUrgent && analysis.segments.length > FEW;
  const isAtOnce = isShown && !isInTurns;
  const made = useMemo(
    () => (isAtOnce ? layOut(analysis, words, metrics, scale, zoom, room) : null),
    [isAtOnce, analysis, words, metrics, scale, zoom, room],
  );
  const [latest, setLatest] = useState<SequenceLayout | null>(null);
  useEffect(() => {
    if (!isInTurns) return undefined;
    let isLeft = false;
    const make = async (): Promise<void> => {
      const steps = layOutInSteps(analysis, words, metrics, scale, zoom, room);
      const layout = await takeTurns(steps, { isLeft: () => isLeft });
      if (layout !== null) setLatest(layout);
    };
    void make();
    return () => {
      isLeft = true;
    };
  }, [isInTurns, analysis, words, metrics, scale, zoom, room]);
  return made ?? (isShown && latest?.analysis === analysis ? latest : null);
}
