import { NOT_A_FLAG, flagOfLetter } from "../dialects/control-letters.ts";
import type { LineContext } from "../dialects/line-context.ts";
import { blankSegment, Ipv4Pair, type TextSegment } from "../dialects/text-segment.ts";
import { OctetCursor, octetsOf } from "./octet-cursor.ts";
import { readPlainOptions } from "./plain-options.ts";
import { readPlainStamp } from "./plain-stamp.ts";

const LINE_FEED = 10;
const RETURN = 13;
const BLANK = 32;
const POINT = 46;
const ZERO = 48;
const SIX = 54;
const COLON = 58;
const LESS = 60;
const GREATER = 62;
const CLOSE_BRACKET = 93;

/** The octets of a token of address and port. */
const IN_TOKEN = new Uint8Array(256);
for (const octet of octetsOf("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.:%$-"))
  IN_TOKEN[octet] = 1;

const IP = octetsOf(" IP");
const ARROW = octetsOf(" > ");
const FLAGS = octetsOf(" Flags [");
const SEQUENCE = octetsOf(", seq ");
const ACKNOWLEDGMENT = octetsOf(", ack ");
const WINDOW = octetsOf(", win ");
const OPTIONS = octetsOf(", options [");
const LENGTH = octetsOf(", length ");

const LAST_PORT = 65535;
/** Digits of a sequence number, and of a window or a length. */
const NUMBER_DIGITS = 10;
const SIZE_DIGITS = 7;
/** How many octets after the length are looked at. */
const MOST_BEHIND = 1024;
/** A number that is not printed. */
const ABSENT = -1;

/**
 * Reads the lines of tcpdump 4 and later exactly as they are printed by default, directly from the octets of the
 * text, because files of a million lines look like this. It reads them as `readTcpdumpLine` does:
 * `12:49:33.193249 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [.], ack 1, win 502, options [nop,nop,TS val 2 ecr 1], length 0`
 */
export class PlainLineReader {
  /** After the last line, and after its line end. */
  lineEnd = 0;
  next = 0;
  private readonly cursor = new OctetCursor();
  private text = "";
  private readonly context: LineContext;
  private sequence = ABSENT;
  private sequenceEnd = ABSENT;
  private acknowledgment = ABSENT;
  private window = ABSENT;
  private length = ABSENT;
  /** Of IPv4: the first end, and the one that was read last. */
  private source = 0;
  private sourcePort = 0;
  private address = 0;
  private port = 0;

  constructor(context: LineContext) {
    this.context = context;
  }

  /** Sets the text to read. @param octets one for each UTF-16 unit of it; above 127 for what is not ASCII */
  open(text: string, octets: Uint8Array): void {
    this.text = text;
    this.cursor.octets = octets;
  }

  /** Reads the line that starts at `from`, with its end. Null, without effect, for any line that is not plain. */
  read(from: number, lineNumber: number): TextSegment | null {
    const { cursor } = this;
    cursor.at = from;
    const stamp = readPlainStamp(cursor);
    if (stamp === null || !this.passProtocol()) return null;
    const endsFrom = cursor.at;
    const isIpv4 = this.readIpv4Ends();
    const hash = isIpv4 ? 0 : this.passEnds(endsFrom);
    if (hash === null) return null;
    const endsTo = cursor.at - 1;
    const flags = this.readFlags();
    if (flags === NOT_A_FLAG) return null;
    const { options, endpoints } = this.context;
    const { length: optionsAt, sacks } = options;
    if (!this.readFields()) {
      options.length = optionsAt;
      options.sacks = sacks;
      return null;
    }
    const pair = isIpv4
      ? new Ipv4Pair(this.source, this.sourcePort, this.address, this.port)
      : endpoints.ofOctets(this.text, cursor.octets, endsFrom, endsTo, hash);
    const segment = blankSegment(lineNumber, pair);
    segment.stamp = stamp;
    segment.flags = flags;
    segment.sequence = printed(this.sequence);
    segment.sequenceEnd = printed(this.sequenceEnd);
    segment.acknowledgment = printed(this.acknowledgment);
    segment.window = this.window;
    segment.length = this.length;
    segment.optionsAt = optionsAt;
    segment.optionsLength = options.length - optionsAt;
    segment.hasSack = options.sacks > sacks;
    return segment;
  }

  private passProtocol(): boolean {
    const { cursor } = this;
    if (!cursor.take(IP)) return false;
    cursor.takeOne(SIX);
    return cursor.takeOne(BLANK);
  }

  /** `192.168.0.60.39002 > 192.168.0.61.80:` */
  private readIpv4Ends(): boolean {
    const { cursor } = this;
    if (!this.readIpv4End() || !cursor.take(ARROW)) return false;
    this.source = this.address;
    this.sourcePort = this.port;
    return this.readIpv4End() && cursor.takeOne(COLON);
  }

  private readIpv4End(): boolean {
    const { cursor } = this;
    let address = 0;
    for (let group = 0; group < 4; group++) {
      const from = cursor.at;
      const value = cursor.number(3);
      const hasLeadingZero = cursor.octets[from] === ZERO && cursor.at > from + 1;
      if (value < 0 || value > 255 || hasLeadingZero || !cursor.takeOne(POINT)) return false;
      address = (address << 8) | value;
    }
    this.address = address;
    this.port = cursor.number(5);
    return this.port >= 0 && this.port <= LAST_PORT;
  }

  /** Steps over any `SRC > DST:`; a hash of the two, or null if something else stands there. */
  private passEnds(from: number): number | null {
    const { cursor } = this;
    cursor.at = from;
    const source = this.passToken(0);
    if (cursor.at === from || !cursor.take(ARROW)) return null;
    const { at } = cursor;
    const hash = this.passToken(source);
    return cursor.at > at + 1 && cursor.octets[cursor.at - 1] === COLON ? hash : null;
  }

  private passToken(hashBefore: number): number {
    const { cursor } = this;
    const { octets } = cursor;
    let { at } = cursor;
    let hash = hashBefore;
    for (let octet = octets[at]; IN_TOKEN[octet] === 1; octet = octets[++at])
      hash = Math.imul(hash ^ octet, 0x01000193);
    cursor.at = at;
    return hash;
  }

  private readFlags(): number {
    const { cursor } = this;
    if (!cursor.take(FLAGS)) return NOT_A_FLAG;
    let flags = 0;
    while (!cursor.takeOne(CLOSE_BRACKET)) {
      const flag = flagOfLetter(cursor.octets[cursor.at++]);
      if (flag === NOT_A_FLAG || (flags & flag) !== 0) return NOT_A_FLAG;
      flags |= flag;
    }
    return flags;
  }

  /** Reads everything after the flags. */
  private readFields(): boolean {
    const { cursor } = this;
    if (!this.readSequence()) return false;
    this.acknowledgment = ABSENT;
    if (cursor.take(ACKNOWLEDGMENT)) {
      this.acknowledgment = cursor.number(NUMBER_DIGITS);
      if (this.acknowledgment === ABSENT) return false;
    }
    this.window = cursor.take(WINDOW) ? cursor.number(SIZE_DIGITS) : ABSENT;
    if (this.window === ABSENT) return false;
    if (cursor.take(OPTIONS) && !readPlainOptions(cursor, this.context.options)) return false;
    this.length = cursor.take(LENGTH) ? cursor.number(SIZE_DIGITS) : ABSENT;
    return this.length !== ABSENT && this.findEnd();
  }

  private readSequence(): boolean {
    const { cursor } = this;
    this.sequence = ABSENT;
    this.sequenceEnd = ABSENT;
    if (!cursor.take(SEQUENCE)) return true;
    this.sequence = cursor.number(NUMBER_DIGITS);
    if (this.sequence === ABSENT) return false;
    if (!cursor.takeOne(COLON)) return true;
    this.sequenceEnd = cursor.number(NUMBER_DIGITS);
    return this.sequenceEnd !== ABSENT;
  }

  /**
   * Finds the end of the line. tcpdump's words about the payload may precede it; if these may be a second packet or
   * an element of a page, the line is not plain.
   */
  private findEnd(): boolean {
    const { octets, at: from } = this.cursor;
    for (let at = from; at < octets.length && at < from + MOST_BEHIND; at++) {
      const octet = octets[at];
      if (octet === LINE_FEED) {
        this.next = at + 1;
        this.lineEnd = at > from && octets[at - 1] === RETURN ? at - 1 : at;
        return true;
      }
      if (octet === GREATER || octet === LESS || (octet === RETURN && octets[at + 1] !== LINE_FEED))
        return false;
    }
    return false;
  }
}

function printed(number: number): number | null {
  return number === ABSENT ? null : number;
}
