/** A line is looked at this far: no packet line is longer (TEXT-FORMATS section 2). */
export const LINE_LIMIT = 8192;

/** Elements that break lines in a browser; where a page was saved in one line they separate its packets. */
const BREAK = /<(?:br\s{0,8}\/?|\/li|\/p|\/div|\/tr|\/pre|\/td)>/gi;

/** Receives one line, or one piece of a line that HTML elements break; `number` is 1-based. */
export type LineSink = (line: string, number: number) => void;

/**
 * Cuts decoded text into lines at CRLF, LF or a lone CR and hands each on, cut at {@link LINE_LIMIT}
 * characters. Memory stays small however long a line is.
 */
export class LineSplitter {
  private rest = "";
  /** The line that `rest` continues was handed on already, as far as it is looked at. */
  private isOverlong = false;
  private endsWithReturn = false;
  private number = 0;
  private readonly sink: LineSink;

  constructor(sink: LineSink) {
    this.sink = sink;
  }

  /** Lines seen so far. */
  get count(): number {
    return this.number;
  }

  push(text: string): void {
    if (text === "") return;
    let at = 0;
    if (this.endsWithReturn) {
      this.endsWithReturn = false;
      if (text.startsWith("\n")) at = 1;
    }
    if (text.includes("\r")) this.splitMixed(text, at);
    else this.splitFeeds(text, at);
  }

  finish(): void {
    if (this.rest !== "") this.endLine("");
  }

  private splitFeeds(text: string, from: number): void {
    let at = from;
    for (;;) {
      const end = text.indexOf("\n", at);
      if (end < 0) break;
      this.endLine(text.slice(at, end));
      at = end + 1;
    }
    this.hold(text.slice(at));
  }

  private splitMixed(text: string, from: number): void {
    const ends = /\r\n?|\n/g;
    ends.lastIndex = from;
    let at = from;
    for (let match = ends.exec(text); match !== null; match = ends.exec(text)) {
      this.endLine(text.slice(at, match.index));
      at = ends.lastIndex;
      if (match[0] === "\r" && at === text.length) this.endsWithReturn = true;
    }
    this.hold(text.slice(at));
  }

  private hold(text: string): void {
    if (text === "") return;
    this.rest = this.rest === "" ? text : this.rest + text;
    if (this.rest.length > LINE_LIMIT * 16) {
      this.handOn(this.rest, this.number + 1);
      this.isOverlong = true;
      this.rest = "";
    }
  }

  private endLine(end: string): void {
    this.number++;
    const line = this.rest === "" ? end : this.rest + end;
    this.handOn(line, this.number);
    this.rest = "";
    this.isOverlong = false;
  }

  private handOn(line: string, number: number): void {
    if (line.length < 256 && !line.includes("</") && !line.includes("<br") && !this.isOverlong) {
      this.sink(line, number);
      return;
    }
    let at = 0;
    BREAK.lastIndex = 0;
    for (let match = BREAK.exec(line); match !== null; match = BREAK.exec(line)) {
      this.handOnPiece(line, at, match.index, number);
      this.isOverlong = false;
      at = BREAK.lastIndex;
    }
    this.handOnPiece(line, at, line.length, number);
  }

  private handOnPiece(line: string, from: number, to: number, number: number): void {
    if (this.isOverlong) return;
    this.sink(line.slice(from, Math.min(to, from + LINE_LIMIT)), number);
  }
}
