import type { Endpoint } from "../../segments/endpoint.ts";
import type { SegmentTableBuilder } from "../../segments/segment-table-builder.ts";
import { type IcmpError, Mark } from "../../segments/segment-table.ts";
import { contradiction } from "../link-refusal.ts";
import type { OctetReader } from "../octet-reader.ts";
import type { FoldedTraffic, SharedConnection, SharedFold, SharedSuccessor } from "../shared-connection.ts";
import { largeUnzigzag, unzigzag } from "../zigzag.ts";
import { LONGEST_NAME, LONGEST_TITLE, MOST_ERRORS, MOST_FOLDS, Part } from "./format.ts";
import { readAddress } from "./read-address.ts";
import type { Timing } from "./read-timing.ts";
import { NO_ID, ZERO_ID } from "./repeats.ts";

/** What is known before the extras are read. */
export interface ExtrasToRead {
  readonly has: (part: number) => boolean;
  readonly hasSuccessor: boolean;
  /** The segments, to which the extras are added. */
  readonly segments: SegmentTableBuilder;
  readonly timing: Timing;
  readonly ends: readonly [Endpoint, Endpoint];
}

type Extras = Pick<
  SharedConnection,
  "successor" | "icmpErrors" | "hostNames" | "title" | "folds" | "lacksTimestampsAndSack"
>;

/** Reads what `writeExtras` wrote. */
export function readExtras(reader: OctetReader, wish: ExtrasToRead): Extras {
  const { has, segments } = wish;
  const successor = wish.hasSuccessor ? readSuccessor(reader, wish) : null;
  const title = has(Part.Title) ? reader.text(LONGEST_TITLE) : "";
  const hostNames = has(Part.Names) ? readNames(reader, wish) : new Map<string, string>();
  if (has(Part.Repeats)) readRepeats(reader, segments);
  if (has(Part.Urgent)) readUrgent(reader, segments);
  const icmpErrors = has(Part.Errors) ? readErrors(reader, wish) : [];
  const folds = has(Part.Folds) ? readFolds(reader, segments.length) : [];
  const lacksTimestampsAndSack = has(Part.LacksTimestampsAndSack);
  return { successor, icmpErrors, hostNames, title, folds, lacksTimestampsAndSack };
}

function readFolds(reader: OctetReader, length: number): SharedFold[] {
  let row = 0;
  const folded = (): FoldedTraffic => ({
    segments: reader.varint(0xffffffff),
    payload: reader.varint(),
  });
  return Array.from({ length: reader.varint(MOST_FOLDS) }, (_, index): SharedFold => {
    const step = reader.varint(length);
    const fold = { before: row + step, client: folded(), server: folded() };
    row = fold.before;
    const isEmpty = fold.client.segments + fold.server.segments === 0;
    if (row > length || isEmpty || (index > 0 && step === 0)) throw contradiction("fold");
    return fold;
  });
}

function readSuccessor(reader: OctetReader, { segments, timing }: ExtrasToRead): SharedSuccessor {
  const bits = reader.octet();
  const after = segments.length - reader.varint(segments.length);
  const hasTime = (bits & 8) !== 0;
  if (bits > 15 || (hasTime && timing.kind === "none")) throw contradiction("roles");
  return {
    after,
    time: hasTime ? lastTime(segments) + readTime(reader, timing) : Number.NaN,
    opener: (bits & 1) === 0 ? 0 : 1,
    isSynSeen: (bits & 2) !== 0,
    isAnswered: (bits & 4) !== 0,
  };
}

/** Ticks with a sign, in nanoseconds. */
function readTime(reader: OctetReader, { unit }: Timing): number {
  return Number(largeUnzigzag(reader.largeVarint()) * BigInt(unit));
}

function lastTime({ time, length }: SegmentTableBuilder): number {
  return time.subarray(0, length).findLast((one) => !Number.isNaN(one)) ?? 0;
}

function readNames(reader: OctetReader, { ends }: ExtrasToRead): Map<string, string> {
  const names = ends.map(({ address }) => [address, reader.text(LONGEST_NAME)] as const);
  return new Map(names.filter(([, name]) => name !== ""));
}

/** A link does not hold the identifications themselves: any will do that differ where they differed. */
function readRepeats(reader: OctetReader, segments: SegmentTableBuilder): void {
  const count = reader.varint(segments.length);
  let row = -1;
  const rows = Array.from({ length: count }, () => {
    row += 1 + reader.varint(segments.length);
    if (row >= segments.length) throw contradiction("segments");
    return row;
  });
  const ttl = [0, 0];
  for (const repeat of rows) {
    const end = segments.flow[repeat];
    const value = ttl[end] + unzigzag(reader.varint(1024));
    if (value < 0 || value > 0xff) throw contradiction("segments");
    segments.ttl[repeat] = value;
    ttl[end] = value;
  }
  for (const repeat of rows) {
    const code = reader.varint(0xffff);
    if (code === NO_ID) continue;
    segments.ipId[repeat] = code - ZERO_ID;
    segments.marks[repeat] = segments.marks[repeat] | Mark.HasIpId;
  }
}

function readUrgent(reader: OctetReader, segments: SegmentTableBuilder): void {
  const count = reader.varint(segments.length);
  for (let i = 0; i < count; i++) {
    const row = reader.varint(segments.length - 1);
    segments.urgentPointer.set(row, reader.fixed(2));
  }
}

function readErrors(reader: OctetReader, { segments, timing }: ExtrasToRead): IcmpError[] {
  const count = reader.varint(Math.min(MOST_ERRORS, reader.left));
  return Array.from({ length: count }, (): IcmpError => {
    const bits = reader.octet();
    const type = reader.octet();
    const code = reader.octet();
    const sequenceNumber = reader.fixed(4);
    const hasTime = (bits & 4) !== 0;
    if (bits > 15 || (hasTime && timing.kind === "none")) throw contradiction("errors");
    const time = hasTime ? readTime(reader, timing) : Number.NaN;
    const frame = (bits & 8) === 0 ? 0 : reader.varint(0xffffffff);
    const flow = bits & 1;
    if (!quotes(segments, flow, sequenceNumber)) throw contradiction("errors");
    return {
      frame,
      time,
      version: (bits & 2) === 0 ? 4 : 6,
      type,
      code,
      reporter: readAddress(reader, "each"),
      flow,
      sequenceNumber,
    };
  });
}

function quotes(segments: SegmentTableBuilder, flow: number, sequenceNumber: number): boolean {
  return segments.sequenceNumber
    .subarray(0, segments.length)
    .some((number, row) => number === sequenceNumber && segments.flow[row] === flow);
}
