import type { ComponentType } from "react";
import type { LayerPlace, SequenceLayer } from "../../diagram/sequence/layer.ts";
import type { Language } from "../../store/language.ts";
import type { SynfinState } from "../../store/synfin-state.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";

/** What the component of a layer is given. */
export interface OverProps {
  readonly place: LayerPlace;
  readonly position: Position;
  readonly onPosition: (position: Position) => void;
}

/**
 * A layer of the page's diagram: what every drawing shows of it (`SequenceLayer`), and what only the page can. Its
 * styles are a file of its own, which its part imports.
 */
export interface Layer extends SequenceLayer {
  /**
   * What one can touch: HTML above the drawing, in its coordinates. An element at `top: y` stands beside a mark at
   * height `y`.
   */
  readonly Over?: ComponentType<OverProps>;
  /** Its rows of the legend: `<li>` elements. */
  readonly Legend?: ComponentType;
  /** Its legend says whose clock the times are. */
  readonly tellsTimes?: boolean;
}

/** The layer that belongs to a connection now; null: none. It is the same one as long as it says the same. */
export type LayerOf = (state: SynfinState, analysis: ConnectionAnalysis, language: Language) => Layer | null;

/**
 * Makes a layer anew only when what it tells is another object, or the connection or the language is another.
 * @param tellOf takes from the store what the layer tells: a part of the state as it is, or null for no layer
 */
export function layerOf<Told extends object>(
  tellOf: (state: SynfinState, analysis: ConnectionAnalysis) => Told | null,
  make: (told: Told, analysis: ConnectionAnalysis, language: Language) => Layer,
): LayerOf {
  let before: readonly [Told, ConnectionAnalysis, Language, Layer] | null = null;
  return (state, analysis, language) => {
    const told = tellOf(state, analysis);
    if (told === null) return null;
    if (before?.[0] !== told || before[1] !== analysis || before[2] !== language)
      before = [told, analysis, language, make(told, analysis, language)];
    return before[3];
  };
}
