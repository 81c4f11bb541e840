import type { EndState } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import type { Side } from "../../tcp/state.ts";
import { bandLook } from "../sequence/appearances.ts";
import { type Band, bandsOf } from "../sequence/bands.ts";
import type { DrawnArrow } from "../sequence/draw-arrow.ts";
import type { DrawnRow } from "../sequence/draw-row.ts";
import { drawView } from "../sequence/draw-view.ts";
import { looksAt, placeOfLayer, type SequenceLayer } from "../sequence/layer.ts";
import type { SequenceLayout } from "../sequence/layout.ts";
import { type Metrics, railLeft } from "../sequence/metrics.ts";
import { segmentColourClass } from "../sequence/segment-colour.ts";
import type { DrawnTailEvent } from "../sequence/tail.ts";
import { file, tag, words } from "./markup.ts";
import { figureStyle, type Paints } from "./style.ts";

/** What a figure of a sequence diagram says and how it looks. */
export interface SequenceFigure {
  readonly layout: SequenceLayout;
  /** No more of the drawing than this height; what is below is left out. */
  readonly highest: number;
  readonly title: string;
  /** Below the figure; null: nothing. */
  readonly footnote: string | null;
  readonly paints: Paints;
  readonly heads: Readonly<Record<Side, { readonly role: string; readonly name: string }>>;
  readonly timeHead: string;
  readonly timeAt: (position: Position) => string;
  /** null: the bands are left blank, for a class to fill in. */
  readonly nameOf: ((end: EndState) => string) | null;
  readonly layers: readonly SequenceLayer[];
}

/** Around the drawing. */
const MARGIN = 16;
/** Height of the names above the lifelines. */
const HEAD = 44;
/** Sizes of letters, as the geometry counts on them (`metrics.ts`), by the size of everything. */
const LETTERS = {
  small: { label: 10, note: 10, chip: 9.5, time: 9, arrival: 8.5, state: 11 },
  medium: { label: 12, note: 11, chip: 10.5, time: 11, arrival: 10, state: 11 },
  large: { label: 15, note: 13.5, chip: 13.5, time: 13.5, arrival: 12.5, state: 14 },
} as const;
/** Advance of a letter of an upright state name, and of the slanted one beside a clock; in sizes of the letters. */
const NAME_ADVANCE = 0.62;
const CLOCK = 0.95;
const CLOCK_GAP = 0.35;

/** Both lifelines with their states and every segment between them, as an SVG file. */
export function sequenceFigure(figure: SequenceFigure): string {
  const { layout, title, footnote, paints, highest } = figure;
  const { metrics } = layout;
  const height = Math.min(layout.height, highest);
  const letters = LETTERS[metrics.size];
  const sizes = [
    `.label{font-size:${letters.label}px}.note,.soft{font-size:${letters.note}px}`,
    `.chip-text{font-size:${letters.chip}px}.time{font-size:${letters.time}px}`,
    `.arrival{font-size:${letters.arrival}px}`,
    `.state,.state-clocked{font-size:${letters.state}px}`,
  ];
  const style = figureStyle(paints) + sizes.join("");
  const outer = { width: metrics.width + 2 * MARGIN, height: height + HEAD + 2 * MARGIN };
  return file({ title, footnote, style, ...outer }, [
    tag("g", { transform: `translate(${MARGIN} ${MARGIN})` }, head(figure)),
    tag("g", { transform: `translate(${MARGIN} ${MARGIN + HEAD})` }, [
      ...(["client", "server"] as const).flatMap((side) =>
        bandsOf(layout, side)
          .filter(({ top }) => top < height)
          .flatMap((band) => drawBand(band, Math.min(band.bottom, height), figure)),
      ),
      ...drawing(figure, height),
    ]),
  ]);
}

function head({ layout: { metrics }, heads, timeHead }: SequenceFigure): string[] {
  const { clientX, serverX, band, timeEnd, width } = metrics;
  const [left, right] = [clientX - band, serverX + band];
  return [
    words("time end", timeHead, timeEnd, HEAD - 10),
    words("role start client", heads.client.role, left, HEAD - 26),
    words("name start client", heads.client.name, left, HEAD - 10),
    words("role end server", heads.server.role, right, HEAD - 26),
    words("name end server", heads.server.name, right, HEAD - 10),
    ...metrics.rails.map((rail) =>
      words("time middle", rail.head, railLeft(metrics, rail) + rail.width / 2, HEAD - 10),
    ),
    tag("path", { class: "head-line", d: `M0 ${HEAD - 0.5}H${width}` }),
  ];
}

function drawBand(band: Band, bottom: number, { layout: { metrics }, nameOf }: SequenceFigure): string[] {
  const x = band.side === "client" ? metrics.clientX - metrics.band : metrics.serverX;
  const place = { x, y: band.top, width: metrics.band, height: bottom - band.top };
  if (nameOf === null) return [tag("rect", { class: "blank", ...place })];
  const look = bandLook(band);
  const inner = { x: x + 1, y: band.top + 1, width: metrics.band - 2, height: Math.max(0, place.height - 2) };
  const ground = look === "clock" ? "clocked" : `phase-${band.phase}`;
  return [
    tag("rect", { class: ground, ...place }),
    ...(look === "unknown" || look === "either" ? [hatching(place)] : []),
    ...(look === "assumed" || look === "gap" ? [tag("rect", { class: `outline ${look}`, ...inner })] : []),
    ...(band.top > 0
      ? [tag("path", { class: "band-line", d: `M${x} ${band.top + 0.5}h${metrics.band}` })]
      : []),
    ...stateName(band, nameOf(band), x + metrics.band / 2, metrics),
  ];
}

/** Distance of the stripes. */
const STRIPE = 8;

/** Stripes from upper right to lower left, cut at the edges of the band. */
function hatching({ x, y, width, height }: Readonly<Record<"x" | "y" | "width" | "height", number>>): string {
  const stripes: string[] = [];
  for (let at = STRIPE; at < width + height; at += STRIPE) {
    const [right, down] = [Math.min(at, width), Math.min(at, height)];
    stripes.push(`M${x + right} ${y + at - right}L${x + at - down} ${y + down}`);
  }
  return tag("path", { class: "hatch", d: stripes.join("") });
}

/** The name of a state, a line each; one that a clock leads to stands beside its clock, both in the middle. */
function stateName(band: Band, name: string, middle: number, { size }: Metrics): string[] {
  const letter = LETTERS[size].state;
  const isClocked = bandLook(band) === "clock";
  const lines = name.split("\n");
  const base = (line: number): number => band.top + 3 + letter * 0.85 + line * letter * 1.2;
  if (!isClocked) return lines.map((line, index) => words("state", line, middle, base(index)));
  const clock = (CLOCK + CLOCK_GAP) * letter;
  const longest = Math.max(...lines.map(({ length }) => length)) * NAME_ADVANCE * letter;
  const radius = (CLOCK * letter) / 2;
  const centre = { x: middle - (clock + longest) / 2 + radius, y: base(0) - letter * 0.36 };
  return [
    tag("circle", { class: "clock", cx: centre.x, cy: centre.y, r: radius }),
    tag("path", { class: "clock-hand", d: clockHand(centre, radius) }),
    ...lines.map((line, index) => words("state-clocked", line, middle + clock / 2, base(index))),
  ];
}

/** Three tenths of the face, from the top clockwise. */
function clockHand({ x, y }: { readonly x: number; readonly y: number }, radius: number): string {
  const turn = 0.3 * 2 * Math.PI;
  const end = `${(x + radius * Math.sin(turn)).toFixed(2)} ${(y - radius * Math.cos(turn)).toFixed(2)}`;
  return `M${x} ${y}V${y - radius}A${radius} ${radius} 0 0 1 ${end}Z`;
}

/** Lifelines, arrows and words, as `SequenceDrawing` of the page draws them. */
function drawing({ layout, timeAt, layers }: SequenceFigure, height: number): string[] {
  const { metrics, analysis } = layout;
  const { flags, payloadLength } = analysis.segments;
  const drawn = drawView(layout, 0, height);
  const rows = drawn.rows.filter(({ bottom }) => bottom <= height);
  const lastRow = rows.at(-1)?.position ?? 0;
  const colourOf = (at: Position): string =>
    segmentColourClass(flags[at - 1] ?? 0, (payloadLength[at - 1] ?? 0) > 0);
  const lookOf = (at: Position): string => looksAt(layers, at) ?? "";
  return [
    tag("path", { class: "lifeline client", d: `M${metrics.clientX} 0V${height}` }),
    tag("path", { class: "lifeline server", d: `M${metrics.serverX} 0V${height}` }),
    ...(drawn.listen ? [words("note end", drawn.listen.text, drawn.listen.x, drawn.listen.y)] : []),
    ...drawn.brackets
      .filter(({ bracket }) => bracket.to <= lastRow)
      .map(({ path }) => tag("path", { class: "bracket", d: path })),
    ...drawn.arrows
      .filter(({ position }) => position <= lastRow)
      .flatMap((each) => arrow(each, colourOf(each.position), analysis.fromClient[each.position - 1] === 1)),
    ...rows.map((row) =>
      tag(
        "g",
        { class: lookOf(row.position) || null },
        rowWords(row, metrics, colourOf(row.position), timeAt),
      ),
    ),
    ...(lastRow === analysis.segments.length ? drawn.tail : []).map(tailEvent),
    ...layers.map((layer) => layerMarks(layer, layers, layout, lastRow)),
  ];
}

function tailEvent({ move, lines }: DrawnTailEvent): string {
  const look = `note ${anchorAt(move.side)}`;
  return lines.map(({ text, x, y }) => words(look, text, x, y)).join("");
}

function anchorAt(side: Side): string {
  return side === "client" ? "start" : "end";
}

const FAINT: ReadonlySet<string> = new Set(["duplicate", "unknown"]);
const HOLLOW: ReadonlySet<string> = new Set(["assumed", "unknown"]);

function arrow(drawn: DrawnArrow, colour: string, isFromClient: boolean): string[] {
  const { fate, path, wait, head: tip, cross, doubt, arrival } = drawn;
  const isFading = fate === "no-answer" || fate === "lost-or-late";
  const look = isFading ? fate : FAINT.has(fate) ? "faint" : "way";
  return [
    tag("path", { class: `way ${look} ${colour}`, d: path, pathLength: isFading ? 100 : null }),
    ...(wait === null ? [] : [tag("path", { class: `wait ${colour}`, d: wait })]),
    ...(tip === null
      ? []
      : [tag("path", { class: `head ${colour}${HOLLOW.has(fate) ? " hollow" : ""}`, d: tip })]),
    ...(cross === null ? [] : [tag("path", { class: "cross", d: cross })]),
    ...(doubt === null ? [] : [words("doubt", "?", doubt.x, doubt.y)]),
    ...(arrival === null
      ? []
      : [words(`arrival ${isFromClient ? "end" : "start"} ${colour}`, arrival.text, arrival.x, arrival.y)]),
  ];
}

function rowWords(
  row: DrawnRow,
  metrics: Metrics,
  colour: string,
  timeAt: SequenceFigure["timeAt"],
): string[] {
  const { silence, label, chips, notes, position, departure, hasTime } = row;
  const chipHeight = metrics.chipLine - 4;
  return [
    ...(silence === null ? [] : broken(silence, metrics)),
    ...(hasTime ? [words("time end", timeAt(position), metrics.timeEnd, departure + 4)] : []),
    ...notes.map(({ kind, side, text, x, y }) =>
      words(`${kind === "interval" ? "soft" : "note"} ${anchorAt(side)}`, text, x, y),
    ),
    ...(label === null ? [] : [words(`label middle ${colour}`, label.text, label.x, label.y)]),
    ...chips.flatMap(({ text, x, y, width }) => [
      tag("rect", { class: "chip", x, y: y - chipHeight / 2, width, height: chipHeight, rx: chipHeight / 2 }),
      words("chip-text", text, x + width / 2, y + 3.5),
    ]),
  ];
}

/** Time without segments, drawn shorter than it was. */
function broken({ text, x, y, height }: NonNullable<DrawnRow["silence"]>, metrics: Metrics): string[] {
  const top = y - height / 2 + 4;
  return [
    ...[metrics.clientX, metrics.serverX].map((at) =>
      tag("path", { class: "break", d: `M${at} ${top}v${height - 8}` }),
    ),
    words("soft middle", `… ${text} …`, x, y + 4),
  ];
}

function layerMarks(
  layer: SequenceLayer,
  layers: readonly SequenceLayer[],
  layout: SequenceLayout,
  last: Position,
): string {
  const marks = layer.marks?.(placeOfLayer(layer, layers, layout, Math.min(1, last), last)) ?? [];
  return tag(
    "g",
    { class: `layer-${layer.name}` },
    marks.map((mark) =>
      mark.kind === "path"
        ? tag("path", { class: `mark ${mark.look}`, d: mark.d })
        : words(`soft ${mark.anchor} ${mark.look}`, mark.text, mark.x, mark.y),
    ),
  );
}
