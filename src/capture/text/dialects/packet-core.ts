import { isBlank } from "../lines/text-cursor.ts";
import { closesName, endStart, nameStart, endStop, skipBlanksBack, sourceStart } from "./printed-end.ts";

/** `SRC > DST:` somewhere in a line, with indices into the line. */
export interface EndsPlace {
  readonly source: string;
  readonly destination: string;
  /** The text of both ends, a key for caches. */
  readonly key: string;
  /** Where the source token starts: everything before is time, interface, link and network layer. */
  readonly from: number;
}

const GREATER = 62;
const MINUS = 45;
const ARROW = 0x2192;
const COLON = 58;
/** The longest name of an end. */
const LONGEST_END = 256;

/**
 * The two ends to the left of the colon at `colon`: `a.1 > b.2:`, also `a.1 >b.2:`. The colon is the anchor, so a
 * name may contain anything: `<client>.1 > <server>.2:`, `my laptop.1 > the server.2:`. The direction sign is the
 * nearest `>` between blanks or, without any, the nearest `>` that touches a name. Null when there is no name on both
 * sides.
 */
export function endsBefore(line: string, colon: number): EndsPlace | null {
  const end = skipBlanksBack(line, colon);
  const spaced = spacedArrow(line, end);
  if (spaced !== null) {
    const from = skipBlanks(line, spaced.after);
    const ends = from < end ? withSource(line, spaced.at, from, end) : null;
    if (ends !== null && isPrintedEnd(ends.destination)) return ends;
  }
  const destinationFrom = endStart(line, end);
  if (destinationFrom === end) return null;
  const arrowEnd = skipBlanksBack(line, destinationFrom);
  const arrow = line.charCodeAt(arrowEnd - 1);
  if (arrow !== GREATER && arrow !== ARROW) return null;
  const at = line.charCodeAt(arrowEnd - 2) === MINUS ? arrowEnd - 2 : arrowEnd - 1;
  return withSource(line, at, destinationFrom, end);
}

interface Arrow {
  readonly at: number;
  readonly after: number;
}

/** The nearest ">", "->" or "→" between blanks before `end`, outside of names if there is one. */
function spacedArrow(line: string, end: number): Arrow | null {
  return arrowBefore(line, end, nameStart) ?? arrowBefore(line, end, () => -1);
}

/** @param skip where to go on at a character that closes a name; -1 at any other */
function arrowBefore(line: string, end: number, skip: typeof nameStart): Arrow | null {
  const last = Math.max(0, end - LONGEST_END);
  for (let at = end - 1; at >= last; at--) {
    const opener = skip(line, at);
    if (opener >= 0) at = opener;
    const code = line.charCodeAt(at);
    if ((code !== GREATER && code !== ARROW) || !isBlank(line.charCodeAt(at + 1))) continue;
    const from = line.charCodeAt(at - 1) === MINUS ? at - 1 : at;
    if (isBlank(line.charCodeAt(from - 1))) return { at: from, after: at + 1 };
  }
  return null;
}

/** `length 74: a.1 >b.2` is more than an end: the arrow before it belongs to the layer below. */
function isPrintedEnd(text: string): boolean {
  return !text.includes(": ");
}

/** The ends round a `>` at `arrow`, with the index behind the colon that closes them; null if there are none. */
export function endsAround(line: string, arrow: number): { ends: EndsPlace; after: number } | null {
  if (closesName(line, arrow)) return null;
  const from = skipBlanks(line, arrow + 1);
  const at = endStop(line, from);
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
  const destination = line.slice(destinationFrom, destinationEnd);
  const from = sourceStart(line, sourceEnd, destination);
  if (from === sourceEnd) return null;
  return {
    source: line.slice(from, sourceEnd),
    destination,
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

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (isBlank(line.charCodeAt(at))) at++;
  return at;
}
