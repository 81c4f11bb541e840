import type { ReadReport } from "../../read-report.ts";
import type { PacketFields, QuotedPacket, TsharkSegments } from "./tshark-segments.ts";

/** The longest packet; a longer one is damage. */
const LONGEST_PACKET = 32 << 20;
const SHOWN = 80;

const LF = 0x0a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** How a text of `tshark -T json` begins; a warning of tshark may stand before it. */
const BEGINS = /^(?:[^\n[{]{0,300}\n){0,5}\s{0,40}\[\s{0,40}\{\s{0,40}"_(?:index|source)"/u;

/** Whether a text is one of `tshark -T json`. @param head its beginning */
export function isTsharkJson(head: string): boolean {
  return BEGINS.test(head);
}

/** `tshark -T psml` and `-T pdml` */
const XML = /^\s{0,40}<\?xml\b[^]{0,2000}<(?:psml|pdml)\b/u;

/** Whether a text is XML of tshark, or its `-T jsonraw`, where every field is a list of octets and no time is told. */
export function isUnreadExport(head: string): boolean {
  if (XML.test(head)) return true;
  return BEGINS.test(head) && head.includes('"frame_raw"') && !/"frame\.\w+": ?"/u.test(head);
}

type Layer = Readonly<Record<string, unknown>>;

/** Reads what `tshark -T json` prints: an object for each packet, its fields by layer. */
export class JsonPackets {
  private readonly segments: TsharkSegments;
  private readonly report: ReadReport;
  private held = "";
  private depth = 0;
  private isInString = false;
  private isEscaped = false;
  private line = 1;

  constructor(segments: TsharkSegments, report: ReadReport) {
    this.segments = segments;
    this.report = report;
  }

  push(text: string): void {
    let from = this.depth > 0 ? 0 : -1;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === LF) this.line++;
      if (this.isEscaped) this.isEscaped = false;
      else if (this.isInString) {
        this.isEscaped = code === BACKSLASH;
        if (code === QUOTE) this.isInString = false;
      } else if (code === QUOTE) this.isInString = true;
      else if (code === OPEN && this.depth++ === 0) from = at;
      else if (code === CLOSE && this.depth > 0 && --this.depth === 0) {
        this.take(this.held + text.slice(from, at + 1));
        this.held = "";
        from = -1;
      }
    }
    if (from >= 0) this.held += text.slice(from);
    if (this.held.length <= LONGEST_PACKET) return;
    this.warn(this.held);
    this.held = "";
    this.depth = 0;
  }

  finish(): void {
    if (this.held !== "") this.warn(this.held);
    this.segments.finish();
  }

  private take(text: string): void {
    const layers = layersOf(text);
    if (layers === null) this.warn(text);
    else this.segments.take(fieldsOf(layers), quotedIn(layers));
  }

  private warn(text: string): void {
    this.report.warn({
      place: { kind: "line", at: this.line },
      text: text.slice(0, SHOWN),
      reason: { code: "not-understood" },
    });
  }
}

function layersOf(text: string): Layer | null {
  try {
    const packet: unknown = JSON.parse(text);
    const source = isLayer(packet) ? packet["_source"] : null;
    const layers = isLayer(source) ? source["layers"] : null;
    return isLayer(layers) ? layers : null;
  } catch {
    return null;
  }
}

/** Of layers that occur twice, JSON keeps the last, which is the innermost. */
function fieldsOf(layers: Layer): PacketFields {
  return (name) => {
    const layer = layers[name.slice(0, name.indexOf("."))];
    const one: unknown = Array.isArray(layer) ? layer.at(-1) : layer;
    if (!isLayer(one)) return undefined;
    const value = one[name] ?? inTree(one, name);
    const last: unknown = Array.isArray(value) ? value.at(-1) : value;
    return typeof last === "string" ? last : undefined;
  };
}

/** `tcp.flags.syn` stands in `tcp.flags_tree`. */
function inTree(layer: Layer, name: string): unknown {
  const tree = layer[`${name.slice(0, name.lastIndexOf("."))}_tree`];
  return isLayer(tree) ? tree[name] : undefined;
}

/** The packet that an ICMP error quotes: its layers stand within that of the error. */
function quotedIn(layers: Layer): QuotedPacket | null {
  const error = layers["icmp"] ?? layers["icmpv6"];
  if (!isLayer(error)) return null;
  if (!isLayer(error["tcp"])) return null;
  return { error: fieldsOf(layers), quoted: fieldsOf(error) };
}

function isLayer(value: unknown): value is Layer {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
