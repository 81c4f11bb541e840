import type { Position } from "../../tcp/position.ts";
import type { LayerPlace, Mark, SequenceLayer } from "./layer.ts";
import type { Metrics } from "./metrics.ts";

/** Things that stand one below the other behind a row; those at position 0 above the first one. */
interface Stacked<Thing> {
  readonly things: readonly Thing[];
  /** The row behind which it stands; 0: above the first. */
  readonly positionOf: (thing: Thing) => Position;
  readonly heightOf: (thing: Thing, metrics: Metrics) => number;
  /** @param top where its height begins */
  readonly marksOf: (thing: Thing, place: LayerPlace, top: number) => readonly Mark[];
  readonly wordsOf: (thing: Thing) => string;
}

/** A layer of things that stand behind rows: the room they take, their marks, and what they say. */
export function behindRows<Thing>({
  things,
  positionOf,
  heightOf,
  marksOf,
  wordsOf,
}: Stacked<Thing>): Required<Pick<SequenceLayer, "roomOfRow" | "marks" | "wordsAt">> {
  const at = new Map<Position, Thing[]>();
  for (const thing of things) {
    const known = at.get(positionOf(thing));
    if (known === undefined) at.set(positionOf(thing), [thing]);
    else known.push(thing);
  }
  const behind = (position: Position): readonly Thing[] => at.get(position) ?? [];
  const height = (position: Position, metrics: Metrics): number =>
    behind(position).reduce((sum, thing) => sum + heightOf(thing, metrics), 0);

  function stack(place: LayerPlace, position: Position, top: number): readonly Mark[] {
    let y = top;
    return behind(position).flatMap((thing) => {
      const marks = marksOf(thing, place, y);
      y += heightOf(thing, place.layout.metrics);
      return marks;
    });
  }

  return {
    roomOfRow: (position, metrics) => ({
      above: position === 1 ? height(0, metrics) : 0,
      below: height(position, metrics),
    }),
    wordsAt: (position) => [...(position === 1 ? behind(0) : []), ...behind(position)].map(wordsOf),
    marks: (place) => {
      const marks: Mark[] = [];
      if (place.first === 1) marks.push(...stack(place, 0, place.above(1).top));
      for (let position = Math.max(place.first, 1); position <= place.last; position++)
        marks.push(...stack(place, position, place.below(position).top));
      return marks;
    },
  };
}
