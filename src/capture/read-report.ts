import type { SocketObservation } from "../segments/socket-observation.ts";
import type { RefusalKind, SkipReason, WarningCode } from "./reading-codes.ts";
import type { RecordIndex } from "./records/record-index.ts";

/** The format of an input. Content decides, never the file name. */
export type CaptureFormat = "pcap" | "pcapng" | "snoop" | "text";

/** Something that could not be read, or was read with doubt, as code and values. The words are made elsewhere. */
export interface ReadWarning {
  /** Where: a byte offset in a binary file, or a 1-based line number in text. */
  readonly place: { readonly kind: "byte" | "line"; readonly at: number };
  /** The text at that place, at most 80 characters; empty in binary files. */
  readonly text: string;
  readonly reason: WarningReason;
}

/** The reason, with the figures of its sentence. */
interface WarningReason {
  readonly code: WarningCode;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** How many warnings are kept one by one; the rest are only counted. */
export const KEPT_WARNINGS = 20;

/** The ways to pack a file that are unpacked. */
export type Packing = "gzip" | "zstd";

/** Counts of what was read and what was not. */
export class ReadReport {
  format: CaptureFormat | null = null;
  /** How the input was packed; null: it was not. */
  packing: Packing | null = null;
  /** Octets of the capture file, unpacked; 0 for a text. */
  octets = 0;
  /** Octets that hold no record, though the file goes on: how many, and where the first stands; null: none. */
  damage: { readonly from: number; readonly octets: number } | null = null;
  /** Where the records of a capture file stand; null for a text, and until the file is read. */
  index: RecordIndex | null = null;
  /** Capture-file records, or packet lines in text. */
  records = 0;
  /** How many records hold no TCP segment, by reason. */
  readonly skipped = new Map<SkipReason, number>();
  /** The first {@link KEPT_WARNINGS} warnings. */
  readonly warnings: ReadWarning[] = [];
  warningCount = 0;

  /** What kernels say of sockets in the lines of a text, in their order. */
  sockets: readonly SocketObservation[] = [];

  get isCompressed(): boolean {
    return this.packing !== null;
  }

  skip(reason: SkipReason): void {
    this.skipped.set(reason, (this.skipped.get(reason) ?? 0) + 1);
  }

  /** Takes back `count` calls of {@link skip}: the records gave a segment after all. */
  unskip(reason: SkipReason, count: number): void {
    const left = (this.skipped.get(reason) ?? 0) - count;
    if (left > 0) this.skipped.set(reason, left);
    else this.skipped.delete(reason);
  }

  /** Takes in what is said of another input that was read with this one. */
  add(other: ReadReport): void {
    this.format ??= other.format;
    this.packing ??= other.packing;
    this.records += other.records;
    for (const [reason, count] of other.skipped)
      this.skipped.set(reason, (this.skipped.get(reason) ?? 0) + count);
    this.warnings.push(...other.warnings.slice(0, KEPT_WARNINGS - this.warnings.length));
    this.warningCount += other.warningCount;
  }

  warn(warning: ReadWarning): void {
    this.warningCount++;
    if (this.warnings.length < KEPT_WARNINGS) this.warnings.push(warning);
  }
}

/** Why an input is refused as a whole; with the figures that the sentence needs. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly values?: Readonly<Record<string, string | number>>;
}
