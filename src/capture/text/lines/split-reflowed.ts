const STAMP = "(?:\\d{4}-\\d\\d-\\d\\d )?(?:\\d\\d:\\d\\d:\\d\\d\\.\\d{3,9}|\\d{9,10}\\.\\d{6,9})";
/** The unmistakable start of a packet, after any text: `12:49:33.192983 IP a.1 > b.2:`. */
const UNMISTAKABLE = `${STAMP} (?:\\S{1,20}\\s{1,8}(?:In|Out|B|M|P)\\s{1,4})?IP6? \\S{1,100} > \\S{1,100}:`;
/** Older formats lack `IP`, so the end of the packet before must be recognised. */
const AFTER_A_PACKET = `(?<=(?:\\blength \\d{1,7}|\\bwin \\d{1,7}|[)>\\]]|\\bbytes)\\s{1,4})${STAMP} \\S{1,100} > `;
const NEXT_PACKET = new RegExp(
  `(?<=\\s)(?<!\\d\\d-\\d\\d )(?:(?=${UNMISTAKABLE})|(?=${STAMP})${AFTER_A_PACKET})`,
  "g",
);

/** The longest start of a packet: a stamp, an interface and two ends. */
export const LONGEST_START = 400;
/** As {@link UNMISTAKABLE}, after a blank and not between a date and its time. */
const PACKET = new RegExp(`(?<=\\s)(?<!\\d\\d-\\d\\d )(?=${UNMISTAKABLE})`, "g");

/** The start of the first packet at or after `from`; -1 if there is none. */
export function packetStart(text: string, from: number): number {
  PACKET.lastIndex = from;
  return PACKET.exec(text)?.index ?? -1;
}

/** The start of the last packet after `from` and not after `to`; -1 if there is none. */
export function packetStartWithin(text: string, from: number, to: number): number {
  const window = text.slice(from, to + LONGEST_START);
  let last = -1;
  for (const { index } of window.matchAll(PACKET)) if (index > 0 && from + index <= to) last = from + index;
  return last;
}

/**
 * Cuts a line in which an editor joined several packet lines. Null if there is nothing to cut, which is cheap to find
 * out. It never cuts between a date and its time.
 */
export function splitReflowed(line: string): string[] | null {
  const first = line.indexOf(">");
  if (first < 0 || line.indexOf(">", first + 30) < 0) return null;
  const pieces: string[] = [];
  let at = 0;
  NEXT_PACKET.lastIndex = first;
  for (let match = NEXT_PACKET.exec(line); match !== null; match = NEXT_PACKET.exec(line)) {
    pieces.push(line.slice(at, match.index).trimEnd());
    at = match.index;
    NEXT_PACKET.lastIndex = at + 1;
  }
  if (pieces.length === 0) return null;
  pieces.push(line.slice(at));
  return pieces;
}
