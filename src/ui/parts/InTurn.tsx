import { type ReactNode, startTransition, useEffect, useState } from "react";
import { nextTurn } from "../../base/turns.ts";

interface InTurnProps {
  /** How many frames are shown before it is drawn; 1 or more. */
  readonly frames: number;
  /** What keeps its place until then. */
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * Draws its children a few frames later, in tasks of their own: all panels of a capture at once hold the page up for
 * longer than 50 ms. Until then it says that it is busy. Whatever is drawn later, it draws at once.
 */
export function InTurn({ frames, className, children }: InTurnProps) {
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
  return left === 0 ? children : <div className={className} aria-busy="true" />;
}
