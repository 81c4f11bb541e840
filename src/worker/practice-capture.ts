const FILE_HEADER = 24;
const RECORD_HEADER = 16;
/** Within a record: the type of an Ethernet frame, and the ports behind 14 octets of it and 20 of IPv4. */
const ETHER_TYPE = RECORD_HEADER + 12;
const SOURCE_PORT = RECORD_HEADER + 14 + 20;
const DESTINATION_PORT = SOURCE_PORT + 2;
const IPV4 = 0x0800;

/**
 * Repeats the given captures in one capture, with other ports in each round, so that every round adds as many
 * connections. The first capture (pcap, little-endian, Ethernet) gives the header; captures with another header are
 * left out.
 * @param rounds at most 256: a round changes the lower octet of both ports, the same way in both directions
 */
export function practiceCapture(captures: readonly Uint8Array[], rounds: number): Uint8Array<ArrayBuffer> {
  const header = (captures[0] ?? new Uint8Array()).subarray(0, FILE_HEADER);
  const alike = captures.filter((capture) => header.every((octet, at) => capture[at] === octet));
  const round = alike.map((capture) => capture.subarray(FILE_HEADER));
  const size = round.reduce((sum, records) => sum + records.length, 0);
  const practice = new Uint8Array(header.length + rounds * size);
  practice.set(header);
  let at = header.length;
  for (let turn = 0; turn < rounds; turn++) {
    for (const records of round) {
      practice.set(records, at);
      changePorts(practice.subarray(at, at + records.length), turn);
      at += records.length;
    }
  }
  return practice;
}

function changePorts(records: Uint8Array, change: number): void {
  const view = new DataView(records.buffer, records.byteOffset, records.length);
  let at = 0;
  while (at + RECORD_HEADER <= view.byteLength) {
    const next = at + RECORD_HEADER + view.getUint32(at + 8, true);
    const hasPorts = at + DESTINATION_PORT + 2 <= Math.min(next, view.byteLength);
    if (hasPorts && view.getUint16(at + ETHER_TYPE) === IPV4) {
      for (const port of [at + SOURCE_PORT, at + DESTINATION_PORT])
        view.setUint16(port, view.getUint16(port) ^ change);
    }
    at = next;
  }
}
