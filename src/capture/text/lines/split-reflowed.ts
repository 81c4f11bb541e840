const STAMP = "(?:\\d{4}-\\d\\d-\\d\\d )?(?:\\d\\d:\\d\\d:\\d\\d\\.\\d{3,9}|\\d{9,10}\\.\\d{6,9})";
/** The unmistakable start of a packet, after any text: `12:49:33.192983 IP a.1 > b.2:`. */
const UNMISTAKABLE = `${STAMP} (?:\\S{1,20}\\s{1,8}(?:In|Out|B|M|P)\\s{1,4})?IP6? \\S{1,100} > \\S{1,100}:`;
/** Older formats lack `IP`, so the end of the packet before must be recognised. */
const AFTER_A_PACKET = `(?<=(?:\\blength \\d{1,7}|\\bwin \\d{1,7}|[)>\\]]|\\bbytes)\\s{1,4})${STAMP} \\S{1,100} > `;
const NEXT_PACKET = new RegExp(
  `(?<=\\s)(?<!\\d\\d-\\d\\d )(?:(?=${UNMISTAKABLE})|(?=${STAMP})${AFTER_A_PACKET})`,
  "g",
);

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
