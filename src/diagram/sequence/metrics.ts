/** All measures of the sequence diagram, in CSS pixels. */
export interface Metrics {
  /** Of the whole drawing. */
  readonly width: number;
  /** Right edge of the column of times. */
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
  readonly isNarrow: boolean;
}

/** Below this width everything is set smaller. */
const NARROW = 480;

/** Height of one line of labels, of chips and of socket calls. */
export const LABEL_LINE = 17;
export const CHIP_LINE = 19;
export const CALL_LINE = 15;
/** Height of one event after the last segment, and where in it its line is. */
export const TAIL_ROW = 54;
export const TAIL_LINE = 22;
/** Between label and arrow, and above and below what belongs to one segment. */
export const LABEL_GAP = 4;
export const ROW_PAD = 7;
/** What a label keeps from a lifeline. */
export const GUTTER = 12;
/** Between two things on one line. */
export const GAP = 8;
/** Between a call or a time and the label beside it. */
export const NOTE_GAP = 12;
/** What a chip adds to its text. */
export const CHIP_PAD = 12;

/** The measures of a drawing `width` pixels wide. */
export function metricsFor(width: number): Metrics {
  const isNarrow = width < NARROW;
  const timeEnd = isNarrow ? 40 : 68;
  const band = isNarrow ? 66 : 100;
  const margin = isNarrow ? 2 : 8;
  return {
    width,
    timeEnd,
    band,
    clientX: timeEnd + margin + band,
    serverX: width - margin - band,
    slant: isNarrow ? 22 : 16,
    slice: isNarrow ? 24 : 16,
    labelCharacter: isNarrow ? 6.03 : 7.23,
    noteCharacter: isNarrow ? 5.6 : 6.3,
    timeCharacters: isNarrow ? 7 : 10,
    isNarrow,
  };
}
