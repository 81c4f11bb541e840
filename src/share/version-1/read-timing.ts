import type { TimeBase } from "../../segments/segment-table.ts";
import { contradiction } from "../link-refusal.ts";
import type { OctetReader } from "../octet-reader.ts";
import { largeUnzigzag } from "../zigzag.ts";
import { EPOCH } from "./format.ts";

/** The largest time, some 580 years, in nanoseconds. */
const LATEST = 1n << 64n;

/** What a link says about its times before it lists them. */
export interface Timing {
  readonly kind: TimeBase["kind"];
  /** Nanoseconds of a tick. */
  readonly unit: number;
  /** Nanoseconds from the zero of the kind to the first time. */
  readonly start: bigint;
  readonly resolution: number | null;
  /** Ticks from the last segment's time to the last record's; null if not told. */
  readonly lastRecord: bigint | null;
}

/** Reads them; without times there is nothing to read. Throws `RefusedLink` for what cannot be. */
export function readTiming(reader: OctetReader, kind: TimeBase["kind"]): Timing {
  if (kind === "none") return { kind, unit: Number.NaN, start: 0n, resolution: null, lastRecord: null };
  const scales = reader.octet();
  const exponent = scales & 15;
  const resolution = scales >>> 4;
  if (exponent > 9 || resolution > 10) throw contradiction("times");
  const unit = 10 ** exponent;
  const start = largeUnzigzag(reader.largeVarint()) * BigInt(unit) + (kind === "epoch" ? EPOCH : 0n);
  if (start > LATEST || start < -LATEST) throw contradiction("times");
  const lastRecord = reader.largeVarint();
  return {
    kind,
    unit,
    start,
    resolution: resolution === 0 ? null : 10 ** (resolution - 1),
    lastRecord: lastRecord === 0n ? null : largeUnzigzag(lastRecord - 1n),
  };
}
