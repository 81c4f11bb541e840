import type { Loss, SegmentName } from "../host/segment.ts";
import type { Script, SegmentPattern, Statement } from "../script/script.ts";
import { fits, keyOf } from "./segment-name.ts";

/** What the wire makes of one segment. */
export interface WireFate {
  readonly loss: Loss | null;
  /** Nanoseconds beyond the usual delay. */
  readonly extraDelay: number;
  /** It arrives twice. */
  readonly isDoubled: boolean;
}

type WireRule = Extract<Statement, { readonly segment: SegmentPattern }>;

/** The wire's part of a script: which segments are lost, delayed, doubled or refused. */
export class Wire {
  private readonly rules: { readonly statement: number; readonly rule: WireRule; met: number }[] = [];
  private readonly cuts: { readonly from: number; readonly until: number }[] = [];
  private lossMillionths = 0;
  private readonly seed: number;

  constructor(script: Script, seed: number) {
    this.seed = seed;
    for (const [statement, rule] of script.entries()) {
      if ("segment" in rule) this.rules.push({ statement, rule, met: 0 });
      else if (rule.kind === "cut") this.cuts.push(rule);
      else if (rule.kind === "lose-share") this.lossMillionths = rule.millionths;
    }
  }

  /** Lines that meant no segment that was sent, as indices into the script. */
  get unmet(): number[] {
    return this.rules
      .filter(({ rule: { segment }, met }) => (segment.copy === "every" ? met === 0 : met < segment.copy))
      .map(({ statement }) => statement);
  }

  /** Decides on a segment. Called once for each, in order of sending. */
  fateOf(name: SegmentName, now: number): WireFate {
    let loss: Loss | null = null;
    let extraDelay = 0;
    let isDoubled = false;
    for (const entry of this.rules) {
      const { rule } = entry;
      if (!fits(rule.segment, name)) continue;
      entry.met++;
      if (rule.segment.copy !== "every" && rule.segment.copy !== entry.met) continue;
      if (rule.kind === "delay-segment") extraDelay += rule.by;
      else if (rule.kind === "twice") isDoubled = true;
      else loss = rule.kind;
    }
    if (this.cuts.some(({ from, until }) => from <= now && now < until)) loss = "cut";
    else if (loss === null && this.isUnlucky(name)) loss = "share";
    return { loss, extraDelay, isDoubled };
  }

  /** Chance hangs on the name alone, so that an edit changes the luck of no other segment. */
  private isUnlucky(name: SegmentName): boolean {
    if (this.lossMillionths === 0) return false;
    return hash(`${this.seed} ${keyOf(name)}#${name.copy}`) % 1_000_000 < this.lossMillionths;
  }
}

/** 32-bit FNV-1a with a final mix (murmur3), in whole numbers: the same on every machine. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
