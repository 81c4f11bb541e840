import { SYN } from "../../segments/flags.ts";
import { OptionKind, optionOctets } from "../../segments/options.ts";
import type { SegmentColumns } from "../../segments/segment-table.ts";
import { OctetWriter } from "../octet-writer.ts";
import { OptionCode } from "./format.ts";
import { LayoutModel, RAW_OCTETS } from "./layout-model.ts";
import { OptionLayouts, layOut, type LaidOutOption, VALUE_LENGTHS } from "./option-layouts.ts";
import type { StartingNumbers } from "./starting-numbers.ts";
import type { TickTimes } from "./tick-times.ts";
import { ValueWriter } from "./write-option-values.ts";

/** Writes the columns of options: layouts that were not predicted, new layouts, values. */
export class OptionColumns {
  private readonly segments: SegmentColumns;
  private readonly times: TickTimes;
  private readonly layouts = new OptionLayouts();
  private readonly model = new LayoutModel(this.layouts);
  private readonly codes = new OctetWriter();
  private readonly definitions = new OctetWriter();
  private readonly values: ValueWriter;

  constructor(segments: SegmentColumns, times: TickTimes, starts: StartingNumbers) {
    this.segments = segments;
    this.times = times;
    this.values = new ValueWriter(starts);
  }

  /** The shift that a SYN offers; null for every other segment. */
  windowScaleOf(row: number): number | null {
    if ((this.segments.flags[row] & SYN) === 0) return null;
    const octets = optionOctets(this.segments, row);
    let at = 0;
    for (const { kind, valueLength } of layOut(octets) ?? []) {
      if (kind === OptionKind.WindowScale && valueLength === 1) return octets[at + 2];
      at += valueLength + 2;
    }
    return null;
  }

  /** @returns whether any of the options is not as predicted */
  take(row: number, end: 0 | 1): boolean {
    const octets = optionOctets(this.segments, row);
    const flags = this.segments.flags[row];
    const options = layOut(octets);
    const expected = this.model.expected(end, flags);
    if (options === null) {
      this.codes.varint(OptionCode.Raw);
      this.values.raw(octets);
      this.model.take(end, flags, RAW_OCTETS);
      return true;
    }
    const known = this.layouts.numberOf(options);
    const number = known ?? this.define(options);
    const time = this.times.nanosecondsFromFirst(this.segments.time[row]);
    const ack = this.segments.acknowledgmentNumber[row];
    const layout = this.layouts.layout(number);
    const isForetold = this.values.take(octets, { layout, end, time, ack }, number !== expected);
    this.model.take(end, flags, number);
    if (number !== expected) this.codes.varint(OptionCode.FirstLayout + number);
    else if (!isForetold) this.codes.varint(OptionCode.TimestampsOnly);
    return number !== expected || !isForetold;
  }

  writeTo(writer: OctetWriter): void {
    writer.all(this.codes.written());
    writer.all(this.definitions.written());
    this.values.writeTo(writer);
  }

  private define(options: readonly LaidOutOption[]): number {
    const number = this.layouts.count;
    this.layouts.add(options);
    this.definitions.varint(options.length);
    for (const { kind, valueLength } of options) {
      this.definitions.octet(kind);
      if (!VALUE_LENGTHS.has(kind)) this.definitions.octet(valueLength);
    }
    return number;
  }
}
