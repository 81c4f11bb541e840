import type { ReadWarning } from "../read-report.ts";

const CAPTURED = /^\s{0,8}(\d{1,9}) packets? captured$/;

/** Compares the number of packets that tcpdump prints at its end with those in the text. */
export class CapturedCount {
  private readonly lines: { readonly count: number; readonly number: number; readonly text: string }[] = [];

  /** Notes a line of prose like `10 packets captured`. */
  take(line: string, number: number): void {
    const match = CAPTURED.exec(line);
    if (match !== null) this.lines.push({ count: Number(match[1]), number, text: line });
  }

  /**
   * A warning if the text shows fewer packets; null if not, or if it holds several runs.
   * @param records packets shown
   */
  compare(records: number): ReadWarning | null {
    const [line, ...more] = this.lines;
    if (line === undefined || more.length > 0 || line.count <= records) return null;
    const values = { missing: line.count - records, captured: line.count };
    return {
      place: { kind: "line", at: line.number },
      text: line.text.trim(),
      reason: { code: "packets-not-in-text", values },
    };
  }
}
