import { fail, ok, type Result } from "../base/result.ts";
import { SegmentTableBuilder } from "../segments/segment-table-builder.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import { FormatDispatcher } from "./format-dispatcher.ts";
import { canInflate, inflate, type InflateOutcome } from "./inflate.ts";
import type { SegmentNames } from "./names/segment-names.ts";
import { type Packing, ReadReport, type Refusal } from "./read-report.ts";
import { unzstd, type ZstdDecoder } from "./unzstd.ts";

/** A margin over the estimate, in case the rest of the file is a little denser. */
const SPARE = 1.05;

/** A capture that was read: its segments and what could not be read. */
export interface Capture {
  readonly table: SegmentTable;
  readonly report: ReadReport;
  /** The names in it; absent if nobody asked for them. */
  readonly names?: SegmentNames;
}

/** Unpacks a file slice by slice, and says in `outcome` how that ended. */
export type Unpack = (
  slices: AsyncIterable<Uint8Array>,
  outcome: InflateOutcome,
) => AsyncGenerator<Uint8Array>;

interface ReadOptions {
  /** How many octets will come, where that is known: memory is laid out for them. */
  readonly size?: number;
  /** Collects the names in a capture file. */
  readonly names?: SegmentNames;
  /** Loads what unpacks zstd; absent: zstd is refused. */
  readonly zstd?: () => Promise<ZstdDecoder>;
}

/**
 * Reads a capture of any supported kind from its bytes, which come in slices of any size, in file order.
 * Never throws for bad input. An input without any TCP segment is refused by its name; a damaged one gives all
 * that could be read, with warnings.
 *
 * @param afterSlice called after each slice with what has been read so far; the table goes on growing
 * @throws whatever `slices` throws: a file that can no longer be read is no bad input
 */
export async function readCapture(
  slices: AsyncIterable<Uint8Array>,
  afterSlice?: (soFar: Capture) => void,
  { size, names, zstd }: ReadOptions = {},
): Promise<Result<Capture, Refusal>> {
  const capture = { table: new SegmentTableBuilder(), report: new ReadReport(), ...(names && { names }) };
  const reader = new FormatDispatcher(capture.table, capture.report, names);
  const source = slices[Symbol.asyncIterator]();
  let octets = 0;
  let refusal: Refusal | null = null;
  try {
    for (let next = await source.next(); !next.done; next = await source.next()) {
      reader.push(next.value);
      if (reader.isLoading) await reader.load();
      if (reader.packing !== null || reader.isRefused) break;
      octets += next.value.length;
      if (size !== undefined) capture.table.expectGrowth((SPARE * size) / octets);
      afterSlice?.(capture);
    }
    // A stream of a few octets is known to be packed only at its end.
    if (reader.packing === null) refusal = await reader.finish();
    const { packing } = reader;
    if (packing !== null) {
      const packed = withFirst(reader.undecided, source);
      refusal = await readPacked(packing, packed, capture, { zstd, afterSlice });
    }
  } finally {
    await source.return?.();
  }
  return refusal === null ? ok(capture) : fail(refusal);
}

/** Loads what unpacks; null: this program has nothing that does. */
export async function unpackerOf(packing: Packing, zstd: ReadOptions["zstd"]): Promise<Unpack | null> {
  if (packing === "gzip") return canInflate() ? inflate : null;
  const Decoder = await zstd?.();
  return Decoder ? (slices, outcome) => unzstd(slices, outcome, Decoder) : null;
}

async function readPacked(
  packing: Packing,
  slices: AsyncIterable<Uint8Array>,
  capture: Capture & { readonly table: SegmentTableBuilder },
  {
    zstd,
    afterSlice,
  }: {
    readonly zstd: ReadOptions["zstd"] | undefined;
    readonly afterSlice: ((soFar: Capture) => void) | undefined;
  },
): Promise<Refusal | null> {
  const unpack = await unpackerOf(packing, zstd);
  if (unpack === null) return { kind: packing === "gzip" ? "gzip-unsupported" : "zstd" };
  const { report } = capture;
  report.packing = packing;
  const reader = new FormatDispatcher(capture.table, report, capture.names, true);
  const outcome: InflateOutcome = { length: 0, isDamaged: false };
  for await (const chunk of unpack(slices, outcome)) {
    reader.push(chunk);
    if (reader.isLoading) await reader.load();
    if (reader.isRefused) break;
    afterSlice?.(capture);
  }
  const refusal = await reader.finish();
  if (!outcome.isDamaged) return refusal;
  const reason = { code: `${packing}-cut` as const, values: { length: outcome.length } };
  if (refusal !== null) return { kind: reason.code, values: reason.values };
  report.warn({ place: { kind: "byte", at: outcome.length }, text: "", reason });
  return null;
}

/** The slices of a source whose first slice was already taken. Leaves the source open if iteration stops early. */
export async function* withFirst(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
