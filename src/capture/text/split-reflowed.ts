/** A time that follows the end of a packet and precedes the next one, on one line. */
const NEXT_PACKET =
  /(?<=\blength \d{1,7}|\bwin \d{1,7}|[)>\]]|\bbytes)(?:: [A-Za-z]{2,12})?\s{1,4}(?=(?:\d{4}-\d\d-\d\d )?(?:\d\d:\d\d:\d\d\.\d{3,9}|\d{9,10}\.\d{6,9}) (?:IP6? |\S{1,100} > |In |Out |\S{1,20}\s{1,8}(?:In|Out) ))/g;

/**
 * Cuts a line in which an editor made one paragraph of several packet lines. Null if there is nothing to cut,
 * which costs next to nothing to find out.
 */
export function splitReflowed(line: string): string[] | null {
  const first = line.indexOf(">");
  if (first < 0 || line.indexOf(">", first + 30) < 0) return null;
  const pieces: string[] = [];
  let at = 0;
  NEXT_PACKET.lastIndex = 0;
  for (let match = NEXT_PACKET.exec(line); match !== null; match = NEXT_PACKET.exec(line)) {
    pieces.push(line.slice(at, match.index));
    at = match.index + match[0].length;
    if (match[0] === "") NEXT_PACKET.lastIndex++;
  }
  if (pieces.length === 0) return null;
  pieces.push(line.slice(at));
  return pieces;
}
