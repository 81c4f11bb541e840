import { isBlank } from "../lines/text-cursor.ts";

/** Characters that end a printed address: `[\s<>,;()"]`, and what encloses a line in prose. */
const ENDS_TOKEN = codesOf(" \t<>,;()\"'`|");
const GREATER = 62;
const POINT = 46;
const COLON = 58;
const BLANK = 32;
/** A bracket or quotation mark that closes a redacted name, and what opens it. */
const OPENERS = new Map([
  [">", "<"],
  [")", "("],
  ["]", "["],
  ["}", "{"],
  ['"', '"'],
  ["'", "'"],
  ["`", "`"],
]);
const CLOSERS = new Map(Array.from(OPENERS, ([closer, opener]) => [opener, closer]));
const OPENING = codesOf(CLOSERS.keys());
const CLOSING = codesOf(OPENERS.keys());
/** A redacted name has no more characters between its brackets. */
const LONGEST_NAME = 64;
/** What stands before a source is looked at this far back. */
const LONGEST_PREFIX = 400;

/**
 * Where the printed end starts whose last character stands before `end`. Authors put a name for what they hide:
 * `<client>.50001`, `"my host".50001`, `(client).50001`, `{{client}}.50001`. A bracket belongs to the name when its
 * partner is there and the name goes on behind it; any other ends the name.
 */
export function endStart(line: string, end: number): number {
  let at = end;
  while (at > 0) {
    const opener = openerOf(line, at - 1);
    if (opener >= 0) at = opener;
    else if (endsToken(line.charCodeAt(at - 1))) break;
    else at--;
  }
  return at;
}

/** Where the printed end stops that starts at `from`; see {@link endStart}. */
export function endStop(line: string, from: number): number {
  let at = from;
  while (at < line.length) {
    const closer = closerOf(line, at);
    if (closer >= 0) at = closer + 1;
    else if (endsToken(line.charCodeAt(at))) break;
    else at++;
  }
  return at;
}

/**
 * What tcpdump prints right before a source: `IP `, the head of `-v`, the length of `-e`, or behind that the end of a VLAN
 * tag, `vlan 5, p 0, ethertype IPv4, `. All from there to the direction sign is the name, whatever it holds:
 * `IP my laptop.50001 > …`.
 */
const BEFORE_SOURCE =
  /(?<=(?:^|[\d:)|\]}]|\b(?:In|Out|B|M|P))\s{0,8})\bIP6? |\(tos [^()]{0,99}(?:\([^()]{0,40}\)[^()]{0,99}){0,4}\)\s{1,4}|payload length:? \d{1,5}\)\s|, length:? \d{1,7}: |, ethertype IPv[46](?: \(0x[0-9a-f]{4}\))?, (?!length)/g;
/** A stamp at the start of a line, and words behind it that are no interface (`lo `, `eth0 `). */
const STAMP_AND_WORDS =
  /^\s{0,8}(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d\.\d{3,9} (?!lo |any |In |Out )((?:[\p{L}#$%&*][\p{L}'#$%&*+@/_-]{0,30},? ){1,4})$/u;
/**
 * Where the destination has blanks or such letters, too: words of any script, and an address whose name
 * stands behind it (`내 노트북.50001`, `1.2.3.4 (client).50001`).
 */
const NAMED_WORDS =
  /^\s{0,8}(?:(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d\.\d{3,9} )?((?:(?:\p{L}[^\s:>,.]{0,30}|\d{1,3}(?:\.[\dxX*]{1,3}){3}) ){1,4})$/u;
/** The same without a stamp: in the body below a head of `-v`, or where the destination has blanks, too. */
const WORDS = /^\s{0,8}((?:[A-Za-z#$%&*][A-Za-z'#$%&*+@/_-]{0,30} ){1,4})$/;
const BODY_INDENT = "    ";
/** The last letter of Chinese, Japanese or Korean, with the punctuation behind it, before a name without such letters. */
const EAST_ASIAN_PROSE = /^.*[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff][:.,]?(?=[\x21-\x7e][^.]*\.)/u;

/**
 * As {@link endStart}, for the source of a line whose destination is known. In prose, Chinese words without a blank
 * between them and the source are no part of it: `Server返回localhost.8888 > …` (seed 004).
 */
export function sourceStart(line: string, end: number, destination: string): number {
  const from = endStart(line, end);
  if (from === end || isLayer(line, from)) return from;
  const prefix = line.slice(Math.max(0, from - LONGEST_PREFIX), from);
  let behind = -1;
  for (const match of prefix.matchAll(BEFORE_SOURCE)) behind = match.index + match[0].length;
  if (behind >= 0) return isName(prefix.slice(behind)) ? from - prefix.length + behind : from;
  const isNamed = destination.includes(" ") || !isAscii(destination) || !isAscii(line.charAt(from));
  const mayBeWords = destination.includes(" ") || line.startsWith(BODY_INDENT);
  const words = (STAMP_AND_WORDS.exec(prefix) ??
    (mayBeWords ? WORDS.exec(prefix) : null) ??
    (isNamed ? NAMED_WORDS.exec(prefix) : null))?.[1];
  if (words !== undefined) return from - words.length;
  const near = Math.max(from, end - LONGEST_PREFIX);
  const prose = isAscii(destination) ? EAST_ASIAN_PROSE.exec(line.slice(near, end)) : null;
  return prose === null ? from : near + prose[0].length;
}

/** Whether what stands before `from` is the usual: nothing, `IP `, or the end of another layer. */
function isLayer(line: string, from: number): boolean {
  if (line.charCodeAt(from - 1) !== BLANK) return false;
  const before = line.slice(Math.max(0, from - 5), from);
  return /(?: IP| IP6|:|\d\)) $/.test(before);
}

/** `A > B: `, `(class 0x20, …` and `vlan 5, p 0, …` are a layer of their own, not the start of a name. */
function isName(text: string): boolean {
  return (
    text.length < LONGEST_NAME &&
    !/ > |: |\bethertype |\bvlan \d|\((?:class|flowlabel|hlim|tos|frag)\b/.test(text)
  );
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

/** Whether the ">" at `at` closes a "<" before it, and so is a letter of a name and no direction sign. */
export function closesName(line: string, at: number): boolean {
  return nameStart(line, at) >= 0;
}

/** Where the "<" stands that the ">" at `at` closes; -1 if it closes no name. */
export function nameStart(line: string, at: number): number {
  return line.charCodeAt(at) === GREATER ? openerOf(line, at) : -1;
}

/**
 * The index of the bracket that the one at `closer` closes; -1 if it closes no name. Only "<" and ">" are letters of a
 * name wherever they stand; other brackets and quotation marks may enclose the line, unless a port follows them.
 */
function openerOf(line: string, closer: number): number {
  if (!isMarked(CLOSING, line.charCodeAt(closer)) || isBlank(line.charCodeAt(closer - 1))) return -1;
  const opener = OPENERS.get(line.charAt(closer));
  const hasPort = isBeforePort(line, closer + 1);
  if (opener !== "<" && !hasPort) return -1;
  for (let at = closer - 1, inner = 0; at >= 0 && closer - at <= LONGEST_NAME; at--) {
    const character = line.charAt(at);
    // `12:49:33.1 < a.1 > b.2`: the direction that old Red Hat builds print.
    if (character === opener && inner-- === 0)
      return closer - at > 1 && !isBlank(line.charCodeAt(at + 1)) ? at : -1;
    // A direction within a name is a letter of it: `<lan > client>.50001`.
    if (character === ">" && opener === "<" && hasPort && isSpaced(line, at)) continue;
    // Another name, unless it stands within this one: `<<client>>`.
    if (character === ">" && (opener !== "<" || at < closer - ++inner)) return -1;
  }
  return -1;
}

/** The index of the bracket that closes the one at `opener`; -1 if that opens no name. */
function closerOf(line: string, opener: number): number {
  if (!isMarked(OPENING, line.charCodeAt(opener))) return -1;
  const closer = CLOSERS.get(line.charAt(opener)) ?? "";
  const inside = line.slice(opener + 1, opener + 1 + LONGEST_NAME);
  for (let at = inside.indexOf(closer); at >= 0; at = inside.indexOf(closer, at + 1)) {
    if (openerOf(line, opener + 1 + at) === opener) return opener + 1 + at;
  }
  return -1;
}

/** `.443` or `:443`. */
function isBeforePort(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  return code === POINT || (code === COLON && /\d/u.test(line.charAt(at + 1)));
}

function isSpaced(line: string, at: number): boolean {
  return isBlank(line.charCodeAt(at - 1)) && isBlank(line.charCodeAt(at + 1));
}

/** Index behind the last character before `end` that is no blank. */
export function skipBlanksBack(line: string, end: number): number {
  let at = end;
  while (at > 0 && isBlank(line.charCodeAt(at - 1))) at--;
  return at;
}

function endsToken(code: number): boolean {
  return isMarked(ENDS_TOKEN, code);
}

/** @param code may be NaN, beyond the end of a line */
function isMarked(marks: Uint8Array, code: number): boolean {
  return code < 128 && marks[code] === 1;
}

function codesOf(characters: Iterable<string>): Uint8Array {
  const marks = new Uint8Array(128);
  for (const character of characters) marks[character.charCodeAt(0)] = 1;
  return marks;
}
