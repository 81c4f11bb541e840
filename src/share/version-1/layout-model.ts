import { RST, SYN } from "../../segments/flags.ts";
import { NO_OPTIONS, TIMESTAMPS_ONLY, USUAL_SYN, type OptionLayouts } from "./option-layouts.ts";

/** The layout of option octets that are no well-formed options. */
export const RAW_OCTETS = -1;

/** Predicts the options of the next segment from those before it. Ends: 0 = client, 1 = server. */
export class LayoutModel {
  private readonly layouts: OptionLayouts;
  private readonly ofSyn: [number | null, number | null] = [null, null];
  private readonly ofPlain: [number | null, number | null] = [null, null];
  private readonly latest: [number, number] = [NO_OPTIONS, NO_OPTIONS];

  constructor(layouts: OptionLayouts) {
    this.layouts = layouts;
  }

  expected(end: 0 | 1, flags: number): number {
    const peer = end === 0 ? 1 : 0;
    if ((flags & RST) !== 0) return NO_OPTIONS;
    if ((flags & SYN) !== 0) return this.ofSyn[end] ?? this.ofSyn[peer] ?? USUAL_SYN;
    return this.ofPlain[end] ?? (this.hasTimestamps(this.latest[peer]) ? TIMESTAMPS_ONLY : NO_OPTIONS);
  }

  take(end: 0 | 1, flags: number, layout: number): void {
    if ((flags & RST) !== 0) return;
    const known = layout === RAW_OCTETS ? NO_OPTIONS : layout;
    if ((flags & SYN) !== 0) this.ofSyn[end] = known;
    else this.ofPlain[end] = known;
    this.latest[end] = known;
  }

  private hasTimestamps(layout: number): boolean {
    return this.layouts.layout(layout).hasTimestamps;
  }
}
