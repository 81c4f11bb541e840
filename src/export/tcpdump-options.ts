import { OptionKind, type RawOption, splitOptions } from "../segments/options.ts";

/**
 * Option octets as tcpdump 4.99 prints them between `options [` and `]`. Where tcpdump would print a meaning but not
 * the octets (MPTCP, experiments, a wrong length), the option is printed like an unknown kind, `unknown-30 0x0081…`,
 * so that the text loses no octet.
 */
export function printOptions(octets: Uint8Array): string {
  return splitOptions(octets).map(printOption).join(",");
}

function printOption({ kind, octets, isMalformed }: RawOption): string {
  if (isMalformed) return "[bad opt]";
  return PRINTERS[kind]?.(octets) ?? printUnknown(kind, octets);
}

/** Printers by kind; null if the length does not fit the kind. */
const PRINTERS: Readonly<Record<number, (octets: Uint8Array) => string | null>> = {
  [OptionKind.End]: () => "eol",
  [OptionKind.NoOperation]: () => "nop",
  [OptionKind.MaximumSegmentSize]: (octets) => (octets.length === 2 ? `mss ${number(octets, 0, 2)}` : null),
  [OptionKind.WindowScale]: (octets) => (octets.length === 1 ? `wscale ${octets[0]}` : null),
  [OptionKind.SackPermitted]: (octets) => (octets.length === 0 ? "sackOK" : null),
  [OptionKind.Sack]: printSack,
  [OptionKind.Timestamps]: (octets) =>
    octets.length === 8 ? `TS val ${number(octets, 0, 4)} ecr ${number(octets, 4, 4)}` : null,
  [OptionKind.UserTimeout]: (octets) => (octets.length === 2 ? printUserTimeout(number(octets, 0, 2)) : null),
  [OptionKind.TcpAo]: (octets) =>
    octets.length > 2
      ? `tcp-ao keyid ${octets[0]} rnextkeyid ${octets[1]} mac 0x${hex(octets.subarray(2))}`
      : null,
  // RFC 7413: an empty cookie asks for one. tcpdump prints two blanks.
  [OptionKind.FastOpen]: (octets) =>
    octets.length === 0 ? "tfo  cookiereq" : octets.length >= 4 ? `tfo  cookie ${hex(octets)}` : null,
};

function printSack(octets: Uint8Array): string | null {
  if (octets.length === 0 || octets.length % 8 !== 0) return null;
  let blocks = "";
  for (let at = 0; at < octets.length; at += 8) {
    blocks += `{${number(octets, at, 4)}:${number(octets, at + 4, 4)}}`;
  }
  return `sack ${octets.length / 8} ${blocks}`;
}

/** RFC 5482: the first bit tells minutes from seconds; tcpdump looks at the last one, and so do we. */
function printUserTimeout(value: number): string {
  return `uto 0x${value.toString(16)} ${(value & 1) === 1 ? (value >> 1) * 60 : value >> 1}`;
}

function printUnknown(kind: number, octets: Uint8Array): string {
  return octets.length === 0 ? `unknown-${kind}` : `unknown-${kind} 0x${hex(octets)}`;
}

function number(octets: Uint8Array, at: number, length: 2 | 4): number {
  let value = 0;
  for (let i = 0; i < length; i++) value = value * 256 + (octets[at + i] ?? 0);
  return value;
}

function hex(octets: Uint8Array): string {
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, "0")).join("");
}
