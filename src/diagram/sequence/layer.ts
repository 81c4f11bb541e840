import type { Position } from "../../tcp/position.ts";
import type { Side } from "../../tcp/state.ts";
import type { SequenceLayout } from "./layout.ts";
import { type Rail, railLeft } from "./metrics.ts";
import { NO_ROOM, roomOfRows, type RoomOfRow, type RowRoom, topOf } from "./placed-rows.ts";

/**
 * What is drawn over a sequence diagram beside the segments: a second clock, notes, what a kernel said, a difference.
 * It says what room it needs, and what stands there. It must not change; what tells something new is another layer.
 */
export interface SequenceLayer {
  /** One word: the class of the group in which its marks stand is `layer-` and this. */
  readonly name: string;
  /** Columns outside the bands. */
  readonly rails?: readonly Rail[];
  /** Room in the rows. */
  readonly roomOfRow?: RoomOfRow;
  /** How the arrow and the words of a row look: one word of its `data-look`, for the layer's styles. null: as ever. */
  readonly lookAt?: (position: Position) => string | null;
  /** What it says of a row, for the table that stands for the diagram, and when the row is announced. */
  readonly wordsAt?: (position: Position) => readonly string[];
  /** Its marks in the rows in view, which stand above those of the segments. */
  readonly marks?: (place: LayerPlace) => readonly Mark[];
}

/** A text or a line that a layer draws; `look` is its class, for the layer's styles. */
export type Mark =
  | {
      readonly kind: "text";
      readonly x: number;
      /** The base line. */
      readonly y: number;
      readonly text: string;
      readonly anchor: "start" | "middle" | "end";
      readonly look: string;
    }
  | { readonly kind: "path"; readonly d: string; readonly look: string };

/** A stretch of the height of the drawing. */
interface Stretch {
  readonly top: number;
  readonly height: number;
}

/**
 * The rows in view, as a layer sees them. Heights count from `layout.origin`, so `departureOf`, `landingOf` and
 * `topOf` (placed-rows.ts) tell them of this layout.
 */
export interface LayerPlace {
  readonly layout: SequenceLayout;
  /** The rows in view; 0 where there are none. */
  readonly first: Position;
  readonly last: Position;
  /** The layer's own room above the words of a row, and below its arrow; no height where it has none. */
  readonly above: (position: Position) => Stretch;
  readonly below: (position: Position) => Stretch;
  /** The left edge and the width of its rail at an end; null: it has none. */
  readonly rail: (side: Side) => { readonly left: number; readonly width: number } | null;
}

/** The rails of all layers, from the outermost at the client to the outermost at the server. */
export function railsOf(layers: readonly SequenceLayer[]): readonly Rail[] {
  return layers.flatMap(({ rails }) => rails ?? []);
}

/** The room that all layers together take of the rows; null: none. */
export function roomOfLayers(layers: readonly SequenceLayer[]): RoomOfRow | null {
  const rooms = layers.flatMap(({ roomOfRow }) => roomOfRow ?? []);
  return rooms.length === 0 ? null : (position, metrics) => roomOfRows(rooms, position, metrics);
}

/** The looks that layers give to a row, as its `data-look`; undefined: none. */
export function looksAt(layers: readonly SequenceLayer[], position: Position): string | undefined {
  const looks = layers.flatMap(({ lookAt }) => lookAt?.(position) ?? []);
  return looks.length === 0 ? undefined : looks.join(" ");
}

/** What layers say of a row. */
export function wordsOfLayersAt(layers: readonly SequenceLayer[], position: Position): readonly string[] {
  return layers.flatMap(({ wordsAt }) => wordsAt?.(position) ?? []);
}

/**
 * What one of the layers of a diagram is given.
 * @param layers all layers of the diagram, whose room stands in their order
 * @param layout of which the heights count from its origin
 */
export function placeOfLayer(
  layer: SequenceLayer,
  layers: readonly SequenceLayer[],
  layout: SequenceLayout,
  first: Position,
  last: Position,
): LayerPlace {
  const { metrics, zoom } = layout;
  const later = layers.slice(layers.indexOf(layer) + 1).flatMap(({ roomOfRow }) => roomOfRow ?? []);
  const roomIn = (rooms: readonly RoomOfRow[], position: Position): RowRoom =>
    zoom.isBare ? NO_ROOM : roomOfRows(rooms, position, metrics);
  const own = layer.roomOfRow ? [layer.roomOfRow] : [];
  return {
    layout,
    first,
    last,
    above: (position) => {
      const { above: height } = roomIn(own, position);
      const rowTop = topOf(layout, position) + (layout.gaps[position - 1] ?? 0);
      return { top: rowTop - roomIn(later, position).above - height, height };
    },
    below: (position) => {
      const { below: height } = roomIn(own, position);
      return { top: topOf(layout, position + 1) - roomIn(later, position).below - height, height };
    },
    rail: (side) => {
      const rail = layer.rails?.find((each) => each.side === side);
      return rail === undefined ? null : { left: railLeft(metrics, rail), width: rail.width };
    },
  };
}
