import { uint16, uint32 } from "../base/octets.ts";
import { Mark, type SegmentColumns } from "./segment-table.ts";

/** Option kinds that Synfin decodes (IANA "TCP Option Kind Numbers"). */
export const OptionKind = {
  End: 0,
  NoOperation: 1,
  MaximumSegmentSize: 2,
  WindowScale: 3,
  SackPermitted: 4,
  Sack: 5,
  Timestamps: 8,
  Md5: 19,
  UserTimeout: 28,
  TcpAo: 29,
  Mptcp: 30,
  FastOpen: 34,
  Experiment1: 253,
  Experiment2: 254,
} as const;

/** One option as it stands in the header. `octets` is its value without kind and length. */
export interface RawOption {
  readonly kind: number;
  /** Octets of the whole option: 1 for End and NoOperation. */
  readonly length: number;
  readonly octets: Uint8Array;
  /** The length octet is wrong or the option runs past the end of the header. */
  readonly isMalformed: boolean;
}

/** What the known options of one segment say; absent where the segment has no such option. */
export interface TcpOptions {
  readonly mss?: number;
  /** Shift count as sent, 0..255 (RFC 7323 caps its use at 14). */
  readonly windowScale?: number;
  readonly sackPermitted?: true;
  /** SACK blocks as [left edge, right edge) on the wire. */
  readonly sack?: readonly (readonly [left: number, right: number])[];
  /** [TSval, TSecr] (RFC 7323). */
  readonly timestamps?: readonly [value: number, echoReply: number];
  /** Fast Open cookie (RFC 7413); empty for a request. The experimental form 254/0xF989 counts too. */
  readonly fastOpenCookie?: Uint8Array;
}

/** Splits option octets. Stops at the End option or at the first malformed one, which comes last. */
export function splitOptions(octets: Uint8Array): RawOption[] {
  const options: RawOption[] = [];
  let at = 0;
  while (at < octets.length) {
    const kind = octets[at];
    if (kind === OptionKind.End || kind === OptionKind.NoOperation) {
      options.push({ kind, length: 1, octets: octets.subarray(at + 1, at + 1), isMalformed: false });
      if (kind === OptionKind.End) break;
      at += 1;
      continue;
    }
    const length = octets[at + 1];
    if (!(length >= 2 && at + length <= octets.length)) {
      options.push({ kind, length: octets.length - at, octets: octets.subarray(at + 2), isMalformed: true });
      break;
    }
    options.push({ kind, length, octets: octets.subarray(at + 2, at + length), isMalformed: false });
    at += length;
  }
  return options;
}

/**
 * Decodes the known options. An option with a wrong length for its kind is left out. Walks as {@link splitOptions} does,
 * but makes nothing for the options that it passes: all SYNs of a capture are decoded.
 */
export function decodeOptions(octets: Uint8Array, from = 0, end = octets.length): TcpOptions {
  const decoded: DecodedOptions = {};
  let at = from;
  while (at < end && octets[at] !== OptionKind.End) {
    if (octets[at] === OptionKind.NoOperation) {
      at += 1;
      continue;
    }
    const length = at + 1 < end ? octets[at + 1] : 0;
    if (!(length >= 2 && at + length <= end)) break;
    decodeOption(decoded, octets, at, length);
    at += length;
  }
  return decoded;
}

type DecodedOptions = { -readonly [Key in keyof TcpOptions]: TcpOptions[Key] };

function decodeOption(decoded: DecodedOptions, octets: Uint8Array, at: number, length: number): void {
  const kind = octets[at];
  if (kind === OptionKind.MaximumSegmentSize && length === 4) decoded.mss = uint16(octets, at + 2);
  else if (kind === OptionKind.WindowScale && length === 3) decoded.windowScale = octets[at + 2];
  else if (kind === OptionKind.SackPermitted && length === 2) decoded.sackPermitted = true;
  else if (kind === OptionKind.Sack && length % 8 === 2)
    decoded.sack = sackBlocks(octets, at + 2, at + length);
  else if (kind === OptionKind.Timestamps && length === 10) {
    decoded.timestamps = [uint32(octets, at + 2), uint32(octets, at + 6)];
  } else if (kind === OptionKind.FastOpen) decoded.fastOpenCookie = octets.subarray(at + 2, at + length);
  else if (kind === OptionKind.Experiment2 && length >= 4 && uint16(octets, at + 2) === 0xf989) {
    decoded.fastOpenCookie = octets.subarray(at + 4, at + length);
  }
}

/** The option octets of one row; a view, valid until the table grows. */
export function optionOctets(table: SegmentColumns, row: number): Uint8Array {
  const at = table.optionsAt[row];
  return table.optionBytes.subarray(at, at + table.optionsLength[row]);
}

/**
 * Whether the options of a row are all there: the record was not cut, and a text that prints no window (FortiGate,
 * `tcpdump -q`) prints no options either.
 */
export function areOptionsTold({ marks }: SegmentColumns, row: number): boolean {
  return (marks[row] & (Mark.Truncated | Mark.WindowUnknown)) === 0;
}

/** Decoded options of one row. */
export function optionsOf(table: SegmentColumns, row: number): TcpOptions {
  const at = table.optionsAt[row];
  return decodeOptions(table.optionBytes, at, at + table.optionsLength[row]);
}

function sackBlocks(octets: Uint8Array, from: number, end: number): [number, number][] {
  const blocks: [number, number][] = [];
  for (let at = from; at < end; at += 8) blocks.push([uint32(octets, at), uint32(octets, at + 4)]);
  return blocks;
}
