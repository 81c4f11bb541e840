import { hexOctets, uint16, uint16Little, uint32Little } from "../base/octets.ts";
import type { TextEncodingKind } from "./format-reader.ts";
import type { Refusal } from "./read-report.ts";
import type { RefusalKind } from "./reading-codes.ts";

/** An input that is neither a capture file that is read nor packed: text, or refused by its name. */
type SniffedOther =
  | { readonly kind: "text"; readonly encoding: TextEncodingKind }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** How many octets of unknown data are shown. */
const SHOWN_OCTETS = 8;
const UTF16_SAMPLE = 4096;

/** Formats that are known by name and refused. */
const REFUSED_MAGICS: readonly (readonly [kind: RefusalKind, magic: readonly number[]])[] = [
  ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ["bzip2", [0x42, 0x5a, 0x68]],
  ["lz4", [0x04, 0x22, 0x4d, 0x18]],
  ["compress", [0x1f, 0x9d]],
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["7-zip", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["ngsniffer", ascii("TRSNIFF data")],
  ["5views", [0xaa, 0xaa, 0xaa, 0xaa]],
  ["niobserver", ascii("ObserverPktBufferVersion=")],
  ["visual", [0x05, 0x56, 0x4e, 0x46]],
  ["etherpeek", [0x7f, 0x76, 0x65, 0x72]],
  ["iptrace", ascii("iptrace 1.0")],
  ["iptrace", ascii("iptrace 2.0")],
  ["netmon", [0x52, 0x54, 0x53, 0x53]],
  ["netmon", [0x47, 0x4d, 0x42, 0x55]],
  ["sniffer", [0x58, 0x52, 0x50, 0x00]],
  ["sniffer", [0x58, 0x43, 0x50, 0x00]],
  ["nettl", [0x54, 0x52, 0x00]],
  ["png", [0x89, 0x50, 0x4e, 0x47]],
  ["jpeg", [0xff, 0xd8, 0xff]],
  ["gif", [0x47, 0x49, 0x46, 0x38]],
  ["riff", [0x52, 0x49, 0x46, 0x46]],
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["elf", [0x7f, 0x45, 0x4c, 0x46]],
  ["office", [0xd0, 0xcf, 0x11, 0xe0]],
];

/** Says what an input is of which {@link sniff} knows nothing better. @param head its first octets */
export function sniffOther(head: Uint8Array): SniffedOther {
  if (head.length === 0) return refuse("empty");
  for (const [kind, magic] of REFUSED_MAGICS) {
    if (magic.every((octet, i) => head[i] === octet)) return refuse(kind);
  }
  return sniffText(head);
}

function ascii(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

function sniffText(head: Uint8Array): SniffedOther {
  const mark = uint16(head, 0);
  if (mark === 0xfffe) return { kind: "text", encoding: "utf-16le" };
  if (mark === 0xfeff) return { kind: "text", encoding: "utf-16be" };
  const unmarked = unmarkedUtf16(head.subarray(0, UTF16_SAMPLE));
  if (unmarked !== null) return { kind: "text", encoding: unmarked };
  if (isBinary(head)) return refuseBinary(head);
  return { kind: "text", encoding: "utf-8" };
}

/** Formats without a magic number are recognised by the fields of their first header. */
function refuseBinary(head: Uint8Array): SniffedOther {
  if (isLanalyzer(head)) return refuse("lanalyzer");
  if (NSTRACE.test(String.fromCharCode(...head.subarray(0, NSTRACE_SAMPLE)))) return refuse("nstrace");
  if (isErf(head)) return refuse("erf");
  if (isCommview(head, COMMVIEW) || isCommview(head, COMMVIEW_X)) return refuse("commview");
  return refuse("binary", { octets: hexOctets(head, 0, SHOWN_OCTETS) });
}

/** NetScaler writes what it is into its first record. */
const NSTRACE = /NetScaler (?:V\d\d )?Performance Data/i;
const NSTRACE_SAMPLE = 64;

const ERF_HEADER = 16;
const LAST_ERF_TYPE = 48;
/** The year 2001, in seconds since 1970. */
const EARLIEST = 1e9;
const A_YEAR = 366 * 24 * 3600;

/** Two ERF records: little-endian seconds at 4, a type at 8, the length of the whole record at 10. */
function isErf(head: Uint8Array): boolean {
  if (head.length < ERF_HEADER) return false;
  const next = uint16(head, 10);
  if (next < ERF_HEADER || head.length < next + ERF_HEADER) return false;
  const isRecord = (at: number): boolean => {
    const type = head[at + 8] & 0x7f;
    return type > 0 && type <= LAST_ERF_TYPE && uint16(head, at + 10) >= ERF_HEADER;
  };
  const [first, second] = [uint32Little(head, 4), uint32Little(head, next + 4)];
  return isRecord(0) && isRecord(next) && first > EARLIEST && Math.abs(second - first) < A_YEAR;
}

const LANALYZER_HEADER = 0x1001;
const LANALYZER_CYCLIC = 0x1007;

/** Records with a type, whose high octet is 0x10, and a length: the header, then the names of channels or the summary. */
function isLanalyzer(head: Uint8Array): boolean {
  if (head.length < 8) return false;
  const type = uint16Little(head, 0);
  const next = 4 + uint16Little(head, 2);
  if (type !== LANALYZER_HEADER && type !== LANALYZER_CYCLIC) return false;
  return next + 2 > head.length || head[next + 1] === LANALYZER_HEADER >> 8;
}

/** Where the time stands in the header of a CommView packet: a 16-bit year, then an octet each down to the seconds. */
const COMMVIEW = { year: 5, direction: 21, length: 24 } as const;
/** The same in NCFX. */
const COMMVIEW_X = { year: 4, direction: 17, length: 20 } as const;

function isCommview(
  head: Uint8Array,
  { year, direction, length }: typeof COMMVIEW | typeof COMMVIEW_X,
): boolean {
  if (head.length < length || head[direction] > 3) return false;
  const [month, day, hours, minutes, seconds] = head.subarray(year + 2, year + 7);
  const isYear = uint16Little(head, year) >= 1990 && uint16Little(head, year) <= 2100;
  const isDate = isYear && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return isDate && hours <= 23 && minutes <= 59 && seconds <= 60;
}

/** Finds UTF-16 without a mark: mostly ASCII text has a NUL in nearly every other octet, and none between. */
function unmarkedUtf16(sample: Uint8Array): TextEncodingKind | null {
  let evenNuls = 0;
  let oddNuls = 0;
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) evenNuls++;
    else oddNuls++;
  }
  const pairs = Math.floor(sample.length / 2);
  if (pairs === 0) return null;
  if (evenNuls === 0 && oddNuls > 0.9 * pairs) return "utf-16le";
  if (oddNuls === 0 && evenNuls > 0.9 * pairs) return "utf-16be";
  return null;
}

function isBinary(sample: Uint8Array): boolean {
  let controls = 0;
  for (const octet of sample) {
    if (octet === 0) return true;
    if (octet < 0x20 && !isTextControl(octet)) controls++;
  }
  return controls > 0.1 * sample.length;
}

/** Whether a control character occurs in terminal output: BS TAB LF FF CR ESC. */
function isTextControl(octet: number): boolean {
  return (
    octet === 0x08 || octet === 0x09 || octet === 0x0a || octet === 0x0c || octet === 0x0d || octet === 0x1b
  );
}

function refuse(kind: RefusalKind, values?: Refusal["values"]): SniffedOther {
  return { kind: "refused", refusal: values === undefined ? { kind } : { kind, values } };
}
