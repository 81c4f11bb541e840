import type { NotePlace } from "../segments/note.ts";
import { OptionKind, optionOctets, splitOptions } from "../segments/options.ts";
import type { SegmentColumns } from "../segments/segment-table.ts";
import { sliceColumns } from "../segments/slice-columns.ts";
import { witnessedSlice } from "../segments/witnessed-rows.ts";
import type { Witnesses } from "../segments/witnesses.ts";
import type { FoldedTraffic, SharedConnection, SharedFold } from "./shared-connection.ts";

/** The connection without its TCP timestamps and SACK blocks, and the padding that stood before them. */
export function withoutTimestampsAndSack(shared: SharedConnection): SharedConnection {
  const { segments } = shared;
  const optionBytes = new Uint8Array(segments.optionBytes.length);
  const optionsAt = new Uint32Array(segments.length);
  const optionsLength = new Uint8Array(segments.length);
  let end = 0;
  for (let row = 0; row < segments.length; row++) {
    const kept = keptOptions(optionOctets(segments, row));
    optionsAt[row] = end;
    optionsLength[row] = kept.length;
    optionBytes.set(kept, end);
    end += kept.length;
  }
  const all = Uint32Array.from({ length: segments.length }, (_, row) => row);
  const columns = { ...sliceColumns(segments, all), optionBytes, optionsAt, optionsLength };
  return { ...shared, segments: columns, lacksTimestampsAndSack: true };
}

function keptOptions(octets: Uint8Array): number[] {
  const kept: number[] = [];
  let padding: number[] = [];
  let at = 0;
  for (const { kind, length, isMalformed } of splitOptions(octets)) {
    const option = octets.subarray(at, at + length);
    at += length;
    if (kind === OptionKind.NoOperation) padding.push(kind);
    else {
      const isDropped = !isMalformed && (kind === OptionKind.Timestamps || kind === OptionKind.Sack);
      if (!isDropped) kept.push(...padding, ...option);
      padding = [];
    }
  }
  return [...kept, ...padding, ...octets.subarray(at)];
}

/**
 * The connection with only some of its segments, and a note of how many segments and octets are left out where.
 * @param isKept whether the segment of that row stays; at least one must
 */
export function keepSegments(shared: SharedConnection, isKept: (row: number) => boolean): SharedConnection {
  const { segments, successor } = shared;
  const all = Array.from({ length: segments.length }, (_, row) => row);
  const rows = Uint32Array.from(all.filter(isKept));
  const kept = sliceColumns(segments, rows);
  const numbers = new Set(Array.from(rows, (_, row) => `${kept.flow[row]} ${kept.sequenceNumber[row]}`));
  return {
    ...shared,
    segments: kept,
    successor: successor && { ...successor, after: rows.filter((row) => row < successor.after).length },
    icmpErrors: shared.icmpErrors.filter(({ flow, sequenceNumber }) =>
      numbers.has(`${flow} ${sequenceNumber}`),
    ),
    folds: foldsBetween(shared, rows),
    witnesses: shared.witnesses && keptWitnesses(shared.witnesses, rows),
    notes: shared.notes.map((note) => ({ ...note, at: keptPlace(note.at, rows) })),
  };
}

function keptWitnesses(witnesses: Witnesses, rows: Uint32Array): Witnesses {
  const { times, frames } = witnesses;
  const timesOf = (all: Float64Array): Float64Array => Float64Array.from(rows, (row) => all[row]);
  const framesOf = (all: Uint32Array): Uint32Array => Uint32Array.from(rows, (row) => all[row]);
  return {
    ...witnesses,
    times: [timesOf(times[0]), timesOf(times[1])],
    frames: [framesOf(frames[0]), framesOf(frames[1])],
    rows: witnessedSlice(witnesses.rows, rows),
  };
}

/** The place of a note among the kept rows; of a segment that is left out, the kept one before it. */
function keptPlace(at: NotePlace, rows: Uint32Array): NotePlace {
  if (at.kind === "connection") return at;
  const before = rows.filter((row) => row < at.position).length;
  return { ...at, position: at.kind === "segment" ? Math.max(1, before) : before };
}

/** What the rows between the kept ones hold; a connection that was folded already keeps its folds. */
function foldsBetween({ segments, folds }: SharedConnection, kept: Uint32Array): SharedFold[] {
  const found: SharedFold[] = [];
  let from = 0;
  for (let index = 0; index <= kept.length; index++) {
    const to = kept[index] ?? segments.length;
    const before = folds.filter((fold) => fold.before >= from && fold.before <= to);
    const client = sum([trafficOf(segments, from, to, 0), ...before.map((fold) => fold.client)]);
    const server = sum([trafficOf(segments, from, to, 1), ...before.map((fold) => fold.server)]);
    if (client.segments + server.segments > 0) found.push({ before: index, client, server });
    from = to + 1;
  }
  return found;
}

function trafficOf(
  { flow, payloadLength }: SegmentColumns,
  from: number,
  to: number,
  end: 0 | 1,
): FoldedTraffic {
  let segments = 0;
  let payload = 0;
  for (let row = from; row < to; row++) {
    if (flow[row] !== end) continue;
    segments++;
    payload += payloadLength[row];
  }
  return { segments, payload };
}

function sum(parts: readonly FoldedTraffic[]): FoldedTraffic {
  let segments = 0;
  let payload = 0;
  for (const part of parts) {
    segments += part.segments;
    payload += part.payload;
  }
  return { segments, payload };
}
