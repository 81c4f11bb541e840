import { OptionKind } from "../../segments/options.ts";
import { distance } from "../../segments/sequence-number.ts";
import { OctetWriter } from "../octet-writer.ts";
import { zigzag } from "../zigzag.ts";
import { ECHO_CODES, EchoCode } from "./format.ts";
import { type OptionPlace, OptionValues, type SackBlock } from "./option-values.ts";
import type { StartingNumbers } from "./starting-numbers.ts";

/** Writes the column of option values. */
export class ValueWriter {
  private readonly values: OptionValues;
  private readonly column = new OctetWriter();

  constructor(starts: StartingNumbers) {
    this.values = new OptionValues(starts);
  }

  /** Octets that no layout describes. */
  raw(octets: Uint8Array): void {
    this.column.varint(octets.length);
    this.column.all(octets);
  }

  /**
   * @param tellsTimestamps whether timestamps are written even if they are as predicted
   * @returns whether every value was as predicted
   */
  take(octets: Uint8Array, place: OptionPlace, tellsTimestamps: boolean): boolean {
    const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
    const expectsThem = !place.layout.hasTimestamps || this.expectsTimestamps(view, place);
    let at = 0;
    for (const { kind, valueLength } of place.layout.options) {
      const from = at + 2;
      at = from + valueLength;
      if (valueLength <= 0) continue;
      if (kind === OptionKind.Timestamps) {
        if (tellsTimestamps || !expectsThem) this.timestamps(view, from, place);
        this.values.clocks[place.end].take(view.getUint32(from), place.time);
        this.values.clocks[place.end].lastEcho = view.getUint32(from + 4);
      } else if (kind === OptionKind.MaximumSegmentSize) this.mss(view.getUint16(from), place);
      else if (kind === OptionKind.Sack && valueLength % 8 === 0) this.sack(view, from, at, place);
      else this.column.all(octets.subarray(from, at));
    }
    return expectsThem;
  }

  writeTo(writer: OctetWriter): void {
    writer.all(this.column.written());
  }

  private expectsTimestamps(view: DataView, { layout, end, time }: OptionPlace): boolean {
    let at = 0;
    for (const { kind, valueLength } of layout.options) {
      if (kind === OptionKind.Timestamps) break;
      at += valueLength + 2;
    }
    const [own, peer] = [this.values.clocks[end], this.values.clocks[end === 0 ? 1 : 0]];
    return view.getUint32(at + 2) === own.expected(time) && view.getUint32(at + 6) === (peer.newest ?? 0);
  }

  private timestamps(view: DataView, at: number, { end, time }: OptionPlace): void {
    const [own, peer] = [this.values.clocks[end], this.values.clocks[end === 0 ? 1 : 0]];
    const off = zigzag(distance(own.expected(time), view.getUint32(at)));
    const echo = view.getUint32(at + 4);
    const newest = peer.newest ?? 0;
    let code: number = EchoCode.Explicit;
    if (echo === newest) code = EchoCode.PeersNewest;
    else if (echo === own.lastEcho) code = EchoCode.Same;
    else {
      for (let step = EchoCode.Explicit - EchoCode.Step; step > 0; step--) {
        if (peer.valueAfter(own.lastEcho ?? 0, step) === echo) code = EchoCode.Step + step - 1;
      }
    }
    this.column.varint(off * ECHO_CODES + code);
    if (code === EchoCode.Explicit) this.column.varint(zigzag(distance(own.lastEcho ?? newest, echo)));
  }

  private mss(mss: number, { end }: OptionPlace): void {
    this.column.varint(zigzag(mss - this.values.expectedMss(end)));
    this.values.takeMss(end, mss);
  }

  private sack(view: DataView, from: number, to: number, { end, ack }: OptionPlace): void {
    const blocks: SackBlock[] = [];
    for (let at = from; at < to; at += 8) {
      const block: SackBlock = [view.getUint32(at), view.getUint32(at + 4)];
      const expected = this.values.expectedBlock(end, blocks.length, ack);
      this.column.varint(zigzag(distance(expected[0], block[0])));
      this.column.varint(zigzag(distance(expected[1], block[1])));
      blocks.push(block);
    }
    this.values.takeBlocks(end, blocks);
  }
}
