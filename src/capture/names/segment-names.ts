import { lengthened } from "../../base/doubled.ts";
import { formatAddress } from "../../segments/address.ts";
import { SYN } from "../../segments/flags.ts";
import { dnsAnswers } from "./dns-answers.ts";
import { nameInData } from "./name-in-data.ts";

/** The most octets of the first data of an end that are looked at. */
const LOOKED_AT = 1460;
/** The most that all names together may take; */
const MOST_OCTETS = 32 << 20;
/** what one takes beside its characters, of two octets each. */
const A_NAME = 64;

/** What was seen of an end since its SYN. Bits. */
const Seen = { Data: 1, Process: 2 } as const;

/**
 * Names that a capture tells while it is read: in the first data of each end (TLS, HTTP), in answers of DNS, and in
 * what the capturing program says of processes. No octets of the data are kept, only the names.
 */
export class SegmentNames {
  /** By row of the table. */
  readonly ofRow = new Map<number, string>();
  readonly processOfRow = new Map<number, string>();
  /** By address, the name that DNS gave to it last. */
  readonly ofAddress = new Map<string, string>();
  /** There were more names than are kept. */
  isFull = false;
  private kept = 0;
  /** Bits of {@link Seen}, by `flow * 2 + direction`. */
  private seen = new Uint8Array(1024);

  /** Looks at a segment. @param end where its captured data ends */
  segment(row: number, sender: number, flags: number, octets: Uint8Array, at: number, end: number): void {
    if (sender >= this.seen.length) this.seen = lengthened(this.seen, 2 * sender);
    if ((flags & SYN) !== 0) this.seen[sender] = 0;
    if (at >= end || (this.seen[sender] & Seen.Data) !== 0) return;
    this.seen[sender] |= Seen.Data;
    const name = nameInData(octets, at, Math.min(end, at + LOOKED_AT));
    if (name !== null && this.keeps(name)) this.ofRow.set(row, name);
  }

  /** Notes the process that a segment belongs to. @param name is made when it is new */
  process(row: number, sender: number, name: () => string): void {
    if (sender >= this.seen.length) this.seen = lengthened(this.seen, 2 * sender);
    if ((this.seen[sender] & Seen.Process) !== 0) return;
    this.seen[sender] |= Seen.Process;
    const text = name();
    if (text !== "" && this.keeps(text)) this.processOfRow.set(row, text);
  }

  /** Looks for answers in a message of DNS. */
  dns(octets: Uint8Array, at: number, end: number): void {
    for (const answer of dnsAnswers(octets, at, end)) {
      const address = formatAddress(octets, answer.at, answer.length);
      const known = this.ofAddress.get(address);
      if (known !== answer.name && this.keeps(answer.name)) this.ofAddress.set(address, answer.name);
    }
  }

  private keeps(name: string): boolean {
    this.kept += A_NAME + 2 * name.length;
    this.isFull ||= this.kept > MOST_OCTETS;
    return !this.isFull;
  }
}
