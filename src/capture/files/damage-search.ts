import type { WarningCode } from "../reading-codes.ts";
import type { RecordSink } from "./record-sink.ts";

/** The longest record that is believed behind damage, with its header: libpcap's MAXIMUM_SNAPLEN and some more. */
export const LONGEST_BEHIND_DAMAGE = 262_144 + 256;
/** A record is believed if another one follows, so both must be at hand; */
const LOOK_AHEAD = 2 * LONGEST_BEHIND_DAMAGE;
/** and as many octets more, so that each octet is copied a bounded number of times. */
const AT_HAND = 2 * LOOK_AHEAD;

/** Passes over octets that hold no record, to the next place where one makes sense. */
export class DamageSearch {
  isOn = false;
  private readonly sink: RecordSink;
  private isWhole = false;

  constructor(sink: RecordSink) {
    this.sink = sink;
  }

  /** Says what is wrong with the unit at hand, and passes over its first octet. */
  begin(offset: number, code: WarningCode, values?: Readonly<Record<string, string | number>>): number {
    this.isOn = true;
    this.sink.warn(offset, code, values);
    this.sink.noteDamage(1);
    return 1;
  }

  /** The file ends with the octets at hand. */
  endFile(): void {
    this.isWhole = true;
  }

  /**
   * @param makesSense whether a record begins there, and another one or, if `isWhole`, the end of the file follows
   * @returns as `ReadUnit`; 0: a record begins at `at`
   */
  pass(at: number, end: number, makesSense: (at: number, isWhole: boolean) => boolean): number {
    if (!this.isWhole && end - at < AT_HAND) return -AT_HAND;
    const until = this.isWhole ? end : end - LOOK_AHEAD;
    let next = at;
    while (next < until && !makesSense(next, this.isWhole)) next++;
    this.isOn = next === until;
    this.sink.noteDamage(next - at);
    return next - at;
  }
}
