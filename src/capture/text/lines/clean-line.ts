/** Matches whatever tcpdump does not print: non-ASCII, control characters, entities, elements. */
const SUSPICIOUS = /[^\t\x20-\x7e]|&[a-zA-Z#]|=""|\\[[\]<>|_*]|<\/?[a-zA-Z]|<;/;
const ESCAPES = /\x1b(?:\[[0-?]{0,32}[ -/]{0,8}[@-~]|\][^\x07\x1b]{0,1000}(?:\x07|\x1b\\)?|[@-Z\\-_])|\x08/g;
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;
const SPACES = /[\u00a0\u2000-\u200a\u202f\u3000]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  gt: ">",
  lt: "<",
  amp: "&",
  quot: '"',
  apos: "'",
  nbsp: " ",
  rarr: "→",
};
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,5}));/g;
/** Markdown as programs write it: `a \\> b: Flags \\[S\\]`. */
const ESCAPED = /\\([[\]<>|_*])/g;
/** Only elements that pages put around text: `<mss 1460,…>` is an option list, and `<a>.443` or `<a > b>.443` a redacted host. */
const ELEMENT =
  /<(?![a-zA-Z]{1,9}(?: > [^<>]{1,50})?>\.\w)\/?(?:a|abbr|article|b|blockquote|body|br|caption|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|head|header|hr|html|i|img|ins|kbd|li|link|main|mark|meta|nav|ol|p|pre|q|s|samp|script|section|small|span|strike|strong|style|sub|summary|sup|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul|var)(?:\s[^<>]{0,2000})?\/?>/gi;

/** Columns of a table. */
const CELL_END = /<\/t[dh]>/gi;

/** Replacements; every other character of {@link SUBSTITUTED} is a dash. */
const SUBSTITUTES = new Map<string, string>([
  ["\u201c", '"'],
  ["\u201d", '"'],
  ["\u2018", "'"],
  ["\u2019", "'"],
  ["\u2039", "<"],
  ["\u203a", ">"],
  ["\ufe65", ">"],
]);
const SUBSTITUTED = /[\u201c\u201d\u2018\u2019\u2039\u203a\u2010-\u2013\u2212\ufe65\uff01-\uff5e]/g;

/**
 * Undoes what editors, pages and input methods do to a line (docs/text-formats.md section 2): escape sequences,
 * invisible characters, full-width punctuation, entities (also doubly encoded), elements. A line that
 * tcpdump printed comes back as it is. White space at the end is gone.
 */
export function cleanLine(raw: string): string {
  if (!SUSPICIOUS.test(raw)) return raw.trimEnd();
  let line = raw
    .replace(ESCAPES, "")
    .replace(INVISIBLE, "")
    .replace(SPACES, " ")
    .replace(SUBSTITUTED, substitute);
  if (line.includes("\\")) line = line.replace(ESCAPED, "$1");
  if (line.includes("&")) {
    line = line.replace(ENTITY, decodeEntity);
    if (line.includes("&")) line = line.replace(ENTITY, decodeEntity);
  }
  if (line.includes("<")) line = line.replace(CELL_END, "\t").replace(ELEMENT, "").replaceAll("<;", "<");
  if (line.includes('=""')) line = line.replaceAll('=""', "");
  return line.trimEnd();
}

function substitute(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01) return String.fromCharCode(code - 0xfee0);
  return SUBSTITUTES.get(character) ?? "-";
}

function decodeEntity(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name] ?? entity;
  const code = Number(decimal ?? `0x${hex}`);
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : entity;
}
