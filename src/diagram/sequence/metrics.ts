import type { Side } from "../../tcp/state.ts";

/** All measures of the sequence diagram, in CSS pixels. */
export interface Metrics {
  /** Width of the whole drawing. */
  readonly width: number;
  /** Right edge of the column of times; 0: there is no room for one. */
  readonly timeEnd: number;
  /** Width of the state band outside each lifeline. */
  readonly band: number;
  /** Where the lifelines stand. */
  readonly clientX: number;
  readonly serverX: number;
  /** How far an arrow falls from the sender's lifeline to the receiver's. */
  readonly slant: number;
  /** Least height of a band that can hold the name of a state. */
  readonly slice: number;
  /** Advance of one character of a label, which is set in a monospaced font. */
  readonly labelCharacter: number;
  /** Advance of one character of a call or chip, an estimate on the safe side. */
  readonly noteCharacter: number;
  /** How many characters a time may have. */
  readonly timeCharacters: number;
  /** Height of one line of labels, of chips and of socket calls. */
  readonly labelLine: number;
  readonly chipLine: number;
  readonly callLine: number;
  readonly size: DiagramSize;
  /** Size of the letters of state names; null: what goes with `size`. */
  readonly nameSize: number | null;
  /** Columns outside the bands, from the outermost at the client to the outermost at the server. */
  readonly rails: readonly Rail[];
}

/** A column outside the bands of an end: between the times and the client's, or behind the server's. */
export interface Rail {
  readonly side: Side;
  readonly width: number;
  /** What stands above it. */
  readonly head: string;
}

/** How large everything is set: small on phones, large where there is room, as on a projector. */
type DiagramSize = "small" | "medium" | "large";

/** Height of one event after the last segment, and where in it its line is. */
export const TAIL_ROW = 62;
export const TAIL_LINE = 22;
/** Between label and arrow, and above and below what belongs to one segment. */
export const LABEL_GAP = 4;
export const ROW_PAD = 7;
/** Distance between a label and a lifeline. */
export const GUTTER = 12;
/** Between two lanes of arrows that wait beside a lifeline. */
export const LANE = 4;
/** Between two things on one line. */
export const GAP = 8;
/** Between a call or a time and the label beside it. */
export const NOTE_GAP = 12;
/** Width that a chip adds to its text. */
export const CHIP_PAD = 12;

interface SizeMetrics extends Omit<Metrics, "width" | "clientX" | "serverX" | "size" | "nameSize" | "rails"> {
  /** Least width of the drawing. */
  readonly from: number;
  /** Between band and edge. */
  readonly margin: number;
  /** Advance of one character of a time, an estimate on the safe side. */
  readonly timeCharacter: number;
}

/** The fonts that go with each size stand in sequence-diagram.css. */
const SIZES: Readonly<Record<DiagramSize, SizeMetrics>> = {
  small: {
    from: 0,
    margin: 4,
    timeEnd: 34,
    band: 67,
    slant: 22,
    slice: 24,
    labelCharacter: 6.03,
    noteCharacter: 5.6,
    timeCharacters: 6,
    timeCharacter: 5.5,
    labelLine: 17,
    chipLine: 19,
    callLine: 15,
  },
  medium: {
    from: 480,
    margin: 8,
    timeEnd: 68,
    band: 100,
    slant: 16,
    slice: 16,
    labelCharacter: 7.23,
    noteCharacter: 6.3,
    timeCharacters: 10,
    timeCharacter: 6.2,
    labelLine: 17,
    chipLine: 19,
    callLine: 15,
  },
  large: {
    from: 760,
    margin: 8,
    timeEnd: 84,
    band: 126,
    slant: 20,
    slice: 20,
    labelCharacter: 9.04,
    noteCharacter: 7.7,
    timeCharacters: 10,
    timeCharacter: 7.8,
    labelLine: 20,
    chipLine: 23,
    callLine: 18,
  },
};

/** Width of SYN-RECEIVED, the longest name, in sizes of its bold letters. */
const LONGEST_NAME = 8.1;
/** Height of a line of names, in sizes of its letters. */
const NAME_LINE = 1.3;
/** Between the lifelines there must be room for flags and an acknowledgment number. */
const LEAST_BETWEEN = 130;
/**
 * On a phone names are as large as they can be, set close, and broken at their hyphens: ESTABLISHED is the longest piece.
 * Between the lifelines there is room for the chips. Times give way, which the panel of the segment tells, too; a time of
 * day was asked for, and stays.
 */
const PHONE_NAMES = { letters: 11, longest: 7.45, between: 184 } as const;

interface MetricsWish {
  /**
   * Whether the column of times holds a time of day, `10:00:05.123456`, of which a small drawing has room for whole
   * seconds.
   */
  readonly clock?: boolean;
  /** Size of the letters of state names; the bands become as wide as they need. null: what goes with the width. */
  readonly nameSize?: number | null;
  readonly rails?: readonly Rail[];
}

/** The measures of a drawing `width` pixels wide. */
export function metricsFor(
  width: number,
  { clock = false, nameSize = null, rails = [] }: MetricsWish = {},
): Metrics {
  const [outerLeft, outerRight] = [widthOf(rails, "client"), widthOf(rails, "server")];
  const inner = width - outerLeft - outerRight;
  const size = inner < SIZES.medium.from ? "small" : inner < SIZES.large.from ? "medium" : "large";
  const { from: _, margin, timeCharacter, band: usual, slice, ...measures } = SIZES[size];
  const timeCharacters = !clock ? measures.timeCharacters : size === "small" ? 8 : 15;
  const timeColumn = measures.timeEnd + (timeCharacters - measures.timeCharacters) * timeCharacter;
  const right = width - margin - outerRight;
  const phone = size === "small" && nameSize === null ? PHONE_NAMES : null;
  const { letters, longest, between } = phone ?? {
    letters: nameSize,
    longest: LONGEST_NAME,
    between: LEAST_BETWEEN,
  };
  const least = phone && !clock ? 2 * longest * phone.letters + between : 0;
  const timeEnd = right - timeColumn - outerLeft - margin < least ? 0 : timeColumn;
  const left = timeEnd + outerLeft + margin;
  const widest = (right - left - between) / 2;
  const band = Math.max(usual, Math.min(longest * (letters ?? 0), widest));
  const fitting = letters && Math.min(letters, band / longest);
  return {
    ...measures,
    timeCharacters,
    timeEnd,
    band,
    slice: Math.max(slice, NAME_LINE * (fitting ?? 0)),
    width,
    size,
    nameSize: fitting,
    rails,
    clientX: left + band,
    serverX: right - band,
  };
}

function widthOf(rails: readonly Rail[], side: Side): number {
  return rails.reduce((sum, rail) => sum + (rail.side === side ? rail.width : 0), 0);
}

/** The left edge of a rail. */
export function railLeft({ rails, timeEnd, width }: Metrics, rail: Rail): number {
  const before = widthOf(rails.slice(0, rails.indexOf(rail)), rail.side);
  return before + (rail.side === "client" ? timeEnd : width - widthOf(rails, "server"));
}
