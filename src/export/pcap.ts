import { addressOctets } from "../segments/address-octets.ts";
import type { Endpoint } from "../segments/endpoint.ts";
import { headerOctets } from "../segments/header-octets.ts";
import { type IcmpError, Mark, type SegmentColumns } from "../segments/segment-table.ts";
import { icmpPacket, ipPacket } from "./ip-packet.ts";
import { absoluteTime, digitsFor } from "./print-time.ts";
import type { PrintedConnection } from "./tcpdump-text.ts";

/** Raw IP: the record begins with the IP header (pcap LINKTYPE_RAW). */
const LINKTYPE_RAW = 101;
const MICROSECONDS = 0xa1b2c3d4;
const NANOSECONDS = 0xa1b23c4d;
const FILE_HEADER = 24;
const RECORD_HEADER = 16;
const SNAP_LENGTH = 262144;
const SECOND = 1_000_000_000n;
/** Marks of rows that lack something that a pcap must hold. */
const UNTOLD =
  Mark.SequenceUnknown |
  Mark.SequenceRelative |
  Mark.AcknowledgmentRelative |
  Mark.AcknowledgmentUnknown |
  Mark.WindowScaled |
  Mark.WindowUnknown |
  Mark.LengthUnknown;

/** A packet that begins with its IP header. */
export interface PcapRecord {
  /** In the unit of the time column. */
  readonly time: number;
  readonly octets: Uint8Array;
  readonly originalLength: number;
}

/** A packet of a connection, and the row of its segment; null: it is an ICMP error. */
interface ConnectionRecord extends PcapRecord {
  readonly row: number | null;
}

/**
 * A pcap of this connection alone, and of the ICMP errors about it: link type raw IP, TCP headers as captured, IP
 * headers rebuilt from what is kept of them (addresses, identification, hop limit), captured length = headers,
 * original length = with the data. The TCP checksum is 0: it covers data that is not kept. null for a text that lacks
 * what a pcap must hold: times, addresses and port numbers, absolute sequence numbers.
 */
export function pcapOfConnection(connection: PrintedConnection): Uint8Array<ArrayBuffer> | null {
  const { segments } = connection;
  const records = recordsOf(connection);
  return records && rawPcap(segments.timeBase, digitsFor(segments) === 9, records);
}

/** Of each packet of {@link pcapOfConnection} the row of its segment; null: it is an ICMP error. */
export function packetRows(connection: PrintedConnection): readonly (number | null)[] {
  return recordsOf(connection)?.map(({ row }) => row) ?? [];
}

function recordsOf(connection: PrintedConnection): ConnectionRecord[] | null {
  const { segments } = connection;
  if (segments.timeBase.kind === "none") return null;
  const records: ConnectionRecord[] = [];
  const errors = connection.quotedErrors.toSorted((one, other) => one.error.frame - other.error.frame);
  let told = 0;
  for (let row = 0; row <= segments.length; row++) {
    const frame = row < segments.length ? (segments.frame[row] ?? 0) : Infinity;
    for (let quoted = errors[told]; quoted && quoted.error.frame < frame; quoted = errors[++told]) {
      const record = errorRecord(connection, quoted);
      if (record !== null) records.push({ ...record, row: null });
    }
    if (row === segments.length) break;
    const record = segmentRecord(connection, row);
    if (record === null) return null;
    records.push({ ...record, row });
  }
  return records;
}

function segmentRecord(connection: PrintedConnection, row: number): PcapRecord | null {
  const { segments } = connection;
  const time = segments.time[row] ?? Number.NaN;
  const [source, destination] = endsOf(connection, row);
  const [from, to] = [addressOctets(source.address), addressOctets(destination.address)];
  const marks = segments.marks[row] ?? 0;
  const isUntold = (marks & UNTOLD) !== 0 || Number.isNaN(time);
  const hasNumbers = typeof source.port === "number" && typeof destination.port === "number";
  const fits = (segments.optionsLength[row] ?? 0) <= 40;
  if (isUntold || !hasNumbers || !fits || from === null || from.length !== to?.length) return null;
  const header = Uint8Array.from(
    headerOctets(segments, row, source.port, destination.port),
    (octet) => octet ?? 0,
  );
  const payloadLength = segments.payloadLength[row] ?? 0;
  const identification = (marks & Mark.HasIpId) === 0 ? 0 : (segments.ipId[row] ?? 0);
  const octets = ipPacket(from, to, header, { payloadLength, identification, ttl: segments.ttl[row] || 64 });
  return { time, octets, originalLength: octets.length + payloadLength };
}

function errorRecord(
  connection: PrintedConnection,
  { position, error }: { readonly position: number; readonly error: IcmpError },
): PcapRecord | null {
  const quoted = segmentRecord(connection, position - 1);
  const reporter = addressOctets(error.reporter);
  const [source] = endsOf(connection, position - 1);
  const receiver = addressOctets(source.address);
  if (quoted === null || Number.isNaN(error.time) || reporter?.length !== receiver?.length) return null;
  if (reporter === null || receiver === null) return null;
  const octets = icmpPacket(reporter, receiver, error, quoted.octets);
  return { time: error.time, octets, originalLength: octets.length };
}

function endsOf({ connection, fromClient }: PrintedConnection, row: number): [Endpoint, Endpoint] {
  const { client, server } = connection;
  return fromClient[row] === 1 ? [client, server] : [server, client];
}

/** A pcap of link type raw IP. @param isFine in nanoseconds, not microseconds */
export function rawPcap(
  timeBase: SegmentColumns["timeBase"],
  isFine: boolean,
  records: readonly PcapRecord[],
): Uint8Array<ArrayBuffer> {
  const length = records.reduce((sum, { octets }) => sum + RECORD_HEADER + octets.length, FILE_HEADER);
  const file = new Uint8Array(length);
  const view = new DataView(file.buffer);
  view.setUint32(0, isFine ? NANOSECONDS : MICROSECONDS, true);
  view.setUint16(4, 2, true);
  view.setUint16(6, 4, true);
  view.setUint32(16, SNAP_LENGTH, true);
  view.setUint32(20, LINKTYPE_RAW, true);
  let at = FILE_HEADER;
  for (const record of records) {
    writeRecord(view, at, record, absoluteTime(timeBase, record.time), isFine);
    at += RECORD_HEADER + record.octets.length;
  }
  return file;
}

function writeRecord(
  view: DataView<ArrayBuffer>,
  at: number,
  { octets, originalLength }: PcapRecord,
  stamp: bigint,
  isFine: boolean,
): void {
  view.setUint32(at, Number(stamp / SECOND), true);
  view.setUint32(at + 4, Number(stamp % SECOND) / (isFine ? 1 : 1000), true);
  view.setUint32(at + 8, octets.length, true);
  view.setUint32(at + 12, originalLength, true);
  new Uint8Array(view.buffer).set(octets, at + RECORD_HEADER);
}
