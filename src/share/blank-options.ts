import { columnsAlone } from "../segments/columns.ts";
import { OptionKind, optionOctets } from "../segments/options.ts";
import type { SegmentColumns } from "../segments/segment-table.ts";

/**
 * Options whose values Synfin understands and that do not locate a host. A Fast Open cookie is a token that only its
 * server can read.
 */
const HARMLESS: ReadonlySet<number> = new Set([
  OptionKind.MaximumSegmentSize,
  OptionKind.WindowScale,
  OptionKind.SackPermitted,
  OptionKind.Sack,
  OptionKind.Timestamps,
  OptionKind.UserTimeout,
  OptionKind.FastOpen,
]);
/** Identifier of Fast Open as an experiment (RFC 7413 appendix A). */
const FAST_OPEN = 0xf989;

/**
 * How many octets at the start of a value name the option: the subtype of MPTCP, the identifier of an experiment (RFC
 * 6994).
 */
const TELLING: ReadonlyMap<number, number> = new Map([
  [OptionKind.Mptcp, 1],
  [OptionKind.Experiment1, 2],
  [OptionKind.Experiment2, 2],
]);

/**
 * The segments with zeros in the values of options that may carry addresses, keys or digests (MPTCP carries
 * addresses, and so do options that proxies add). Kinds and lengths stay.
 */
export function blankUnknownOptions(segments: SegmentColumns): SegmentColumns {
  const optionBytes = segments.optionBytes.slice();
  for (let row = 0; row < segments.length; row++) {
    const at = segments.optionsAt[row];
    blankOptions(optionBytes.subarray(at, at + optionOctets(segments, row).length));
  }
  const { length, urgentPointer, comments, timeBase, lastRecordTime } = segments;
  return {
    ...columnsAlone(segments),
    length,
    optionBytes,
    urgentPointer,
    comments,
    timeBase,
    lastRecordTime,
  };
}

/** As {@link blankUnknownOptions}, in the option octets of one header. */
export function blankOptions(octets: Uint8Array): void {
  for (let at = 0; at < octets.length;) {
    const kind = octets[at];
    if (kind === OptionKind.NoOperation) {
      at += 1;
      continue;
    }
    const length = octets[at + 1];
    const isProper = kind !== OptionKind.End && length >= 2 && at + length <= octets.length;
    // The octets behind the last option, or in a damaged one, may hold anything.
    if (!isProper) octets.fill(0, kind === OptionKind.End ? at : at + 2);
    else if (!HARMLESS.has(kind) && !isFastOpenExperiment(octets, at))
      octets.fill(0, Math.min(at + length, at + 2 + (TELLING.get(kind) ?? 0)), at + length);
    if (!isProper) return;
    at += length;
  }
}

function isFastOpenExperiment(octets: Uint8Array, at: number): boolean {
  const isExperiment = octets[at] === OptionKind.Experiment1 || octets[at] === OptionKind.Experiment2;
  return isExperiment && ((octets[at + 2] << 8) | octets[at + 3]) === FAST_OPEN;
}
