import { ACK, PSH } from "../../../segments/flags.ts";
import type { LineContext } from "../dialects/line-context.ts";
import type { OptionWriter } from "../dialects/option-writer.ts";
import { blankSegment, type TextSegment } from "../dialects/text-segment.ts";
import { readStamp, type TimeStamp } from "../times/time-stamp.ts";

const FRAME = /^Frame \d{1,9}(?:: \d{1,6} bytes|:? \(\d{1,6} bytes)/;
const NETWORK = /^\s{0,8}Internet Protocol(?: Version [46])?, Src: (.{1,120}?), Dst: (.{1,120}?)$/;
const TRANSPORT =
  /^\s{0,8}Transmission Control Protocol, Src Port: (.{1,64}?), Dst Port: (.{1,64}?)(?:, Seq: (\d{1,10}))?(?:, Ack: (\d{1,10}))?(?:, Len: (\d{1,7}))?$/;

type FieldReader = (draft: Draft, value: string, writer: OptionWriter) => void;

/** One frame of `tshark -V`, or of a plain text export with details. */
interface Draft {
  readonly line: number;
  stamp: TimeStamp | null;
  source: string;
  destination: string;
  sourcePort: string;
  destinationPort: string;
  sequence: number | null;
  acknowledgment: number | null;
  rawSequence: number | null;
  rawAcknowledgment: number | null;
  flags: number | null;
  window: number | null;
  length: number | null;
  urgent: number;
  ttl: number;
  ipId: number | null;
  hasTcp: boolean;
  optionsAt: number;
}

/** Readers by the name before the colon, in lower case, because versions of Wireshark differ in case. */
const FIELDS: Readonly<Record<string, FieldReader>> = {
  "epoch time": (draft, value) => (draft.stamp = readStamp(` ${value}`)),
  "epoch arrival time": (draft, value) => (draft.stamp = readStamp(` ${value}`)),
  "time to live": (draft, value) => (draft.ttl = leadingOrZero(value)),
  "hop limit": (draft, value) => (draft.ttl = leadingOrZero(value)),
  identification: (draft, value) => (draft.ipId = hexadecimal(value)),
  "sequence number (raw)": (draft, value) => (draft.rawSequence = leading(value)),
  "acknowledgment number (raw)": (draft, value) => (draft.rawAcknowledgment = leading(value)),
  window: (draft, value) => (draft.window = leading(value)),
  "window size value": (draft, value) => (draft.window = leading(value)),
  "urgent pointer": (draft, value) => (draft.urgent = leadingOrZero(value)),
  flags: (draft, value) => {
    if (draft.hasTcp && draft.flags === null) draft.flags = hexadecimal(value);
  },
  "tcp option - maximum segment size": (_, value, writer) => writer.maximumSegmentSize(leadingOrZero(value)),
  "tcp option - sack permitted": (_draft, _value, writer) => writer.sackPermitted(),
  "tcp option - window scale": (_, value, writer) => writer.windowScale(leadingOrZero(value)),
  "tcp option - no-operation (nop)": (_draft, _value, writer) => writer.noOperation(),
  "tcp option - end of option list (eol)": (_draft, _value, writer) => writer.end(),
  "tcp option - timestamps": (_, value, writer) => {
    const match = /TSval (\d{1,10}), TSecr (\d{1,10})/.exec(value);
    if (match !== null) writer.timestamps(Number(match[1]), Number(match[2]));
  },
};

/**
 * The expanded details of `tshark -V` and of Wireshark's plain text export. Their raw numbers are those of the wire,
 * which makes this the best form of text. From the line of the TCP layer alone, flags are inferred.
 */
export class WiresharkDetails {
  private draft: Draft | null = null;
  private readonly context: LineContext;

  constructor(context: LineContext) {
    this.context = context;
  }

  /** Opens a frame at its line, see {@link isFrameLine}. */
  open(lineNumber: number): void {
    this.draft = newDraft(lineNumber);
  }

  /** Takes a line of the open frame; false if none is open, or if the line does not look like details. */
  take(line: string): boolean {
    const { draft } = this;
    if (draft === null) return false;
    if (takeLayer(draft, line, this.context.options)) return true;
    const colon = line.indexOf(": ");
    const name = (colon < 0 ? line : line.slice(0, colon)).trim().toLowerCase();
    const reader = FIELDS[name];
    if (reader === undefined) return /^\s|^\[|^[A-Z][\w .()-]{2,60}(?:, |$)/.test(line);
    if (draft.hasTcp || !name.startsWith("tcp option"))
      reader(draft, colon < 0 ? "" : line.slice(colon + 2), this.context.options);
    return true;
  }

  /** Closes the frame. Returns its segment, or null if it has no TCP layer. */
  close(): TextSegment | null {
    const { draft } = this;
    this.draft = null;
    if (draft === null || !draft.hasTcp) return null;
    const { endpoints, options } = this.context;
    const ends = endpoints.of(draft.source, draft.sourcePort, draft.destination, draft.destinationPort);
    const segment = blankSegment(draft.line, ends);
    const isRaw = draft.rawSequence !== null;
    segment.stamp = draft.stamp;
    segment.numbering = isRaw ? "absolute" : "wireshark";
    segment.sequence = draft.rawSequence ?? draft.sequence;
    segment.acknowledgment = (isRaw ? draft.rawAcknowledgment : null) ?? draft.acknowledgment;
    segment.areFlagsInferred = draft.flags === null;
    segment.flags = draft.flags ?? inferredFlags(draft);
    segment.window = draft.window;
    segment.length = draft.length;
    segment.urgent = draft.urgent;
    segment.ttl = draft.ttl;
    segment.ipId = draft.ipId;
    segment.optionsAt = draft.optionsAt;
    segment.optionsLength = options.length - draft.optionsAt;
    return segment;
  }
}

/** `Frame 1: 74 bytes on wire (592 bits), 74 bytes captured (592 bits)`. */
export function isFrameLine(line: string): boolean {
  return line.startsWith("Frame ") && FRAME.test(line);
}

/** The line that opens a layer: the innermost addresses count. */
function takeLayer(draft: Draft, line: string, writer: OptionWriter): boolean {
  const network = NETWORK.exec(line);
  if (network !== null) {
    const [, source = "", destination = ""] = network;
    draft.source = addressOf(source);
    draft.destination = addressOf(destination);
    draft.hasTcp = false;
    draft.ttl = 0;
    draft.ipId = null;
    return true;
  }
  const transport = TRANSPORT.exec(line);
  if (transport === null) return false;
  const [, sourcePort = "", destinationPort = "", sequence, acknowledgment, length] = transport;
  draft.hasTcp = true;
  draft.flags = null;
  draft.optionsAt = writer.length;
  draft.sourcePort = portOf(sourcePort);
  draft.destinationPort = portOf(destinationPort);
  draft.sequence = numberOf(sequence);
  draft.acknowledgment = numberOf(acknowledgment);
  draft.length = numberOf(length);
  return true;
}

function newDraft(line: number): Draft {
  return {
    line,
    stamp: null,
    source: "",
    destination: "",
    sourcePort: "",
    destinationPort: "",
    sequence: null,
    acknowledgment: null,
    rawSequence: null,
    rawAcknowledgment: null,
    flags: null,
    window: null,
    length: null,
    urgent: 0,
    ttl: 0,
    ipId: null,
    hasTcp: false,
    optionsAt: 0,
  };
}

function inferredFlags({ acknowledgment, length }: Draft): number {
  if (acknowledgment === null) return 0;
  return length !== null && length > 0 ? ACK | PSH : ACK;
}

/** `192.168.0.60`, `host.example (192.168.0.60)`. */
function addressOf(text: string): string {
  return /\(([0-9a-fA-F.:]{3,45})\)$/.exec(text)?.[1] ?? text;
}

/** `39002`, `http (80)`. */
function portOf(text: string): string {
  return /\((\d{1,5})\)$/.exec(text)?.[1] ?? text;
}

function leading(value: string): number | null {
  return numberOf(/^\s{0,4}(\d{1,10})/.exec(value)?.[1]);
}

function leadingOrZero(value: string): number {
  return leading(value) ?? 0;
}

function hexadecimal(value: string): number | null {
  return numberOf(/^\s{0,4}(0x[0-9a-fA-F]{1,8})/.exec(value)?.[1]);
}

function numberOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}
