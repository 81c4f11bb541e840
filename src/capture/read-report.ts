/** The format of an input. Content decides, never the file name. */
export type CaptureFormat = "pcap" | "pcapng" | "text";

/** Something that could not be read, or was read with doubt, as code and values. The words are made elsewhere. */
export interface ReadWarning {
  /** Where: a byte offset in a binary file, or a 1-based line number in text. */
  readonly place: { readonly kind: "byte" | "line"; readonly at: number };
  /** The text at that place, at most 80 characters; empty in binary files. */
  readonly text: string;
  readonly reason: WarningReason;
}

/** The reason, with the figures of its sentence. */
export interface WarningReason {
  /** kebab-case code, one sentence each in `describe-warning.ts`. */
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** How many warnings are kept one by one; the rest are only counted. */
export const KEPT_WARNINGS = 20;

/** Counts of what was read and what was not. */
export class ReadReport {
  format: CaptureFormat | null = null;
  /** The input came in a gzip envelope. */
  isCompressed = false;
  /** Capture-file records, or packet lines in text. */
  records = 0;
  /** Records that hold no TCP segment, by reason in kebab-case: `udp`, `arp`, `not-ip`, `cut` … */
  readonly skipped = new Map<string, number>();
  /** The first {@link KEPT_WARNINGS} warnings. */
  readonly warnings: ReadWarning[] = [];
  warningCount = 0;

  skip(reason: string): void {
    this.skipped.set(reason, (this.skipped.get(reason) ?? 0) + 1);
  }

  /** Takes back `count` calls of {@link skip}: the records gave a segment after all. */
  unskip(reason: string, count: number): void {
    const left = (this.skipped.get(reason) ?? 0) - count;
    if (left > 0) this.skipped.set(reason, left);
    else this.skipped.delete(reason);
  }

  warn(warning: ReadWarning): void {
    this.warningCount++;
    if (this.warnings.length < KEPT_WARNINGS) this.warnings.push(warning);
  }
}

/** Why an input is refused as a whole, as code and values. The words are made elsewhere. */
export interface Refusal {
  /** kebab-case code, one sentence each in `describe-refusal.ts`: `empty`, `zip`, `pcap-header-cut`, `no-segments` … */
  readonly kind: string;
  readonly values?: Readonly<Record<string, string | number>>;
}
