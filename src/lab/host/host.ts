import { ACK, RST, SYN } from "../../segments/flags.ts";
import { advance, isBefore } from "../../segments/sequence-number.ts";
import type { End, Verb } from "../script/script.ts";
import { abort, close, connect, keepAlive, read, send } from "./calls.ts";
import { type BlockMove, ControlBlock, type Surroundings } from "./control-block.ts";
import { refusalOf } from "./emit.ts";
import { receive } from "./receive.ts";
import type { Effect, LabSegment } from "./segment.ts";

/** The clock that initial sequence numbers follow ticks every 4 microseconds (RFC 9293 section 3.4.1). */
const ISN_TICK = 4000;

/** What a host needs of the run. */
export interface HostSurroundings extends Omit<Surroundings, "transmit" | "moved" | "notify"> {
  readonly end: End;
  /** Where its initial sequence numbers begin. */
  readonly firstIsn: number;
  transmit(segment: LabSegment, block: number): void;
  moved(move: BlockMove, block: number): void;
  notify(event: Parameters<Surroundings["notify"]>[0], block: number): void;
}

/** One machine: what listens on it, and its connections to the other machine, one after the other. */
export class Host {
  /** All that there were, the present one last. */
  readonly blocks: ControlBlock[] = [];
  private isDown = false;
  private listens = false;
  private readonly world: HostSurroundings;

  constructor(world: HostSurroundings) {
    this.world = world;
  }

  /** The index of the present connection; -1: none yet. */
  get current(): number {
    return this.blocks.length - 1;
  }

  /** Makes a call. What the state does not allow changes nothing, as an error that the call returns. */
  call(verb: Verb): void {
    const block = this.blocks.at(-1);
    if (verb.kind === "restart") this.isDown = false;
    if (this.isDown) return;
    switch (verb.kind) {
      case "restart":
        return;
      case "listen":
        this.listen();
        return;
      case "connect":
        this.connect();
        return;
      case "crash":
        this.crash();
        return;
      case "close":
      case "shutdown":
        if (block === undefined) return;
        if (block.state === "LISTEN") this.listens = false;
        close(block, verb.kind === "close");
        return;
      case "abort":
        if (block === undefined) return;
        if (block.state === "LISTEN") this.listens = false;
        abort(block);
        return;
      case "send":
        if (block?.state === "LISTEN") this.connect();
        if (block !== undefined) send(block, verb.octets);
        return;
      case "keepalive":
        if (block !== undefined) keepAlive(block, verb.idle);
        return;
      case "read":
    }
  }

  /** Reads up to so many octets. @returns how many there were */
  read(octets: number): number {
    const block = this.blocks.at(-1);
    return block === undefined ? 0 : read(block, octets);
  }

  /** Takes a segment from the wire. @returns what it did, and to which connection; -1: to none */
  receive(segment: LabSegment): { readonly effect: Effect; readonly block: number } {
    if (this.isDown) return { effect: "none", block: -1 };
    this.makeRoomFor(segment);
    const block = this.blocks.at(-1);
    if (block !== undefined && block.state !== "CLOSED") {
      return { effect: receive(block, segment, () => this.isn()), block: this.current };
    }
    const refusal = refusalOf(segment);
    if (refusal !== null) this.world.transmit(refusal, -1);
    return { effect: refusal === null ? "none" : "new", block: -1 };
  }

  /** An ICMP error quotes what it sent: it ends an attempt to connect (RFC 9293 section 3.9.2.2). */
  receiveUnreachable(): void {
    const block = this.blocks.at(-1);
    if (this.isDown || block?.can("ICMP unreachable") !== true) return;
    block.take("ICMP unreachable");
    this.world.notify("reset", this.current);
  }

  private listen(): void {
    this.listens = true;
    const block = this.blocks.at(-1);
    if (block === undefined || block.state === "CLOSED") {
      const opener = this.open("CLOSED");
      opener.isPassive = true;
      opener.take("passive OPEN");
    }
  }

  private connect(): void {
    const block = this.blocks.at(-1);
    const isIdle = block === undefined || block.state === "CLOSED" || block.state === "TIME-WAIT";
    if (block?.state === "TIME-WAIT") block.take("new SYN sent");
    const opener = isIdle ? this.open("CLOSED") : block;
    connect(opener, this.isn());
  }

  private crash(): void {
    this.isDown = true;
    this.listens = false;
    const block = this.blocks.at(-1);
    if (block?.can("crash") === true) block.take("crash");
  }

  /** A SYN may start a connection where the one before is over, or in TIME-WAIT with older numbers (section 3.6.1). */
  private makeRoomFor({ flags, sequence }: LabSegment): void {
    const block = this.blocks.at(-1);
    if (block === undefined || !this.listens || (flags & (SYN | ACK | RST)) !== SYN) return;
    const isNewer = isBefore(advance(block.peerIsn, block.receiving.next), sequence);
    if (block.state === "TIME-WAIT" && isNewer) block.take("rcv new SYN");
    const hasReturned = block.state === "LISTEN" && block.receiving.next > 0;
    if (block.state === "CLOSED" || hasReturned) this.open("LISTEN");
  }

  private open(state: "LISTEN" | "CLOSED"): ControlBlock {
    const index = this.blocks.length;
    const { world } = this;
    const block = new ControlBlock(
      {
        profile: world.profile,
        mss: world.mss,
        window: world.window,
        retries: world.retries,
        linear: world.linear,
        get now() {
          return world.now;
        },
        after: (nanoseconds, act) => world.after(nanoseconds, act),
        transmit: (segment) => world.transmit(segment, index),
        moved: (move) => world.moved(move, index),
        notify: (event) => world.notify(event, index),
      },
      state,
    );
    if (state === "CLOSED") block.isPassive = false;
    this.blocks.push(block);
    return block;
  }

  private isn(): number {
    return advance(this.world.firstIsn, Math.floor(this.world.now / ISN_TICK));
  }
}
