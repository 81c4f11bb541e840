import { LONGEST_START, packetStart, packetStartWithin } from "./split-reflowed.ts";

/** How many characters of a packet are read: no packet line is longer (docs/text-formats.md section 2). */
export const LINE_LIMIT = 8192;

/** An unfinished line of more than this size is read piece by piece. */
const HELD = LINE_LIMIT * 16;

/** Elements that break lines in a browser; in a page saved as one line they separate its packets. */
const BREAK = /<(?:br\s{0,8}\/?(?!>\.\d)|\/li|\/p|\/div|\/tr|\/pre)>/gi;

/** How much of a skipped line is kept, to recognise a packet that begins there. */
const MARGIN = LONGEST_START;

/** Called once for each line with a piece longer than {@link LINE_LIMIT}, which is not read to its end. */
export type CutSink = (line: string, number: number) => void;

/** Receives one line, or one piece of a line that HTML elements break; `number` is 1-based. */
export type LineSink = (line: string, number: number) => void;

/** Takes lines directly from the text, before they are cut out. */
export interface PlainLines {
  /** Index in the text after the last line that was taken. */
  readonly next: number;
  /**
   * Takes as many lines as it can and returns how many. None of them may contain an element that breaks lines.
   * @param at where the first one starts
   * @param number of the first one, 1-based
   */
  take(text: string, at: number, number: number): number;
}

/**
 * Cuts decoded text into lines at CRLF, LF or a lone CR and hands each on. A line longer than {@link LINE_LIMIT}
 * characters is handed on in pieces that begin with a packet; a piece longer than that is cut. Memory stays small
 * however long a line is.
 */
export class LineSplitter {
  private rest = "";
  /** Whether the line that `rest` continues is skipped up to the next packet in it. */
  private isOverlong = false;
  /** The last line that was reported as cut. */
  private lastCut = 0;
  private endsWithReturn = false;
  /** Whether the present text holds elements that may break lines. */
  private mayBreak = false;
  private number = 0;
  private readonly sink: LineSink;
  private readonly plain: PlainLines | null;
  private readonly cut: CutSink;

  /** @param plain is offered every line that starts in the text that is pushed */
  constructor(sink: LineSink, plain: PlainLines | null = null, cut: CutSink = () => undefined) {
    this.sink = sink;
    this.plain = plain;
    this.cut = cut;
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
    this.mayBreak = this.mayBreak && this.rest !== "";
    this.mayBreak ||= this.isOverlong || text.includes("</") || text.includes("<br") || text.includes("<BR");
    if (text.includes("\r")) this.splitMixed(text, at);
    else this.splitFeeds(text, at);
  }

  finish(): void {
    if (this.rest !== "") this.endLine("");
  }

  private splitFeeds(text: string, from: number): void {
    let at = from;
    for (;;) {
      at = this.passPlain(text, at);
      const end = text.indexOf("\n", at);
      if (end < 0) break;
      this.endLine(text.slice(at, end));
      at = end + 1;
    }
    this.hold(text.slice(at));
  }

  private splitMixed(text: string, from: number): void {
    const ends = /\r\n?|\n/g;
    let at = this.passPlain(text, from);
    ends.lastIndex = at;
    for (let match = ends.exec(text); match !== null; match = ends.exec(text)) {
      this.endLine(text.slice(at, match.index));
      at = ends.lastIndex;
      if (match[0] === "\r" && at === text.length) this.endsWithReturn = true;
      at = this.passPlain(text, at);
      ends.lastIndex = at;
    }
    this.hold(text.slice(at));
  }

  /** The start of the first line that is not plain; `at` itself within a line that was held. */
  private passPlain(text: string, at: number): number {
    if (this.plain === null || this.rest !== "" || this.isOverlong) return at;
    const count = this.plain.take(text, at, this.number + 1);
    if (count === 0) return at;
    this.number += count;
    return this.plain.next;
  }

  /** Keeps the start of a line until its end arrives; of an endless line, only what the next piece needs. */
  private hold(text: string): void {
    if (text === "") return;
    this.rest = this.rest === "" ? text : this.rest + text;
    if (this.rest.length <= HELD) return;
    this.rest = this.rest.slice(this.handOnPieces(this.rest, this.number + 1));
    if (this.isOverlong || this.rest.length > LINE_LIMIT)
      this.rest = this.readOn(this.rest, this.number + 1, false);
  }

  private endLine(end: string): void {
    this.number++;
    const line = this.rest === "" ? end : this.rest + end;
    if (!this.mayBreak) this.handOnPiece(line, this.number);
    else this.handOnPiece(line.slice(this.handOnPieces(line, this.number)), this.number);
    this.rest = "";
    this.isOverlong = false;
  }

  /** Hands on what is before the last break in `line`; returns the index after that break. */
  private handOnPieces(line: string, number: number): number {
    let at = 0;
    BREAK.lastIndex = 0;
    for (let match = BREAK.exec(line); match !== null; match = BREAK.exec(line)) {
      this.handOnPiece(line.slice(at, match.index), number);
      this.isOverlong = false;
      at = BREAK.lastIndex;
    }
    return at;
  }

  private handOnPiece(piece: string, number: number): void {
    const rest = this.isOverlong || piece.length > LINE_LIMIT ? this.readOn(piece, number, true) : piece;
    if (!this.isOverlong) this.sink(rest, number);
  }

  /** Hands on a long piece, packet by packet. @returns the rest, to be read together with what follows */
  private readOn(text: string, number: number, isEnd: boolean): string {
    let at = this.isOverlong ? packetStart(text, 0) : 0;
    while (at >= 0 && text.length - at > LINE_LIMIT) {
      const end = packetStartWithin(text, at, at + LINE_LIMIT);
      if (end > at) {
        this.sink(text.slice(at, end), number);
        at = end;
        continue;
      }
      const piece = text.slice(at, at + LINE_LIMIT);
      this.sink(piece, number);
      if (this.lastCut !== number) this.cut(piece, number);
      this.lastCut = number;
      at = packetStart(text, at + LINE_LIMIT);
    }
    this.isOverlong = at < 0;
    if (at >= 0) return text.slice(at);
    return isEnd ? "" : text.slice(-MARGIN);
  }
}
