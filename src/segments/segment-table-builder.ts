import { lengthened } from "../base/doubled.ts";
import { ColumnFields } from "./columns.ts";
import { FlowTable } from "./flow-table.ts";
import type { IcmpError, SegmentTable, TimeBase } from "./segment-table.ts";
import { Mark } from "./segment-table.ts";

const FIRST_CAPACITY = 1024;
/** The most rows, or octets of options, that an estimate may reserve. */
const MOST_EXPECTED = 2 ** 26;
const NO_OPTIONS = new Uint8Array(0);
/** How many ends are remembered for options that they send again; a power of two. */
const ENDS = 4096;

/** The fields of one segment, as {@link SegmentTableBuilder.append} takes them. Units as in the table. */
export interface SegmentFields {
  readonly frame: number;
  /**
   * Nanoseconds since the Unix epoch (or midnight, see {@link TimeBase}); null if there is none. A `number` is
   * already in the unit of the time column, see {@link SegmentTableBuilder.noteRelativeTime}.
   */
  readonly time: bigint | number | null;
  /** From `builder.flows.internOctets` or `.internEndpoints`. */
  readonly flow: number;
  readonly sequenceNumber: number;
  readonly acknowledgmentNumber: number;
  readonly payloadLength: number;
  readonly window: number;
  readonly flags: number;
  readonly marks?: number;
  /** IPv4 identification; undefined where there is none. */
  readonly ipId?: number | undefined;
  readonly ttl?: number;
  /** Option octets stand in `octets[optionsAt .. optionsAt + optionsLength)`. */
  readonly octets?: Uint8Array;
  readonly optionsAt?: number;
  readonly optionsLength?: number;
  readonly urgentPointer?: number;
}

/** Fills a {@link SegmentTable} row by row. The builder is itself a readable table while it grows. */
export class SegmentTableBuilder extends ColumnFields implements SegmentTable {
  length = 0;
  optionBytes = new Uint8Array(FIRST_CAPACITY * 12);
  readonly urgentPointer = new Map<number, number>();
  readonly comments = new Map<number, string>();
  readonly hostNames = new Map<string, string>();
  readonly icmpErrors: IcmpError[] = [];
  readonly flows = new FlowTable();
  timeBase: TimeBase = { kind: "none", origin: 0n };
  lastRecordTime = Number.NaN;

  private optionEnd = 0;
  /** By the last bits of a flow with its direction: 1 + the latest row with options. */
  private readonly latestWithOptions = new Uint32Array(ENDS);
  private expectedRows = 0;
  private expectedOptions = 0;

  constructor() {
    super(FIRST_CAPACITY);
  }

  /**
   * Says by which factor the table will probably still grow, so that it grows once instead of often. Memory that is
   * never written costs nothing; but an estimate may be far off, so it counts for the next growth only.
   */
  expectGrowth(factor: number): void {
    this.expectedRows = Math.min(Math.ceil(this.length * factor), MOST_EXPECTED);
    this.expectedOptions = Math.min(Math.ceil(this.optionEnd * factor), MOST_EXPECTED);
  }

  /**
   * Sets what the times count from. Call it before the first time is given. The first time stamp becomes the origin,
   * which keeps the column exact.
   */
  setTimeKind(kind: TimeBase["kind"]): void {
    this.timeBase = { ...this.timeBase, kind };
  }

  /** Notes the resolution of the capture's clock; of several clocks the finest counts. */
  noteTimeResolution(nanoseconds: number): void {
    const resolution = Math.min(nanoseconds, this.timeBase.resolution ?? nanoseconds);
    this.timeBase = { ...this.timeBase, resolution };
  }

  /** Notes the time of a record of any protocol; `null` is ignored. Returns it in the unit of the column. */
  noteRecordTime(time: bigint | null): number {
    if (time === null) return Number.NaN;
    if (Number.isNaN(this.lastRecordTime)) {
      const kind = this.timeBase.kind === "none" ? "epoch" : this.timeBase.kind;
      this.timeBase = { ...this.timeBase, kind, origin: time };
      this.lastRecordTime = 0;
    }
    return this.noteRelativeTime(Number(time - this.timeBase.origin));
  }

  /**
   * As {@link noteRecordTime}, for a reader that itself counts nanoseconds from `timeBase.origin`, which the
   * first call of {@link noteRecordTime} sets. NaN stands for no time.
   */
  noteRelativeTime(relative: number): number {
    if (relative > this.lastRecordTime) this.lastRecordTime = relative;
    return relative;
  }

  /** Appends one segment and returns its row. */
  append(segment: SegmentFields): number {
    const row = this.length;
    if (row >= this.frame.length) this.grow();
    if ((segment.flow | segment.payloadLength | segment.window) >>> 16 !== 0) this.makeRoom(segment);
    this.frame[row] = segment.frame;
    const { time } = segment;
    this.time[row] = typeof time === "number" ? this.noteRelativeTime(time) : this.noteRecordTime(time);
    this.flow[row] = segment.flow;
    this.sequenceNumber[row] = segment.sequenceNumber;
    this.acknowledgmentNumber[row] = segment.acknowledgmentNumber;
    this.payloadLength[row] = segment.payloadLength;
    this.window[row] = segment.window;
    this.flags[row] = segment.flags;
    const hasIpId = segment.ipId !== undefined;
    this.marks[row] = (segment.marks ?? 0) | (hasIpId ? Mark.HasIpId : 0);
    this.ipId[row] = segment.ipId ?? 0;
    this.ttl[row] = segment.ttl ?? 0;
    if (segment.urgentPointer) this.urgentPointer.set(row, segment.urgentPointer);
    this.appendOptions(row, segment.octets ?? NO_OPTIONS, segment.optionsAt ?? 0, segment.optionsLength ?? 0);
    this.length = row + 1;
    return row;
  }

  /**
   * A clock of timestamps ticks once a millisecond (RFC 7323 section 5.4 allows 1 ms to 1 s), so that an end sends the
   * same options many times in a fast transfer: they are kept once.
   */
  private appendOptions(row: number, octets: Uint8Array, at: number, length: number): void {
    this.optionsLength[row] = length;
    if (length === 0) return;
    const end = this.flow[row] & (ENDS - 1);
    const before = this.latestWithOptions[end] - 1;
    this.latestWithOptions[end] = row + 1;
    if (before >= 0 && this.hasOptions(before, octets, at, length)) {
      this.optionsAt[row] = this.optionsAt[before];
      return;
    }
    while (this.optionEnd + length > this.optionBytes.length) {
      this.optionBytes = lengthened(
        this.optionBytes,
        Math.max(this.optionBytes.length * 2, this.expectedOptions),
      );
      this.expectedOptions = 0;
    }
    for (let i = 0; i < length; i++) this.optionBytes[this.optionEnd + i] = octets[at + i];
    this.optionsAt[row] = this.optionEnd;
    this.optionEnd += length;
  }

  private hasOptions(row: number, octets: Uint8Array, at: number, length: number): boolean {
    if (this.optionsLength[row] !== length) return false;
    const from = this.optionsAt[row];
    // The last octets differ first: those of the time that is echoed.
    for (let i = length - 1; i >= 0; i--) if (this.optionBytes[from + i] !== octets[at + i]) return false;
    return true;
  }

  private makeRoom({ flow, payloadLength, window }: SegmentFields): void {
    this.makeRoomFor("flow", flow);
    this.makeRoomFor("payloadLength", payloadLength);
    this.makeRoomFor("window", window);
  }

  private grow(): void {
    const rows = Math.max(this.frame.length * 2, this.expectedRows);
    this.growTo(rows);
    this.expectedRows = 0;
  }
}
