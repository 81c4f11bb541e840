import "./witness-layer.css";
import type { LayerPlace, Mark } from "../../diagram/sequence/layer.ts";
import type { Rail } from "../../diagram/sequence/metrics.ts";
import { departureOf, landingOf } from "../../diagram/sequence/placed-rows.ts";
import { delayOf, drawnWith, isOrderProved, witnessOf } from "../../segments/witness-times.ts";
import { Shown } from "../../segments/witnessed-rows.ts";
import type { Witnesses } from "../../segments/witnesses.ts";
import type { Language } from "../../store/language.ts";
import type { ToldMerge } from "../../store/merge/merging.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import { fateAt } from "../../tcp/segment-at.ts";
import type { Side } from "../../tcp/state.ts";
import { layerOf, type Layer } from "../sequence-diagram/layer.ts";
import { SCREENS } from "../styles/screens.ts";
import { timeOfDay } from "../times/clock-text.ts";
import { wordsIn } from "../words.ts";
import { witnessWords } from "./witness.words.ts";
import { WitnessLegend } from "./WitnessLegend.tsx";

/** By how much farther than usual the slowest arrows fall, CSS pixels. */
const FARTHEST = 40;
/** Of the delays that are drawn to scale; the few longer ones fall as far as these. */
const USUAL_SHARE = 0.95;
/** Pixels that one clock alone needs more for its name, which is wider than its seconds. */
const NAME = 10;
const SIDES: readonly Side[] = ["client", "server"];
const RING = 3.5;

/** Two clocks, slanted arrows, and what was seen to leave and to arrive, over the sequence diagram. */
export const witnessLayer = layerOf<ToldMerge>(
  ({ told, selection }) => (told?.connection === selection?.connection ? told : null),
  (merge, analysis, language) => new WitnessLayer(merge, analysis, language).layer(),
);

class WitnessLayer {
  private readonly witnesses: Witnesses;
  private readonly analysis: ConnectionAnalysis;
  private readonly language: Language;
  /** Then there is room for one clock, and for its seconds alone. */
  private readonly isNarrow = matchMedia(SCREENS["one-column"]).matches;
  /** The delay that falls farthest, in nanoseconds; 0 where none is known. */
  private readonly longest: number;

  constructor({ told, shift }: ToldMerge, analysis: ConnectionAnalysis, language: Language) {
    this.witnesses = drawnWith(told.witnesses, shift);
    this.analysis = analysis;
    this.language = language;
    const delays = Array.from({ length: analysis.segments.length }, (_, row) => this.delay(row + 1));
    const known = delays.filter((delay) => delay > 0).toSorted((one, other) => one - other);
    this.longest = known[Math.floor((known.length - 1) * USUAL_SHARE)] ?? 0;
  }

  layer(): Layer {
    return {
      name: "witnesses",
      rails: this.rails(),
      roomOfRow: (position) => this.roomOf(position),
      lookAt: (position) => this.looks(position).join(" ") || null,
      wordsAt: (position) => this.wordsAt(position),
      marks: (place) => this.marks(place),
      Legend: WitnessLegend,
    };
  }

  private rails(): readonly Rail[] {
    const { heads } = wordsIn(witnessWords, this.language);
    const sides = this.isNarrow ? SIDES.slice(1) : SIDES;
    // Figures of the fixed font are 6.6 pixels wide at its 11.
    const width = Math.ceil(6.7 * this.shownWidth()) + 8 + (this.isNarrow ? NAME : 0);
    return sides.map((side) => ({ side, width, head: heads[side] }));
  }

  private roomOf(position: Position): { readonly fall: number } | null {
    const delay = this.delay(position);
    if (!(delay > 0) || this.longest === 0) return null;
    return { fall: Math.round(FARTHEST * Math.min(1, delay / this.longest)) };
  }

  private looks(position: Position): string[] {
    const shown = this.shownAt(position);
    const looks: string[] = [];
    if ((shown & Shown.NotSent) !== 0) looks.push("injected");
    if ((shown & Shown.Again) !== 0) looks.push("doubled");
    return looks;
  }

  private wordsAt(position: Position): string[] {
    const words = wordsIn(witnessWords, this.language);
    const shown = this.shownAt(position);
    const said: string[] = [];
    const [sent, arrived] = [this.clockAt("sender", position, 6), this.clockAt("receiver", position, 6)];
    if (sent !== "") said.push(words.sent(sent));
    if (arrived !== "") said.push(words.arrived(arrived, this.delay(position)));
    if (fateAt(this.analysis, position) === "lost") said.push(words.lost);
    if ((shown & Shown.NotSent) !== 0) said.push(words.injected);
    if ((shown & Shown.Again) !== 0) said.push(words.doubled);
    if ((shown & Shown.Ambiguous) !== 0) said.push(words.ambiguous);
    if ((shown & Shown.NotCovered) !== 0) said.push(words.uncovered);
    if (!this.isOrdered(position)) said.push(words.unordered);
    return said;
  }

  private marks(place: LayerPlace): Mark[] {
    const marks: Mark[] = [];
    if (place.first === 0 || place.layout.zoom.isBare) return marks;
    for (let position = place.first; position <= place.last; position++) {
      const [sender, receiver] = this.endsOf(position);
      const departure = departureOf(place.layout, position);
      this.markClock(marks, place, sender, departure, this.shortClockAt("sender", position));
      // What had no effect lands in its own row; what never came has no time there.
      const landing = landingOf(place.layout, position) ?? departure + place.layout.metrics.slant;
      this.markClock(marks, place, receiver, landing, this.shortClockAt("receiver", position));
      if (!this.isOrdered(position)) marks.push(this.ringAt(place, sender, departure));
    }
    return marks;
  }

  private markClock(marks: Mark[], place: LayerPlace, side: Side, y: number, text: string): void {
    const rail = place.rail(side);
    if (rail === null || text === "") return;
    const isLeft = side === "client";
    marks.push({
      kind: "text",
      x: isLeft ? rail.left + rail.width - 4 : rail.left + 4,
      y: y + 4,
      text,
      anchor: isLeft ? "end" : "start",
      look: `clock ${side}`,
    });
  }

  private ringAt({ layout: { metrics } }: LayerPlace, side: Side, y: number): Mark {
    const x = side === "client" ? metrics.clientX : metrics.serverX;
    const arc = `a${RING},${RING} 0 1 0`;
    return {
      kind: "path",
      d: `M${x - RING},${y}${arc} ${2 * RING},0${arc} ${-2 * RING},0Z`,
      look: "unordered",
    };
  }

  private isOrdered(position: Position): boolean {
    return isOrderProved(this.witnesses, position - 1, this.analysis.fromClient);
  }

  private shownAt(position: Position): number {
    return this.witnesses.rows.shown[position - 1] ?? 0;
  }

  private endsOf(position: Position): readonly [sender: Side, receiver: Side] {
    return this.isFromClient(position) ? ["client", "server"] : ["server", "client"];
  }

  private isFromClient(position: Position): boolean {
    return this.analysis.fromClient[position - 1] === 1;
  }

  private delay(position: Position): number {
    return delayOf(this.witnesses, position - 1, this.isFromClient(position));
  }

  /** Characters of a time beside the diagram: without the hours and minutes that are the same for all. */
  private shownWidth(): number {
    const lasts = Math.max(...this.witnesses.times.map(durationOf));
    const whole = lasts < 60e9 ? "05".length : lasts < 3600e9 ? "34:05".length : "12:34:05".length;
    return whole + 1 + (this.isNarrow ? 3 : 6);
  }

  private shortClockAt(end: "sender" | "receiver", position: Position): string {
    return this.clockAt(end, position, this.isNarrow ? 3 : 6).slice(-this.shownWidth());
  }

  /** What the clock of an end showed when its capture held the segment; empty if it did not. */
  private clockAt(end: "sender" | "receiver", position: Position, decimals: number): string {
    const sender = witnessOf(this.witnesses, this.isFromClient(position));
    const witness = (end === "sender") === (sender === 0) ? 0 : 1;
    const time = this.witnesses.times[witness][position - 1] ?? Number.NaN;
    if (Number.isNaN(time)) return "";
    const timeBase = this.witnesses.timeBases[witness];
    return timeOfDay({ timeBase }, time, false, decimals) ?? (time / 1e9).toFixed(decimals);
  }
}

/** Nanoseconds from the first time to the last one; 0 where there are none. What is hidden yet counts, too. */
function durationOf(times: Float64Array): number {
  const told = times.filter((time) => !Number.isNaN(time));
  return told.length === 0 ? 0 : (told.at(-1) ?? 0) - (told[0] ?? 0);
}
