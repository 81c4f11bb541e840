import { startTransition, useEffect, useState } from "react";
import { nextTurn } from "../../base/turns.ts";

/**
 * False for some frames, then true in a task of its own: what is drawn all at once holds the page up for longer than
 * 50 ms.
 * @param frames how many are shown before
 */
export function useTurn(frames: number): boolean {
  // Where the page is made as text, no frame comes.
  const [left, setLeft] = useState(() => (typeof requestAnimationFrame === "undefined" ? 0 : frames));
  useEffect(() => {
    if (left === 0) return undefined;
    let isLeft = false;
    const draw = async (): Promise<void> => {
      // The frame is shown first: what runs in it would delay it.
      await nextTurn();
      if (!isLeft) startTransition(() => setLeft(left - 1));
    };
    const frame = requestAnimationFrame(() => void draw());
    return () => {
      isLeft = true;
      cancelAnimationFrame(frame);
    };
  }, [left]);
  return left === 0;
}
