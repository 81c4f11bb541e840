import type { ReactNode } from "react";
import { useTurn } from "./use-turn.ts";

interface InTurnProps {
  /** How many frames are shown before it is drawn; 1 or more. */
  readonly frames: number;
  /** What keeps its place until then. */
  readonly className?: string;
  readonly children: ReactNode;
}

/** Draws its children a few frames later. Until then it says that it is busy. Whatever is drawn later, it draws at once. */
export function InTurn({ frames, className, children }: InTurnProps) {
  return useTurn(frames) ? children : <div className={className} aria-busy="true" />;
}
