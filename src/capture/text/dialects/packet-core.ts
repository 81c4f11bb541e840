import { isBlank } from "../lines/text-cursor.ts";

/** `SRC > DST:` somewhere in a line; places are indices into the line. */
export interface EndsPlace {
  readonly source: string;
  readonly destination: string;
  /** The text of both: a key for what was found out about them. */
  readonly key: string;
  /** Where the source token starts: everything before is time, interface, link and network layer. */
  readonly from: number;
}

/** Characters that end a printed address: `[\s<>,;()"]`, and what encloses a line in prose. */
const ENDS_TOKEN = new Uint8Array(128);
for (const character of " \t<>,;()\"'`|") ENDS_TOKEN[character.charCodeAt(0)] = 1;
const GREATER = 62;
const ARROW = 0x2192;
const COLON = 58;

/**
 * The ends that stand left of a colon at `colon`: `a.1 > b.2:`, also `a.1 >b.2:`. Null when there is no `>`
 * with a token on both sides. Looks back over the two tokens only.
 */
export function endsBefore(line: string, colon: number): EndsPlace | null {
  const destinationEnd = skipBlanksBack(line, colon);
  const destinationFrom = tokenStart(line, destinationEnd);
  if (destinationFrom === destinationEnd) return null;
  const arrowEnd = skipBlanksBack(line, destinationFrom);
  const arrow = line.charCodeAt(arrowEnd - 1);
  if (arrow !== GREATER && arrow !== ARROW) return null;
  return withSource(line, arrowEnd - 1, destinationFrom, destinationEnd);
}

/** The ends round a `>` at `arrow`, with the index behind the colon that closes them; null if there are none. */
export function endsAround(line: string, arrow: number): { ends: EndsPlace; after: number } | null {
  let at = arrow + 1;
  while (isBlank(line.charCodeAt(at))) at++;
  const from = at;
  while (at < line.length && !endsToken(line.charCodeAt(at))) at++;
  if (at === from) return null;
  const isGlued = line.charCodeAt(at - 1) === COLON;
  if (!isGlued && line.charCodeAt(at + 1) !== COLON) return null;
  const ends = withSource(line, arrow, from, isGlued ? at - 1 : at);
  return ends === null || ends.destination === "" ? null : { ends, after: isGlued ? at : at + 2 };
}

function withSource(
  line: string,
  arrow: number,
  destinationFrom: number,
  destinationEnd: number,
): EndsPlace | null {
  const sourceEnd = skipBlanksBack(line, arrow);
  const from = tokenStart(line, sourceEnd);
  if (from === sourceEnd) return null;
  return {
    source: line.slice(from, sourceEnd),
    destination: line.slice(destinationFrom, destinationEnd),
    key: line.slice(from, destinationEnd),
    from,
  };
}

/**
 * IPv6 with an extension header prints the ports alone and the addresses before it:
 * `IP6 A > B: DSTOPT (padn) 51004 > 443: Flags [S]`, in 3.9 `(padn)51004`.
 */
export function withOuterAddresses(line: string, ends: EndsPlace): EndsPlace {
  if (ends.source.includes(".") || ends.destination.includes(".")) return ends;
  if (ends.source.includes(":") || ends.destination.includes(":")) return ends;
  const prefix = line.slice(0, ends.from);
  const arrow = prefix.lastIndexOf(" > ");
  if (arrow < 0) return ends;
  const outer = endsAround(prefix, arrow + 1);
  if (outer === null || !outer.ends.source.includes(":")) return ends;
  const source = `${outer.ends.source}.${ends.source}`;
  const destination = `${outer.ends.destination}.${ends.destination}`;
  return {
    source,
    destination,
    key: `${source} > ${destination}`,
    from: outer.ends.from,
  };
}

function skipBlanksBack(line: string, end: number): number {
  let at = end;
  while (at > 0 && isBlank(line.charCodeAt(at - 1))) at--;
  return at;
}

function tokenStart(line: string, end: number): number {
  let at = end;
  while (at > 0 && !endsToken(line.charCodeAt(at - 1))) at--;
  return at;
}

function endsToken(code: number): boolean {
  return code < 128 && ENDS_TOKEN[code] === 1;
}
