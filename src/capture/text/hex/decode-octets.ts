import { SegmentTableBuilder } from "../../../segments/segment-table-builder.ts";
import { FrameDecoder, type Layer } from "../../frame-decoder.ts";
import { LAYERS } from "../../layers.ts";
import type { HexRows } from "./hex-rows.ts";

/** LINKTYPE_ values to try on the octets of a dump, after IP itself: Ethernet, SLL2, SLL, NULL. */
const LINK_TYPES = [101, 1, 276, 113, 0];
const RAW_IP = 101;
/** The last offset at which a tunnel's inner header may start. */
const LAST_OFFSET = 120;
/** The real size comes from the IP header; a dump may show less. */
const ANY_SIZE = 0x1ffff;
const LARGEST = 65535;
const FORGET_AFTER = 4096;

/** The ports that a line prints, as far as they are numbers. */
export interface PrintedPorts {
  readonly source: number | null;
  readonly destination: number | null;
}

/** One segment decoded from octets: a row of `table`, valid until the next call. */
export interface DecodedSegment {
  readonly table: SegmentTableBuilder;
  readonly row: number;
  readonly hasLength: boolean;
}

/** Finds the TCP segment in the octets of hex dumps, with the layers that also read capture files. */
export class OctetDecoder {
  private table = new SegmentTableBuilder();
  private decoder = new FrameDecoder(this.table, LAYERS);

  /**
   * The innermost segment; null if the octets hold none. The dump does not say with which layer it starts. IP at its
   * start counts; behind another layer, the IP checksum must be right, or both ports must be the printed ones.
   */
  decode(rows: HexRows, printed: PrintedPorts): DecodedSegment | null {
    if (this.table.length > FORGET_AFTER) {
      this.table = new SegmentTableBuilder();
      this.decoder = new FrameDecoder(this.table, LAYERS);
    }
    for (const linkType of LINK_TYPES) {
      const segment = this.attempt(rows, linkType, 0);
      if (segment === null) continue;
      if (linkType === RAW_IP || this.agrees(segment, rows, printed)) return segment;
    }
    for (let at = 2; at <= LAST_OFFSET && at + 40 <= rows.kept; at += 2) {
      if (!startsLikeIp(rows.octets, at)) continue;
      const segment = this.attempt(rows, RAW_IP, at);
      if (segment !== null && this.agrees(segment, rows, printed, at)) return segment;
    }
    return null;
  }

  private attempt(rows: HexRows, linkType: number, at: number): DecodedSegment | null {
    const layer: Layer | undefined = LAYERS.linkTypes.get(linkType);
    if (layer === undefined) return null;
    const reason = this.decoder.decode(layer, rows.octets, at, rows.kept - at, ANY_SIZE, 0, Number.NaN, 0);
    if (reason !== null) return null;
    const row = this.table.length - 1;
    const hasLength = this.table.payloadLength[row] <= LARGEST;
    return { table: this.table, row, hasLength };
  }

  private agrees({ table, row }: DecodedSegment, rows: HexRows, printed: PrintedPorts, at?: number): boolean {
    const flow = table.flow[row];
    const a = table.flows.a(flow >>> 1).port;
    const b = table.flows.b(flow >>> 1).port;
    const [source, destination] = (flow & 1) === 0 ? [a, b] : [b, a];
    if (printed.source === source && printed.destination === destination) return true;
    if (at !== undefined) return hasRightChecksum(rows.octets, at);
    for (let start = 0; start <= LAST_OFFSET && start + 20 <= rows.kept; start += 2) {
      if (startsLikeIp(rows.octets, start) && rows.octets[start] >>> 4 === 6) return true;
      if (startsLikeIp(rows.octets, start) && hasRightChecksum(rows.octets, start)) return true;
    }
    return false;
  }
}

function startsLikeIp(octets: Uint8Array, at: number): boolean {
  const first = octets[at];
  if (first >>> 4 === 6) return octets[at + 6] === 6;
  return first >= 0x45 && first <= 0x4f && octets[at + 9] === 6;
}

/** RFC 1071 over the IPv4 header; 0 stands where the network card fills it in. */
function hasRightChecksum(octets: Uint8Array, at: number): boolean {
  const end = at + (octets[at] & 0x0f) * 4;
  let sum = 0;
  for (let i = at; i < end; i += 2) sum += (octets[i] << 8) | octets[i + 1];
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return sum === 0xffff;
}
