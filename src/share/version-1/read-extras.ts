import type { Endpoint } from "../../segments/endpoint.ts";
import type { SegmentTableBuilder } from "../../segments/segment-table-builder.ts";
import { type IcmpError, Mark } from "../../segments/segment-table.ts";
import { contradiction } from "../link-refusal.ts";
import type { OctetReader } from "../octet-reader.ts";
import type { SharedConnection, SharedSuccessor } from "../shared-connection.ts";
import { largeUnzigzag, unzigzag } from "../zigzag.ts";
import { LONGEST_NAME, LONGEST_TITLE, MOST_ERRORS, Part } from "./format.ts";
import { readAddress } from "./read-address.ts";
import type { Timing } from "./read-connection.ts";

/** What is known before the extras are read. */
export interface ExtrasToRead {
  readonly has: (part: number) => boolean;
  readonly hasSuccessor: boolean;
  /** The segments, which gain what the extras tell of them. */
  readonly segments: SegmentTableBuilder;
  readonly timing: Timing;
  readonly ends: readonly [Endpoint, Endpoint];
}

type Extras = Pick<SharedConnection, "successor" | "icmpErrors" | "hostNames" | "title">;

/** What `writeExtras` wrote. */
export function readExtras(reader: OctetReader, wish: ExtrasToRead): Extras {
  const { has, segments } = wish;
  const successor = wish.hasSuccessor ? readSuccessor(reader, wish) : null;
  const title = has(Part.Title) ? reader.text(LONGEST_TITLE) : "";
  const hostNames = has(Part.Names) ? readNames(reader, wish) : new Map<string, string>();
  if (has(Part.Repeats)) readRepeats(reader, segments);
  if (has(Part.Urgent)) readUrgent(reader, segments);
  const icmpErrors = has(Part.Errors) ? readErrors(reader, wish) : [];
  return { successor, icmpErrors, hostNames, title };
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

function readRepeats(reader: OctetReader, segments: SegmentTableBuilder): void {
  const count = reader.varint(segments.length);
  let [row, ttl, id] = [-1, 0, 0];
  for (let i = 0; i < count; i++) {
    row += 1 + reader.varint(segments.length);
    ttl += unzigzag(reader.varint(1024));
    if (row >= segments.length || ttl < 0 || ttl > 0xff) throw contradiction("segments");
    segments.ttl[row] = ttl;
    const code = reader.varint(0x10000);
    if (code === 0) continue;
    id = (id + code - 1) & 0xffff;
    segments.ipId[row] = id;
    segments.marks[row] = (segments.marks[row] ?? 0) | Mark.HasIpId;
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
