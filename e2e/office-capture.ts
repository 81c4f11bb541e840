import { writeFileSync } from "node:fs";
import type { TestInfo } from "@playwright/test";
import {
  ethernetFrame,
  octets,
  pcapFile,
  tcpSegment,
  type TestRecord,
} from "../src/testing/capture-bytes.ts";
import { Random } from "../src/testing/random.ts";

/** What a connection of the office is, as an engineer may ask for it. */
export type OfficeKind =
  | "ok"
  | "refused"
  | "unanswered"
  | "rstserver"
  | "rstclient"
  | "closewait"
  | "synretx"
  | "retx"
  | "zero"
  | "open";

/** A connection, and the answers about it. Times in seconds since the capture began. */
export interface OfficeConnection {
  readonly kind: OfficeKind;
  readonly start: number;
  readonly end: number;
  readonly client: string;
  readonly server: string;
  /** Number of the record that holds its first segment, as Wireshark counts. */
  readonly frame: number;
}

const COUNT = 400;
const BEGIN = 1_773_136_780;
const [FIN, SYN, RST, PUSH, ACK] = [1, 2, 4, 8, 16];
const SERVERS = ["10.20.0.11", "10.20.0.12", "10.20.0.13", "10.20.0.14"];

interface Packet extends TestRecord {
  readonly time: number;
  readonly connection: number;
}

/**
 * A capture like one from an office network, with what each of its 400 connections is: the same shape as
 * `../shared/desk/office.py` writes, so that no test waits for Python or for a folder beside the project.
 */
export function officeCapture(
  testInfo: TestInfo,
  seed: number,
): { readonly path: string; readonly connections: readonly OfficeConnection[] } {
  const random = new Random(seed);
  const packets: Packet[] = [];
  const made: Omit<OfficeConnection, "frame" | "end">[] = [];
  for (let number = 0; number < COUNT; number++) {
    const { kind, server, rtt } = wishOf(random);
    const client = `192.168.1.${20 + random.below(20)}:${40_001 + number}`;
    const start = 0.5 + random.below(60_000_000) / 1e6;
    made.push({ kind, start, client, server });
    converse(random, { kind, start, client, server, rtt, connection: number }, packets);
  }
  packets.sort((one, other) => one.time - other.time);
  const path = testInfo.outputPath(`office-${seed}.pcap`);
  writeFileSync(path, pcapFile(packets));
  const times = made.map((_, number) => packets.filter(({ connection }) => connection === number));
  return {
    path,
    connections: made.map((connection, number) =>
      Object.assign(connection, {
        end: times[number]?.at(-1)?.time ?? 0,
        frame: packets.findIndex((packet) => packet.connection === number) + 1,
      }),
    ),
  };
}

function wishOf(random: Random): {
  readonly kind: OfficeKind;
  readonly server: string;
  readonly rtt: number;
} {
  const share = random.below(100);
  const rtt = 0.005 + random.below(35) / 1000;
  const port = [443, 443, 443, 80, 5432][random.below(5)] ?? 443;
  const server = `${SERVERS[random.below(SERVERS.length)]}:${port}`;
  if (share < 6) return { kind: "refused", server: "10.20.0.13:8443", rtt };
  if (share < 9) return { kind: "unanswered", server: `10.20.0.99:${port}`, rtt };
  if (share < 13) return { kind: "rstserver", server: `10.20.0.12:${port}`, rtt };
  if (share < 16) return { kind: "rstclient", server, rtt };
  if (share < 19) return { kind: "closewait", server: "10.20.0.14:5432", rtt };
  if (share < 22) return { kind: "synretx", server, rtt };
  if (share < 27) return { kind: "retx", server, rtt };
  if (share < 29) return { kind: "zero", server, rtt };
  if (share < 33) return { kind: "ok", server, rtt: 0.35 };
  return { kind: share < 35 ? "open" : "ok", server, rtt };
}

interface Conversation {
  readonly kind: OfficeKind;
  readonly start: number;
  readonly client: string;
  readonly server: string;
  readonly rtt: number;
  readonly connection: number;
}

/** Appends the packets of one connection. */
function converse(random: Random, wish: Conversation, packets: Packet[]): void {
  const { kind, rtt } = wish;
  const isn = [random.below(2 ** 31), random.below(2 ** 31)] as const;
  let time = wish.start;
  const send = (
    from: 0 | 1,
    at: number,
    flags: number,
    seq: number,
    ack: number,
    length = 0,
    window = 502,
  ): void => {
    const [own, peer] = from === 0 ? [wish.client, wish.server] : [wish.server, wish.client];
    const acknowledgment = (flags & ACK) === 0 ? 0 : (isn[from === 0 ? 1 : 0] + ack) >>> 0;
    const header = {
      seq: (isn[from] + seq) >>> 0,
      ack: acknowledgment,
      flags,
      window,
      payload: new Uint8Array(length),
    };
    const frame = ethernetFrame(datagram(own, peer, tcpSegment(header)));
    const seconds = BEGIN + Math.floor(at);
    const nanoseconds = Math.round((at % 1) * 1e6) * 1000;
    packets.push({ octets: frame, seconds, nanoseconds, time: at, connection: wish.connection });
  };
  if (kind === "unanswered") {
    for (const later of [0, 1, 3, 7, 15]) send(0, time + later, SYN, 0, 0, 0, 64_240);
    return;
  }
  send(0, time, SYN, 0, 0, 0, 64_240);
  if (kind === "refused") return send(1, time + rtt, RST | ACK, 0, 1, 0, 0);
  if (kind === "synretx") for (const later of [1, 3]) send(0, wish.start + later, SYN, 0, 0, 0, 64_240);
  if (kind === "synretx") time += 3;
  send(1, time + rtt, SYN | ACK, 0, 1, 0, 65_160);
  time += rtt + 0.0002;
  send(0, time, ACK, 1, 1);
  let [asked, answered] = [1, 1];
  for (let round = 0; round < 3; round++) {
    const length = 200 + random.below(400);
    time += 0.001;
    send(0, time, PUSH | ACK, asked, answered, length);
    if (kind === "retx" && round === 1) {
      time += 0.3;
      send(0, time, PUSH | ACK, asked, answered, length);
    }
    asked += length;
    send(1, time + rtt, ACK, answered, asked);
    for (let part = 0; part < 2; part++) {
      send(1, time + rtt + 0.001 * (part + 1), PUSH | ACK, answered, asked, 1400);
      answered += 1400;
    }
    time += rtt + 0.004;
    send(0, time, ACK, asked, answered, 0, kind === "zero" && round === 1 ? 0 : 502);
    if (kind === "zero" && round === 1) {
      time += 0.5;
      send(1, time, ACK, answered - 1, asked);
      send(0, time + 0.01, ACK, asked, answered, 0, 0);
      time += 1;
      send(0, time, ACK, asked, answered);
    }
    time += 0.01 + random.below(390) / 1000;
  }
  if (kind === "open") return undefined;
  if (kind === "rstserver") return send(1, time + 2.5, RST | ACK, answered, asked, 0, 0);
  if (kind === "rstclient") return send(0, time + 1.2, RST | ACK, asked, answered, 0, 0);
  send(0, time, FIN | ACK, asked, answered);
  if (kind === "closewait") return send(1, time + rtt, ACK, answered, asked + 1);
  send(1, time + rtt, FIN | ACK, answered, asked + 1);
  return send(0, time + rtt + 0.0003, ACK, asked + 1, answered + 1);
}

/** The datagram between two ends, with the ports of the segment set. */
function datagram(own: string, peer: string, segment: Uint8Array): Uint8Array {
  const [[from = "", fromPort], [to = "", toPort]] = [own.split(":"), peer.split(":")];
  const view = new DataView(segment.buffer);
  view.setUint16(0, Number(fromPort));
  view.setUint16(2, Number(toPort));
  const length = 20 + segment.length;
  const addresses = [...from.split("."), ...to.split(".")].map(Number);
  return octets([0x45, 0, length >> 8, length & 0xff, 0, 7, 0x40, 0, 64, 6, 0, 0], addresses, segment);
}
