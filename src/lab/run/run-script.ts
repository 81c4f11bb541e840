import { advance } from "../../segments/sequence-number.ts";
import type { BlockMove } from "../host/control-block.ts";
import { Host } from "../host/host.ts";
import type { Arrival, LabSegment, SentSegment } from "../host/segment.ts";
import { type Call, type End, otherEnd, type RawSegment, type Script } from "../script/script.ts";
import { Agenda } from "./agenda.ts";
import { Program } from "./program.ts";
import { NameCounter, nameOf } from "./segment-name.ts";
import { LONGEST_RUN, MOST_EVENTS, MOST_SEGMENTS, type Settings, settingsOf } from "./settings.ts";
import type { MoveCause, Trace, TraceCall, TraceMove } from "./trace.ts";
import { hash, Wire } from "./wire.ts";

/** What a host needs to act on a segment once a capture there holds it, in nanoseconds. */
const PROCESSING = 20e3;
/** How long a segment takes to leave: the next one in its direction is so far behind it, in nanoseconds. */
const SERIALIZATION = 25e3;
/** How far the second copy of a doubled segment is behind the first. */
const DOUBLED_GAP = 100e3;
/** The place of the wire among the ends, where things happen at one time. */
const WIRE = 2;

/** Runs a script from beginning to end. The same script gives the same trace on every machine. */
export function runScript(script: Script): Trace {
  return new Run(script).run();
}

class Run {
  private readonly settings: Settings;
  private readonly agenda = new Agenda();
  private readonly wire: Wire;
  private readonly names = new NameCounter();
  private readonly hosts: readonly [Host, Host];
  private readonly programs: readonly [Program, Program];
  private readonly segments: SentSegment[] = [];
  private readonly moves: TraceMove[] = [];
  private readonly calls: TraceCall[] = [];
  private readonly firstIsns: readonly [number, number];
  /** When each direction of the wire can take another segment. */
  private readonly freeAt: [number, number] = [0, 0];
  private cause: MoveCause = { kind: "timer" };
  private order = 0;
  private changedAt = 0;

  constructor(script: Script) {
    this.settings = settingsOf(script);
    const { seed } = this.settings;
    this.wire = new Wire(script, seed);
    this.firstIsns = [hash(`${seed} client`), hash(`${seed} server`)];
    this.hosts = [this.host(0), this.host(1)];
    this.programs = [this.program(script, 0), this.program(script, 1)];
    for (const statement of script) {
      if (statement.kind !== "inject") continue;
      this.agenda.add(statement.time, WIRE, () => this.inject(statement.end, statement.raw));
    }
  }

  run(): Trace {
    const { agenda, segments, moves, calls, settings } = this;
    const until = settings.end ?? LONGEST_RUN;
    for (const program of this.programs) program.start();
    let [next, events] = [agenda.next, 0];
    while (next !== null && next <= until && segments.length < MOST_SEGMENTS && events++ < MOST_EVENTS) {
      this.cause = { kind: "timer" };
      agenda.step();
      next = agenda.next;
    }
    const isFull = segments.length >= MOST_SEGMENTS;
    const isBusy = events > MOST_EVENTS;
    const isLong = settings.end === null && next !== null;
    return {
      segments,
      moves,
      calls,
      blocks: [this.blocksOf(0), this.blocksOf(1)],
      end: settings.end !== null && !isFull && !isBusy ? settings.end : this.changedAt,
      stopped: isFull ? "segments" : isBusy ? "events" : isLong ? "time" : null,
      unmet: this.wire.unmet,
    };
  }

  private blocksOf(end: End): Trace["blocks"][End] {
    return this.hosts[end].blocks.map(({ isn, initial }) => ({ isn, initial }));
  }

  /** The next place in the order of happening. */
  private mark(): number {
    this.changedAt = this.agenda.now;
    return this.order++;
  }

  private host(end: End): Host {
    const { agenda, settings } = this;
    const { profile, mss, window, retries, linear, tick } = settings;
    return new Host({
      end,
      firstIsn: this.firstIsns[end],
      profile,
      mss,
      window,
      retries,
      linear,
      get now() {
        return agenda.now;
      },
      after: (nanoseconds, act) => agenda.add(turnAfter(agenda.now, nanoseconds, tick), end, act),
      transmit: (segment, block) => this.transmit(segment, end, block),
      moved: (move, block) => this.note(move, end, block),
      notify: (event, block) => this.programs[end].notify(event, block),
    });
  }

  private program(script: Script, end: End): Program {
    const { agenda, hosts } = this;
    return new Program(script, end, {
      get now() {
        return agenda.now;
      },
      get current() {
        return hosts[end].current;
      },
      at: (time, act) => agenda.add(time, end, act),
      call: (call, statement) => this.call(call, statement),
      read: (octets) => this.hosts[end].read(octets),
    });
  }

  private call(call: Call, statement: number): number {
    this.cause = { kind: "call", statement };
    this.calls.push({ at: this.agenda.now, order: this.mark(), statement, call });
    const host = this.hosts[call.end];
    host.call(call.verb);
    return host.current;
  }

  private note(move: BlockMove, end: End, block: number): void {
    this.moves.push({ ...move, at: this.agenda.now, order: this.mark(), end, block, cause: this.cause });
  }

  /** Puts a segment on the wire, which decides at once what becomes of it. */
  private transmit(segment: LabSegment, from: End, block: number): void {
    if (this.segments.length >= MOST_SEGMENTS) return;
    const sent = this.record(segment, from, block, false);
    const { loss, extraDelay, isDoubled } = this.wire.fateOf(sent.name, sent.sentAt);
    sent.loss = loss;
    const leavesAt = Math.max(sent.sentAt, this.freeAt[from]);
    this.freeAt[from] = leavesAt + SERIALIZATION;
    const arrivesAt = leavesAt + this.settings.delay[from] + extraDelay;
    if (loss === "icmp") this.bounce(sent, arrivesAt);
    if (loss !== null) return;
    this.deliver(sent, arrivesAt);
    if (isDoubled) this.deliver(sent, arrivesAt + DOUBLED_GAP);
  }

  private record(segment: LabSegment, from: End, block: number, isInjected: boolean): SentSegment {
    const name = nameOf(segment, from, this.isnOf(from, block), this.isnOf(otherEnd(from)));
    const { flags, sequence, acknowledgment, window, octets, options } = segment;
    const sent: SentSegment = {
      flags,
      sequence,
      acknowledgment,
      window,
      octets,
      options,
      id: this.segments.length,
      from,
      isInjected,
      block,
      sentAt: this.agenda.now,
      order: this.mark(),
      name: isInjected ? { ...name, copy: 0 } : this.names.next(name),
      arrivals: [],
      loss: null,
      bouncedAt: null,
    };
    this.segments.push(sent);
    return sent;
  }

  private isnOf(end: End, block = -1): number {
    const { blocks } = this.hosts[end];
    return (blocks[block] ?? blocks.at(-1))?.isn ?? this.firstIsns[end];
  }

  private deliver(sent: SentSegment, at: number): void {
    const to = otherEnd(sent.from);
    this.agenda.add(at, WIRE, () => {
      const arrival: Arrival = { capturedAt: at, order: this.mark(), processed: null };
      sent.arrivals.push(arrival);
      this.agenda.add(at + PROCESSING, to, () => this.process(sent, arrival, to));
    });
  }

  private process(sent: SentSegment, arrival: Arrival, to: End): void {
    this.cause = { kind: "segment", id: sent.id };
    const order = this.mark();
    const { effect, block } = this.hosts[to].receive(sent);
    arrival.processed = { at: this.agenda.now, order, block, effect };
  }

  /** The other host's network refuses a segment: an ICMP error goes back. */
  private bounce(sent: SentSegment, at: number): void {
    const back = at + this.settings.delay[otherEnd(sent.from)];
    this.agenda.add(back, WIRE, () => {
      sent.bouncedAt = back;
      this.mark();
    });
    this.agenda.add(back + PROCESSING, sent.from, () => {
      this.cause = { kind: "icmp", id: sent.id };
      this.hosts[sent.from].receiveUnreachable();
    });
  }

  /** A segment that nobody sent arrives at the other end. Its numbers count from both initial sequence numbers. */
  private inject(end: End, { flags, sequence, acknowledgment, window, octets }: RawSegment): void {
    const sent = this.record(
      {
        flags,
        sequence: advance(this.isnOf(end), sequence),
        acknowledgment: acknowledgment === null ? 0 : advance(this.isnOf(otherEnd(end)), acknowledgment),
        window: window ?? 65_535,
        octets,
        options: {},
      },
      end,
      -1,
      true,
    );
    this.deliver(sent, this.agenda.now);
  }
}

/**
 * When a timer of that length runs out. Linux keeps timers in a wheel that turns by 1, 8, 64 … ticks, the more the longer
 * they are, and never early (kernel/time/timer.c: 63 steps a level).
 */
function turnAfter(now: number, length: number, tick: number | null): number {
  if (tick === null) return now + length;
  let step = tick;
  while (length >= 63 * step) step *= 8;
  return (Math.floor((now + length) / step) + 1) * step;
}
