import type { Endpoint } from "../../../segments/endpoint.ts";
import { optionOctets } from "../../../segments/options.ts";
import { Mark } from "../../../segments/segment-table.ts";
import type { LineContext } from "../dialects/line-context.ts";
import { blankSegment, type EndpointPair, type TextSegment } from "../dialects/text-segment.ts";
import { type DecodedSegment, OctetDecoder } from "./decode-octets.ts";
import type { HexRows } from "./hex-rows.ts";

const NUMERIC_ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)$/;

/** A line completed by the octets of its packet. */
export interface OctetReading {
  readonly segment: TextSegment;
  /** Whether the line disagrees with the octets. */
  readonly differs: boolean;
}

/**
 * Reads packets from their hex dumps, which take precedence over the printed line (docs/text-formats.md section 8).
 */
export class PacketOctets {
  private readonly decoder = new OctetDecoder();
  private readonly context: LineContext;

  constructor(context: LineContext) {
    this.context = context;
  }

  /**
   * The segment that the octets hold. What only the line tells (time, printed numbers, names of hosts) is
   * kept. Null if there is no TCP in the octets, or if they are cut before its numbers.
   *
   * @param printed the segment that the line prints, if it does
   * @param ends the ends that the line names, if it does
   */
  read(
    hex: HexRows,
    line: number,
    printed: TextSegment | null,
    ends: EndpointPair | null,
  ): OctetReading | null {
    const decoded = this.decoder.decode(hex, {
      source: numericPort(ends?.source),
      destination: numericPort(ends?.destination),
    });
    if (decoded === null) return null;
    const endpoints = this.endsOf(decoded, ends);
    const segment = printed ?? blankSegment(line, endpoints);
    const flags = decoded.table.flags[decoded.row];
    const differs = printed !== null && ((printed.flags ^ flags) & ~0x100) !== 0 && !printed.areFlagsInferred;
    const hasOtherPorts = ends !== null && ends.hasPorts && endpoints !== ends;
    segment.endpoints = endpoints;
    this.copy(decoded, segment);
    return { segment, differs: differs || hasOtherPorts };
  }

  private copy({ table, row, hasLength }: DecodedSegment, segment: TextSegment): void {
    const marks = table.marks[row];
    segment.flags = table.flags[row];
    segment.areFlagsInferred = false;
    segment.wire = {
      sequence: table.sequenceNumber[row],
      acknowledgment: table.acknowledgmentNumber[row],
    };
    if ((marks & Mark.WindowUnknown) === 0) {
      segment.window = table.window[row];
      segment.isWindowScaled = false;
    }
    if (hasLength) segment.length = table.payloadLength[row];
    if (segment.length === null || hasLength) segment.sequenceEnd = null;
    segment.urgent = table.urgentPointer.get(row) ?? 0;
    segment.ttl = table.ttl[row];
    segment.ipId = (marks & Mark.HasIpId) !== 0 ? table.ipId[row] : null;
    segment.isTruncated = false;
    if ((marks & Mark.Truncated) !== 0) return;
    const { options } = this.context;
    segment.optionsAt = options.length;
    for (const octet of optionOctets(table, row)) options.octet(octet);
    segment.optionsLength = options.length - segment.optionsAt;
  }

  /** The printed ends, if they agree with the octets; what the line leaves out comes from the octets. */
  private endsOf({ table, row }: DecodedSegment, printed: EndpointPair | null): EndpointPair {
    const flow = table.flow[row];
    const a = table.flows.a(flow >>> 1);
    const b = table.flows.b(flow >>> 1);
    const [source, destination] = (flow & 1) === 0 ? [a, b] : [b, a];
    const { endpoints } = this.context;
    const fromOctets = (sourceHost: string, destinationHost: string): EndpointPair =>
      endpoints.of(sourceHost, String(source.port), destinationHost, String(destination.port));
    if (
      printed === null ||
      contradicts(printed.source, source) ||
      contradicts(printed.destination, destination)
    ) {
      return fromOctets(source.address, destination.address);
    }
    return printed.hasPorts ? printed : fromOctets(printed.source.address, printed.destination.address);
  }
}

function contradicts(printed: Endpoint, real: Endpoint): boolean {
  if (typeof printed.port === "number" && printed.port !== real.port) return true;
  return NUMERIC_ADDRESS.test(printed.address) && printed.address !== real.address;
}

function numericPort(end: Endpoint | undefined): number | null {
  return typeof end?.port === "number" ? end.port : null;
}
