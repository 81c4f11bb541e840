import { hashKey } from "../../base/keyed-hash.ts";
import { ACK, PSH, SYN } from "../../segments/flags.ts";
import { hashOctets, hashPair } from "../../segments/flow-table.ts";
import { fingerprint } from "../../tcp/exchange/captured-twice.ts";
import { PacketWriter } from "./packet-writer.ts";

/** Of so many keys one is chosen: those that fall into the first slots of a table. */
const OF_ALL = 512;

/**
 * Calls `choose` with number after number until it took n of them: those whose hash, in a table of twice as many slots
 * as keys, lies in the first of {@link OF_ALL} parts.
 */
function chooseKeys(
  n: number,
  hashOf: (candidate: number) => number,
  choose: (candidate: number) => void,
): void {
  const mask = 2 ** (33 - Math.clz32(n)) - 1;
  let chosen = 0;
  for (let candidate = 0; chosen < n; candidate++) {
    if ((hashOf(candidate) & mask) >= (mask + 1) / OF_ALL) continue;
    choose(candidate);
    chosen++;
  }
}

const SERVER = 0x0a000002;

/** SYNs from addresses and ports chosen with the key of the pairs' table. */
function chosenPairs(n: number): Uint8Array<ArrayBuffer> {
  const writer = new PacketWriter();
  const endOf = (candidate: number) => ({
    client: 0x0b000000 + (candidate >>> 14),
    clientPort: 1024 + (candidate & 0x3fff),
  });
  const hashOf = (candidate: number): number => {
    const { client, clientPort } = endOf(candidate);
    return hashPair(hashKey(), client, clientPort, SERVER, 80);
  };
  chooseKeys(n, hashOf, (candidate) => writer.tcp({ ...endOf(candidate), seq: 1, flags: SYN }));
  return writer.finish();
}

/** SYNs from IPv6 addresses chosen with the key of the addresses' table. */
function chosenAddresses(n: number): Uint8Array<ArrayBuffer> {
  const writer = new PacketWriter();
  const address = new Uint8Array(16);
  const view = new DataView(address.buffer);
  view.setUint32(0, 0x20010db8);
  const hashOf = (candidate: number): number => {
    view.setUint32(12, candidate);
    return hashOctets(hashKey(), address, 0);
  };
  chooseKeys(n, hashOf, (candidate) => writer.syn6([0, 0, candidate]));
  return writer.finish();
}

/** Segments whose numbers were chosen with the key of the table that finds packets captured twice. */
function chosenNumbers(n: number): Uint8Array<ArrayBuffer> {
  const writer = new PacketWriter();
  const one = {
    sequenceNumber: new Uint32Array(1),
    acknowledgmentNumber: Uint32Array.of(5001),
    ipId: new Uint16Array(1),
    flags: Uint16Array.of(PSH | ACK),
    flow: new Uint32Array(1),
  };
  const hashOf = (candidate: number): number => {
    one.sequenceNumber[0] = candidate;
    return fingerprint(hashKey(), one, 0);
  };
  chooseKeys(n, hashOf, (seq) => writer.tcp({ seq, ack: 5001, flags: PSH | ACK, length: 1 }));
  return writer.finish();
}

/** Captures whose keys collide in tables with the key that they were made for. */
export const CHOSEN_KEYS: Readonly<Record<string, (n: number) => Uint8Array<ArrayBuffer>>> = {
  "chosen addresses and ports": chosenPairs,
  "chosen IPv6 addresses": chosenAddresses,
  "chosen numbers": chosenNumbers,
};
