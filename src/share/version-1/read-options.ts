import { OptionKind } from "../../segments/options.ts";
import { advance, type SequenceNumber } from "../../segments/sequence-number.ts";
import { contradiction } from "../link-refusal.ts";
import type { OctetReader } from "../octet-reader.ts";
import { OctetWriter } from "../octet-writer.ts";
import { unzigzag } from "../zigzag.ts";
import { ECHO_CODES, EchoCode, Head, OptionCode } from "./format.ts";
import { LayoutModel, RAW_OCTETS } from "./layout-model.ts";
import {
  type LaidOutOption,
  layOut,
  MOST_OPTION_OCTETS,
  OptionLayouts,
  VALUE_LENGTHS,
} from "./option-layouts.ts";
import { type OptionPlace, OptionValues, type SackBlock } from "./option-values.ts";
import type { StartingNumbers } from "./starting-numbers.ts";

const MOST_NUMBERS = 2 ** 20;

/** The option octets of one segment, and the shift that they offer if they do. */
export interface ReadOptions {
  readonly octets: Uint8Array;
  readonly windowScale: number | null;
}

/** Reads the columns of options: layouts at once, then values segment by segment. */
export class OptionReader {
  private readonly reader: OctetReader;
  private readonly heads: Uint8Array;
  private readonly flags: Uint16Array;
  private readonly layouts = new OptionLayouts();
  private readonly model = new LayoutModel(this.layouts);
  private readonly codes: IterableIterator<number>;
  private readonly values: OptionValues;

  constructor(reader: OctetReader, heads: Uint8Array, flags: Uint16Array, starts: StartingNumbers) {
    this.reader = reader;
    this.heads = heads;
    this.flags = flags;
    this.values = new OptionValues(starts);
    const codes: number[] = [];
    for (const head of heads) if ((head & Head.Options) !== 0) codes.push(reader.varint(MOST_NUMBERS));
    const newest = codes.reduce((highest, code) => Math.max(highest, code), 0) - OptionCode.FirstLayout;
    while (this.layouts.count <= newest) this.layouts.add(this.readDefinition());
    this.codes = codes.values();
  }

  /** The options of the next segment. */
  next(row: number, end: 0 | 1, time: number, ack: SequenceNumber): ReadOptions {
    const flags = this.flags[row];
    const isTold = (this.heads[row] & Head.Options) !== 0;
    const code = isTold ? (this.codes.next().value as number) : null;
    if (code === OptionCode.Raw) {
      this.model.take(end, flags, RAW_OCTETS);
      return { octets: this.readRaw(), windowScale: null };
    }
    const isExpected = code === null || code === OptionCode.TimestampsOnly;
    const number = isExpected ? this.model.expected(end, flags) : code - OptionCode.FirstLayout;
    const layout = this.layouts.layout(number);
    if (code === OptionCode.TimestampsOnly && !layout.hasTimestamps) throw contradiction("options");
    this.model.take(end, flags, number);
    return this.octetsOf({ layout, end, time, ack }, isTold);
  }

  private readDefinition(): LaidOutOption[] {
    const count = this.reader.varint(MOST_OPTION_OCTETS);
    const options = Array.from({ length: count }, (): LaidOutOption => {
      const kind = this.reader.octet();
      return { kind, valueLength: VALUE_LENGTHS.get(kind) ?? this.reader.octet() };
    });
    const octets = emptyOctets(options);
    if (octets.length > MOST_OPTION_OCTETS || layOut(octets)?.length !== count)
      throw contradiction("options");
    return options;
  }

  /** The writer does not write well-formed options in this form, so they are refused. */
  private readRaw(): Uint8Array {
    const octets = this.reader.take(this.reader.varint(MOST_OPTION_OCTETS));
    if (layOut(octets) !== null) throw contradiction("options");
    return octets;
  }

  private octetsOf(place: OptionPlace, areTimestampsTold: boolean): ReadOptions {
    const { options, length } = place.layout;
    if (length === 0) return { octets: NO_OCTETS, windowScale: null };
    const octets = emptyOctets(options);
    const view = new DataView(octets.buffer);
    let windowScale: number | null = null;
    let at = 0;
    for (const { kind, valueLength } of options) {
      const from = at + 2;
      at = from + valueLength;
      if (valueLength <= 0) continue;
      if (kind === OptionKind.Timestamps) this.fillTimestamps(view, from, place, areTimestampsTold);
      else if (kind === OptionKind.MaximumSegmentSize) view.setUint16(from, this.readMss(place.end));
      else if (kind === OptionKind.Sack && valueLength % 8 === 0) this.fillSack(view, from, at, place);
      else octets.set(this.reader.take(valueLength), from);
      if (kind === OptionKind.WindowScale) windowScale = octets[from];
    }
    return { octets, windowScale };
  }

  private fillTimestamps(view: DataView, at: number, { end, time }: OptionPlace, isTold: boolean): void {
    const [own, peer] = [this.values.clocks[end], this.values.clocks[end === 0 ? 1 : 0]];
    const told = isTold ? this.reader.varint(ECHO_CODES * 2 ** 33) : 0;
    const value = advance(own.expected(time), unzigzag(Math.floor(told / ECHO_CODES)));
    const code = told % ECHO_CODES;
    const newest = peer.newest ?? 0;
    let echo: number | null;
    if (code === EchoCode.PeersNewest) echo = newest;
    else if (code === EchoCode.Same) echo = own.lastEcho;
    else if (code === EchoCode.Explicit)
      echo = advance(own.lastEcho ?? newest, unzigzag(this.reader.varint(2 ** 33)));
    else echo = peer.valueAfter(own.lastEcho ?? 0, code - EchoCode.Step + 1);
    if (echo === null) throw contradiction("options");
    view.setUint32(at, value);
    view.setUint32(at + 4, echo);
    own.take(value, time);
    own.lastEcho = echo;
  }

  private readMss(end: 0 | 1): number {
    const mss = this.values.expectedMss(end) + unzigzag(this.reader.varint(2 ** 18));
    if (mss < 0 || mss > 0xffff) throw contradiction("options");
    this.values.takeMss(end, mss);
    return mss;
  }

  private fillSack(view: DataView, from: number, to: number, { end, ack }: OptionPlace): void {
    const blocks: SackBlock[] = [];
    for (let at = from; at < to; at += 8) {
      const expected = this.values.expectedBlock(end, blocks.length, ack);
      const left = advance(expected[0], unzigzag(this.reader.varint(2 ** 32)));
      const right = advance(expected[1], unzigzag(this.reader.varint(2 ** 32)));
      view.setUint32(at, left);
      view.setUint32(at + 4, right);
      blocks.push([left, right]);
    }
    this.values.takeBlocks(end, blocks);
  }
}

const NO_OCTETS = new Uint8Array(0);

/** Kinds and lengths in place, values 0. */
function emptyOctets(options: readonly LaidOutOption[]): Uint8Array {
  const writer = new OctetWriter();
  for (const { kind, valueLength } of options) {
    writer.octet(kind);
    if (valueLength < 0) continue;
    writer.octet(valueLength + 2);
    for (let i = 0; i < valueLength; i++) writer.octet(0);
  }
  return writer.written().slice();
}
