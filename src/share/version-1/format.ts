import { ACK, FIN, PSH, RST, SYN } from "../../segments/flags.ts";

/** Bits of the first number of a link, see docs/link-format.md. */
export const Part = {
  /** Two bits: index into {@link TIME_KINDS}. */
  TimeKind: 0x3,
  /** Two bits: index into {@link FRAME_MODES}. */
  Frames: 0xc,
  ClientStart: 0x10,
  ServerStart: 0x20,
  ClientClock: 0x40,
  ServerClock: 0x80,
  /** Two bits: index into {@link ADDRESS_KINDS}. */
  Addresses: 0x300,
  Title: 0x400,
  Names: 0x800,
  Marks: 0x1000,
  Errors: 0x2000,
  Repeats: 0x4000,
  Urgent: 0x8000,
  TimesMissing: 0x10000,
  TimesBackward: 0x20000,
  Folds: 0x40000,
  /** Not a part: timestamps and SACK blocks were left out. */
  LacksTimestampsAndSack: 0x80000,
} as const;
export const ALL_PARTS = 0xfffff;
export const FRAMES_SHIFT = 2;
export const ADDRESSES_SHIFT = 8;

export const TIME_KINDS = ["none", "epoch", "time-of-day", "relative"] as const;
/** `not-told`: rows count from 1. `consecutive`: the link holds the first number only. `each`: a column. */
export const FRAME_MODES = ["not-told", "consecutive", "each"] as const;
export const ADDRESS_KINDS = ["ipv4", "ipv6", "each"] as const;

/** The octet of roles: three bits basis, three bits reason of the start, and whether there is a successor. */
export const WHY_SHIFT = 3;
export const SUCCESSOR = 0x40;

/** Times since the epoch count from here: 2020-01-01T00:00:00Z, in nanoseconds. */
export const EPOCH = 1_577_836_800_000_000_000n;

/** The octet that every segment has. */
export const Head = {
  FromServer: 0x01,
  /** Three bits: index into {@link KINDS}, or {@link OTHER_KIND}. */
  Kind: 0x0e,
  Sequence: 0x10,
  Acknowledgment: 0x20,
  Window: 0x40,
  Options: 0x80,
} as const;
export const KIND_SHIFT = 1;

/** Combinations of control bits that have a code of their own, and whether data comes with them. */
export const KINDS: readonly { readonly flags: number; readonly hasData: boolean }[] = [
  { flags: ACK, hasData: false },
  { flags: ACK, hasData: true },
  { flags: PSH | ACK, hasData: true },
  { flags: SYN, hasData: false },
  { flags: SYN | ACK, hasData: false },
  { flags: FIN | ACK, hasData: false },
  { flags: RST | ACK, hasData: false },
];
export const OTHER_KIND = 7;

/** Codes of the column of options; from {@link OptionCode.FirstLayout} on a layout by its number. */
export const OptionCode = { TimestampsOnly: 0, Raw: 1, FirstLayout: 2 } as const;

/** Codes of an echoed TSval; between `Step` and `Explicit` the steps 1, 2, 3 … */
export const EchoCode = { PeersNewest: 0, Same: 1, Step: 2, Explicit: 7 } as const;
export const ECHO_CODES = 8;

/** The prediction for an MSS if the peer has sent none. */
export const USUAL_MSS = 1460;

/** The most segments that a link may hold. */
export const MOST_SEGMENTS = 200_000;
export const MOST_ERRORS = 1000;
export const MOST_FOLDS = 1000;
export const LONGEST_TITLE = 400;
export const LONGEST_NAME = 255;
