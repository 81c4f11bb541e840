import { OptionKind } from "../../segments/options.ts";
import { contradiction } from "../link-refusal.ts";

/**
 * The kinds and lengths of the options of a header, in order and without their values: `1 1 8:10`. Padding behind End
 * is part of a layout.
 */
export interface OptionLayout {
  readonly options: readonly LaidOutOption[];
  /** Octets of the whole. */
  readonly length: number;
  readonly hasTimestamps: boolean;
}

/** One option: its kind and how many octets of value follow; -1 for a kind without length octet. */
export interface LaidOutOption {
  readonly kind: number;
  readonly valueLength: number;
}

const { End, NoOperation, MaximumSegmentSize, WindowScale, SackPermitted, Sack, Timestamps } = OptionKind;
const SCALE_AND_TIMESTAMPS = [
  MaximumSegmentSize,
  NoOperation,
  WindowScale,
  NoOperation,
  NoOperation,
  Timestamps,
] as const;

/** Value octets of the kinds whose length is fixed. */
export const VALUE_LENGTHS: ReadonlyMap<number, number> = new Map([
  [End, -1],
  [NoOperation, -1],
  [MaximumSegmentSize, 2],
  [WindowScale, 1],
  [SackPermitted, 0],
  [Timestamps, 8],
]);

/** The most option octets of a segment. A header holds 40; a text may print more. */
export const MOST_OPTION_OCTETS = 255;

const SACK_BLOCK = 8;

/** Layouts that common systems send; every link knows them by number. The order must never change. */
const WELL_KNOWN: readonly (readonly number[])[] = [
  [],
  [NoOperation, NoOperation, Timestamps],
  [MaximumSegmentSize, SackPermitted, Timestamps, NoOperation, WindowScale],
  [MaximumSegmentSize, NoOperation, WindowScale, NoOperation, NoOperation, SackPermitted],
  [MaximumSegmentSize, NoOperation, NoOperation, SackPermitted, NoOperation, WindowScale],
  [MaximumSegmentSize, NoOperation, NoOperation, SackPermitted],
  [MaximumSegmentSize],
  [...SCALE_AND_TIMESTAMPS, SackPermitted, End, End],
  [MaximumSegmentSize, NoOperation, WindowScale, SackPermitted, Timestamps],
  [MaximumSegmentSize, NoOperation, WindowScale],
  SCALE_AND_TIMESTAMPS,
  [...SCALE_AND_TIMESTAMPS, NoOperation, NoOperation, SackPermitted],
  [MaximumSegmentSize, SackPermitted, End, End],
];

/** Layouts with one to four SACK blocks, without and with timestamps. */
const WITH_SACK: readonly (readonly LaidOutOption[])[] = [1, 2, 3, 4].flatMap((blocks) => {
  const sack = [...plain([NoOperation, NoOperation]), { kind: Sack, valueLength: blocks * SACK_BLOCK }];
  return [sack, [...plain([NoOperation, NoOperation, Timestamps]), ...sack]];
});

const FIRST_LAYOUTS: readonly OptionLayout[] = [...WELL_KNOWN.map(plain), ...WITH_SACK].map(layoutOf);

export const NO_OPTIONS = 0;
export const TIMESTAMPS_ONLY = 1;
export const USUAL_SYN = 2;

/** The layouts that one link knows: the well-known ones, then its own in order of first use. */
export class OptionLayouts {
  private readonly layouts = [...FIRST_LAYOUTS];
  private readonly numbers = new Map(this.layouts.map((layout, number) => [keyOf(layout.options), number]));

  get count(): number {
    return this.layouts.length;
  }

  /** The layout with that number. Throws a refusal where there is none. */
  layout(number: number): OptionLayout {
    const layout = this.layouts[number];
    if (layout === undefined) throw contradiction("options");
    return layout;
  }

  /** The number of a layout; null if the link does not know it yet. */
  numberOf(options: readonly LaidOutOption[]): number | null {
    return this.numbers.get(keyOf(options)) ?? null;
  }

  add(options: readonly LaidOutOption[]): OptionLayout {
    const layout = layoutOf(options);
    this.numbers.set(keyOf(options), this.layouts.length);
    this.layouts.push(layout);
    return layout;
  }
}

/**
 * Lays out option octets. Null for octets that no layout describes (a length that runs past the end or is wrong for
 * its kind, octets other than 0 behind End, timestamps twice): they are written as they are.
 */
export function layOut(octets: Uint8Array): LaidOutOption[] | null {
  const options: LaidOutOption[] = [];
  for (let at = 0; at < octets.length;) {
    const kind = octets[at];
    const isAfterEnd = options.some((option) => option.kind === End);
    if (isAfterEnd && kind !== End) return null;
    if (kind === End || kind === NoOperation) {
      options.push({ kind, valueLength: -1 });
      at += 1;
      continue;
    }
    const length = octets[at + 1];
    if (!(length >= 2 && at + length <= octets.length)) return null;
    if ((VALUE_LENGTHS.get(kind) ?? length - 2) !== length - 2) return null;
    if (kind === Timestamps && options.some((option) => option.kind === Timestamps)) return null;
    options.push({ kind, valueLength: length - 2 });
    at += length;
  }
  return options;
}

function plain(kinds: readonly number[]): LaidOutOption[] {
  return kinds.map((kind) => ({ kind, valueLength: VALUE_LENGTHS.get(kind) ?? 0 }));
}

function layoutOf(options: readonly LaidOutOption[]): OptionLayout {
  const length = options.reduce((sum, { valueLength }) => sum + valueLength + 2, 0);
  return { options, length, hasTimestamps: options.some(({ kind }) => kind === Timestamps) };
}

function keyOf(options: readonly LaidOutOption[]): string {
  return options.map(({ kind, valueLength }) => `${kind}:${valueLength}`).join(" ");
}
