import { bisect } from "../base/bisect.ts";
import { ACK, RST, SYN } from "../segments/flags.ts";
import { SegmentTableBuilder } from "../segments/segment-table-builder.ts";
import { Random } from "./random.ts";
import { SimulatedHost } from "./simulated-host.ts";
import type { Surroundings, WireSegment } from "./simulated-surroundings.ts";

/** What really happened, and what a capture at one end holds of it. */
export interface SimulatedExchange {
  /** The two ends of the first connection. */
  readonly hosts: readonly [SimulatedHost, SimulatedHost];
  /** All ends, one for each connection that they had, oldest first. */
  readonly clients: readonly SimulatedHost[];
  readonly servers: readonly SimulatedHost[];
  /** Where it was captured. */
  readonly capturedAt: 0 | 1;
  /** The segment of each captured row. */
  readonly rows: readonly WireSegment[];
  /** When each row was captured, in seconds. */
  readonly times: readonly number[];
  /** All segments that were sent, captured or not. */
  readonly sent: readonly WireSegment[];
  /** When the segments reached the other host, by id; several times if the wire duplicated them. */
  readonly arrivals: ReadonlyMap<number, readonly number[]>;
  readonly table: SegmentTableBuilder;
}

/** Longest simulated time in seconds. */
const END = 300;
/** What a host needs to see a segment and to act on it. */
const PROCESSING = 20e-6;

/**
 * One random but legal exchange over a wire that loses, delays, reorders and duplicates, captured at one end.
 * @param mayReopen whether the client may use the same port for a second connection
 * @param isTimed whether the table has times, as a text may not
 */
export function simulateExchange(seed: number, mayReopen = false, isTimed = true): SimulatedExchange {
  return new Simulation(seed, mayReopen, isTimed).run();
}

class Simulation {
  private readonly random: Random;
  private readonly agenda = new Agenda();
  private readonly clients: SimulatedHost[];
  private readonly servers: SimulatedHost[];
  private readonly listens: boolean;
  private readonly capturedAt: 0 | 1;
  private readonly rows: WireSegment[] = [];
  private readonly sent: WireSegment[] = [];
  private readonly times: number[] = [];
  private readonly arrivals = new Map<number, number[]>();
  private readonly loss: number;
  private readonly duplication: number;
  private readonly delay: number;
  private readonly jitter: number;
  private readonly hasTimestamps: boolean;
  private readonly isTimed: boolean;
  private segments = 0;

  constructor(seed: number, mayReopen: boolean, isTimed: boolean) {
    this.isTimed = isTimed;
    const random = new Random(seed);
    this.random = random;
    this.capturedAt = random.chance(0.5) ? 0 : 1;
    this.loss = random.chance(0.3) ? 0 : random.between(0, 0.3);
    this.duplication = random.chance(0.7) ? 0 : random.between(0, 0.2);
    this.delay = random.between(0.0005, 0.15);
    this.jitter = random.chance(0.5) ? 0 : this.delay * random.between(0, 1.5);
    this.hasTimestamps = random.chance(0.6);
    const isSimultaneous = random.chance(0.07);
    const listens = !isSimultaneous && random.chance(0.95);
    this.listens = listens;
    this.clients = [this.host(0, false)];
    this.servers = [this.host(1, listens)];
    this.agenda.add(0.001, () => this.current(0).connect());
    if (isSimultaneous)
      this.agenda.add(0.001 + random.between(0, this.delay), () => this.current(1).connect());
    if (mayReopen && listens && random.chance(0.3))
      this.agenda.add(random.between(2, 90), () => this.reopen());
  }

  run(): SimulatedExchange {
    this.agenda.run(END);
    const { clients, servers, capturedAt, rows, times, sent, arrivals } = this;
    const table = this.table();
    const [client, server] = [clients[0] ?? this.current(0), servers[0] ?? this.current(1)];
    return { hosts: [client, server], clients, servers, capturedAt, rows, times, sent, arrivals, table };
  }

  private current(end: 0 | 1): SimulatedHost {
    const host = (end === 0 ? this.clients : this.servers).at(-1);
    if (host === undefined) throw new Error("no host");
    return host;
  }

  /** The client uses the same port again, if it may (Linux: tcp_tw_reuse) or has crashed. */
  private reopen(): void {
    const { state } = this.current(0);
    if (state !== "CLOSED" && state !== "TIME-WAIT" && !this.random.chance(0.2)) return;
    this.current(0).vanish();
    this.clients.push(this.host(0, false));
    this.current(0).connect();
  }

  private host(end: 0 | 1, listens: boolean): SimulatedHost {
    const { random, agenda } = this;
    const world: Surroundings = {
      now: () => agenda.now,
      after: (seconds, act) => agenda.add(seconds, act),
      transmit: (segment) =>
        this.transmit({ ...segment, id: this.segments++, from: end, sentAt: agenda.now }),
      onEstablished: () => this.useConnection(host),
      onEndOfStream: () => {
        if (random.chance(0.85)) agenda.add(random.between(0, 1), () => host.close(random.chance(0.5)));
      },
    };
    const host: SimulatedHost = new SimulatedHost(world, {
      isn: random.below(2 ** 32),
      listens,
      delaysAcks: random.chance(0.5),
    });
    return host;
  }

  /** A listener starts a new connection for a SYN when it has none on the pair, or one in TIME-WAIT. */
  private accept(segment: WireSegment): void {
    const isSyn = (segment.flags & (SYN | ACK | RST)) === SYN;
    const { state } = this.current(1);
    if (segment.from === 1 || !isSyn || !this.listens || (state !== "CLOSED" && state !== "TIME-WAIT"))
      return;
    this.current(1).vanish();
    this.servers.push(this.host(1, true));
  }

  /** What the application does once it has a connection. */
  private useConnection(host: SimulatedHost): void {
    const { random, agenda } = this;
    let at = 0;
    for (let acts = random.below(5); acts > 0; acts--) {
      at += random.between(0, 0.5);
      agenda.add(at, () => host.send(1 + random.below(350)));
    }
    if (random.chance(0.15)) agenda.add(at + random.between(0, 2), () => host.abort());
    if (random.chance(0.7)) agenda.add(at + random.between(0, 2), () => host.close(random.chance(0.4)));
  }

  private transmit(segment: WireSegment): void {
    const { random } = this;
    this.sent.push(segment);
    if (this.capturedAt === segment.from) this.capture(segment);
    const copies = random.chance(this.duplication) ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) {
      if (random.chance(this.loss)) continue;
      const travel = this.delay + random.next() * this.jitter;
      this.agenda.add(travel, () => this.arrive(segment));
    }
  }

  private arrive(segment: WireSegment): void {
    const receiver = segment.from === 0 ? 1 : 0;
    if (this.capturedAt === receiver) this.capture(segment);
    this.agenda.add(PROCESSING, () => {
      const times = this.arrivals.get(segment.id) ?? [];
      this.arrivals.set(segment.id, [...times, this.agenda.now]);
      this.accept(segment);
      this.current(receiver).receive(segment);
    });
  }

  private capture(segment: WireSegment): void {
    this.rows.push(segment);
    this.times.push(this.agenda.now);
  }

  private table(): SegmentTableBuilder {
    const table = new SegmentTableBuilder();
    for (const [index, segment] of this.rows.entries()) {
      const [source, destination] = segment.from === 0 ? [CLIENT, SERVER] : [SERVER, CLIENT];
      const octets =
        this.hasTimestamps && segment.timestampValue > 0 ? timestampOctets(segment) : new Uint8Array(0);
      table.append({
        frame: index + 1,
        time: this.isTimed ? BigInt(Math.round((this.times[index] ?? 0) * 1e9)) : null,
        flow: table.flows.internEndpoints(source, destination),
        sequenceNumber: segment.seq,
        acknowledgmentNumber: segment.ack,
        payloadLength: segment.length,
        window: 65535,
        flags: segment.flags,
        ipId: (segment.id * 7 + 1) & 0xffff,
        ttl: segment.from === this.capturedAt ? 64 : 60,
        octets,
        optionsAt: 0,
        optionsLength: octets.length,
      });
    }
    return table;
  }
}

const CLIENT = { address: "10.0.0.1", port: 40000 };
const SERVER = { address: "10.0.0.2", port: 80 };

function timestampOctets({ timestampValue, timestampEcho }: WireSegment): Uint8Array {
  const octets = new Uint8Array(12);
  const view = new DataView(octets.buffer);
  octets.set([1, 1, 8, 10]);
  view.setUint32(4, timestampValue);
  view.setUint32(8, timestampEcho);
  return octets;
}

/** Things to do at a time, earliest first; those of one moment in the order in which they were planned. */
class Agenda {
  now = 0;
  private readonly entries: { readonly at: number; readonly order: number; readonly act: () => void }[] = [];
  private planned = 0;

  add(seconds: number, act: () => void): void {
    const entry = { at: this.now + seconds, order: this.planned++, act };
    const { entries } = this;
    entries.splice(
      bisect(0, entries.length, (index) => entries[index].at > entry.at),
      0,
      entry,
    );
  }

  run(until: number): void {
    for (
      let entry = this.entries.pop();
      entry !== undefined && entry.at <= until;
      entry = this.entries.pop()
    ) {
      this.now = entry.at;
      entry.act();
    }
  }
}
