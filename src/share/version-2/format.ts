/** The prefix of every link of version 2. */
export const PREFIX = "2.";

/** What a section can be called. */
export const SECTION_NAME = /^[a-z][a-z-]*$/u;
export const LONGEST_SECTION_NAME = 32;
export const MOST_SECTIONS = 32;

export const MOST_NOTES = 200;
/** A code point takes at most so many octets of UTF-8. */
export const OCTETS_A_CHARACTER = 4;
export const FEWEST_ANSWERS = 2;
export const MOST_ANSWERS = 6;

/** Bits of the octet that begins a note. */
export const NoteBit = {
  /** Two bits: index into {@link NOTE_PLACES}. */
  Place: 0x3,
  /** Of a state: it is the server's. */
  Server: 0x4,
  Question: 0x8,
} as const;
export const NOTE_PLACES = ["connection", "segment", "state"] as const;

/** Bits of the octet that begins the section of two captures. */
export const WitnessBit = {
  /** The second capture is at the client's side. */
  SecondAtClient: 0x1,
  Clock: 0x2,
  Rate: 0x4,
  Step: 0x8,
} as const;
/** Every bit of `Shown`. */
export const ALL_SHOWN = 0x3f;
