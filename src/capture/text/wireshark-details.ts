import { ACK, PSH } from "../../segments/flags.ts";
import type { LineContext } from "./line-context.ts";
import type { OptionWriter } from "./option-writer.ts";
import { blankSegment, type TextSegment } from "./text-segment.ts";
import { readStamp, type TimeStamp } from "./time-stamp.ts";

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

/** By what the line says before its colon. Lines of the options stand further in. */
const FIELDS: Readonly<Record<string, FieldReader>> = {
  "Epoch Time": (draft, value) => (draft.stamp = readStamp(` ${value}`)),
  "Epoch Arrival Time": (draft, value) => (draft.stamp = readStamp(` ${value}`)),
  "Time to Live": (draft, value) => (draft.ttl = leading(value) ?? 0),
  "Time to live": (draft, value) => (draft.ttl = leading(value) ?? 0),
  "Hop Limit": (draft, value) => (draft.ttl = leading(value) ?? 0),
  Identification: (draft, value) => (draft.ipId = hexadecimal(value)),
  "Sequence Number (raw)": (draft, value) => (draft.rawSequence = leading(value)),
  "Sequence number (raw)": (draft, value) => (draft.rawSequence = leading(value)),
  "Acknowledgment number (raw)": (draft, value) => (draft.rawAcknowledgment = leading(value)),
  "Acknowledgment Number (raw)": (draft, value) => (draft.rawAcknowledgment = leading(value)),
  Window: (draft, value) => (draft.window = leading(value)),
  "Window size value": (draft, value) => (draft.window = leading(value)),
  "Urgent Pointer": (draft, value) => (draft.urgent = leading(value) ?? 0),
  "Urgent pointer": (draft, value) => (draft.urgent = leading(value) ?? 0),
  Flags: (draft, value) => {
    if (draft.hasTcp && draft.flags === null) draft.flags = hexadecimal(value);
  },
  "TCP Option - Maximum segment size": (_, value, writer) => writer.maximumSegmentSize(leading(value) ?? 0),
  "TCP Option - SACK permitted": (_draft, _value, writer) => writer.sackPermitted(),
  "TCP Option - Window scale": (_, value, writer) => writer.windowScale(leading(value) ?? 0),
  "TCP Option - No-Operation (NOP)": (_draft, _value, writer) => writer.noOperation(),
  "TCP Option - End of Option List (EOL)": (_draft, _value, writer) => writer.end(),
  "TCP Option - Timestamps": (_, value, writer) => {
    const match = /TSval (\d{1,10}), TSecr (\d{1,10})/.exec(value);
    if (match !== null) writer.timestamps(Number(match[1]), Number(match[2]));
  },
};

/**
 * The expanded details of `tshark -V` and of Wireshark's plain text export: raw numbers are those of the wire,
 * which makes this the best of all text forms. With only the line of the TCP layer the flags are inferred.
 */
export class WiresharkDetails {
  private draft: Draft | null = null;
  private readonly context: LineContext;

  constructor(context: LineContext) {
    this.context = context;
  }

  /** Whether lines of a frame are being read. */
  get isOpen(): boolean {
    return this.draft !== null;
  }

  /** Opens a frame at its line, see {@link isFrameLine}. */
  open(lineNumber: number): void {
    this.draft = newDraft(lineNumber);
  }

  /** Takes a line of the open frame; false if it is none of it: it does not look like details. */
  take(line: string): boolean {
    const { draft } = this;
    if (draft === null) return false;
    if (takeLayer(draft, line, this.context.options)) return true;
    const colon = line.indexOf(": ");
    const name = (colon < 0 ? line : line.slice(0, colon)).trim();
    const reader = FIELDS[name];
    if (reader === undefined) return /^\s|^\[|^[A-Z][\w .()-]{2,60}(?:, |$)/.test(line);
    if (draft.hasTcp || !name.startsWith("TCP Option"))
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
    draft.source = addressOf(network[1] ?? "");
    draft.destination = addressOf(network[2] ?? "");
    draft.hasTcp = false;
    draft.ttl = 0;
    draft.ipId = null;
    return true;
  }
  const transport = TRANSPORT.exec(line);
  if (transport === null) return false;
  draft.hasTcp = true;
  draft.flags = null;
  draft.optionsAt = writer.length;
  draft.sourcePort = portOf(transport[1] ?? "");
  draft.destinationPort = portOf(transport[2] ?? "");
  draft.sequence = numberOf(transport[3]);
  draft.acknowledgment = numberOf(transport[4]);
  draft.length = numberOf(transport[5]);
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
  const match = /^\s{0,4}(\d{1,10})/.exec(value);
  return match === null ? null : Number(match[1]);
}

function hexadecimal(value: string): number | null {
  const match = /^\s{0,4}0x([0-9a-fA-F]{1,8})/.exec(value);
  return match === null ? null : Number.parseInt(match[1] ?? "", 16);
}

function numberOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}
