// Packets as they stand on the wire: Ethernet, IPv4 or IPv6, TCP with its options and real checksums.

const ETHERNET = 14;
const TCP = 20;
/** The payload repeats these two octets, so that its checksum is known without reading it. */
const PAYLOAD_WORD = 0x5379;
const LARGEST_PACKET = 65_600;

export const FIN = 1;
export const SYN = 2;
export const RST = 4;
export const PSH = 8;
export const ACK = 16;

const packet = new Uint8Array(LARGEST_PACKET);
for (let at = 0; at < packet.length; at++)
  packet[at] = at % 2 === 0 ? PAYLOAD_WORD >>> 8 : PAYLOAD_WORD & 0xff;

/**
 * Writes one packet and returns the octets that a capture with that snap length holds of it (valid until the next
 * call), and its length on the wire.
 *
 * @param {{family: 4 | 6, client: Uint8Array, server: Uint8Array, clientPort: number, serverPort: number}} flow
 * @param {{fromClient: boolean, seq: number, ack: number, flags: number, window: number, payload: number,
 *   options: readonly number[], ipId: number}} segment options in wire form, padded to four octets
 * @param {number} snapLength 0: no limit
 */
export function writePacket(flow, segment, snapLength) {
  const isV4 = flow.family === 4;
  const ipLength = isV4 ? 20 : 40;
  const tcpAt = ETHERNET + ipLength;
  const tcpLength = TCP + segment.options.length + segment.payload;
  const wireLength = tcpAt + tcpLength;
  const [source, destination] = segment.fromClient ? [flow.client, flow.server] : [flow.server, flow.client];
  packet.fill(0, 0, tcpAt + TCP);
  packet[5] = segment.fromClient ? 2 : 1;
  packet[11] = segment.fromClient ? 1 : 2;
  put16(12, isV4 ? 0x0800 : 0x86dd);
  if (isV4) writeIpv4(source, destination, tcpLength, segment);
  else writeIpv6(source, destination, tcpLength);
  writeTcp(flow, segment, tcpAt, tcpLength, addressSum(source) + addressSum(destination));
  const captured = snapLength === 0 ? wireLength : Math.min(snapLength, wireLength);
  const octets = packet.slice(0, captured);
  restorePayload(tcpAt + TCP + segment.options.length);
  return { octets, wireLength };
}

function writeIpv4(source, destination, tcpLength, { ipId }) {
  const at = ETHERNET;
  packet[at] = 0x45;
  put16(at + 2, 20 + tcpLength);
  put16(at + 4, ipId);
  put16(at + 6, 0x4000);
  packet[at + 8] = 64;
  packet[at + 9] = 6;
  packet.set(source, at + 12);
  packet.set(destination, at + 16);
  put16(at + 10, complement(sum16(at, 20)));
}

function writeIpv6(source, destination, tcpLength) {
  const at = ETHERNET;
  packet[at] = 0x60;
  put16(at + 4, tcpLength);
  packet[at + 6] = 6;
  packet[at + 7] = 64;
  packet.set(source, at + 8);
  packet.set(destination, at + 24);
}

function writeTcp(flow, segment, at, tcpLength, addresses) {
  const { fromClient, seq, ack, flags, window, options, payload } = segment;
  put16(at, fromClient ? flow.clientPort : flow.serverPort);
  put16(at + 2, fromClient ? flow.serverPort : flow.clientPort);
  put32(at + 4, seq);
  put32(at + 8, ack);
  packet[at + 12] = ((TCP + options.length) / 4) << 4;
  packet[at + 13] = flags;
  put16(at + 14, window);
  packet.set(options, at + TCP);
  // Pseudo header (RFC 9293 section 3.1), header, then the payload, whose words are all the same.
  const whole =
    addresses + 6 + tcpLength + sum16(at, TCP + options.length) + payloadSum(at, options.length, payload);
  put16(at + 16, complement(whole));
}

function payloadSum(at, optionsLength, payload) {
  const isEven = (at + TCP + optionsLength) % 2 === 0;
  const word = isEven ? PAYLOAD_WORD : ((PAYLOAD_WORD & 0xff) << 8) | (PAYLOAD_WORD >>> 8);
  return Math.floor(payload / 2) * word + (payload % 2 === 1 ? word & 0xff00 : 0);
}

/** The header of the next packet may be shorter than this one: what it overwrote is payload again. */
function restorePayload(end) {
  for (let at = ETHERNET; at < end; at++)
    packet[at] = at % 2 === 0 ? PAYLOAD_WORD >>> 8 : PAYLOAD_WORD & 0xff;
}

function addressSum(octets) {
  let sum = 0;
  for (let at = 0; at < octets.length; at += 2) sum += (octets[at] << 8) | octets[at + 1];
  return sum;
}

function sum16(from, length) {
  let sum = 0;
  for (let at = from; at < from + length; at += 2) sum += (packet[at] << 8) | packet[at + 1];
  return sum;
}

function complement(sum) {
  let folded = sum;
  while (folded > 0xffff) folded = (folded % 0x10000) + Math.floor(folded / 0x10000);
  return ~folded & 0xffff;
}

function put16(at, value) {
  packet[at] = value >>> 8;
  packet[at + 1] = value & 0xff;
}

function put32(at, value) {
  put16(at, value >>> 16);
  put16(at + 2, value & 0xffff);
}
