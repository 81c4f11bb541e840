// One TCP connection as a place between the hosts sees it: a generator of segments in order of time (microseconds).
import { flightEvents } from "./flight.mjs";
import { ACK, FIN, PSH, RST, SYN } from "./packets.mjs";

const MSS = 1448;
const INITIAL_WINDOW = 10;
const FIRST_SYN_TIMEOUT = 1_000_000;
const WINDOW_SCALE = 7;
const SYN_WINDOW = 64_240;

/** How a connection can end; the rest is `refused` and `no-answer`. */
export const CLOSINGS = [
  "client-four",
  "client-three",
  "server-four",
  "simultaneous",
  "client-reset",
  "server-reset",
];

/**
 * @typedef {object} Plan
 * @property {number} start microseconds
 * @property {number} toServer microseconds from the place of capture to the server
 * @property {number} toClient the same to the client
 * @property {number} clientIsn
 * @property {number} serverIsn
 * @property {boolean} hasTimestamps
 * @property {readonly {fromClient: boolean, octets: number}[]} turns who says how much, in order
 * @property {string} ending one of {@link CLOSINGS}, `refused`, `no-answer` or `open`
 * @property {"syn" | "syn-ack" | null} lost what of the handshake has to be repeated
 * @property {number} loss probability that a segment with data is lost, half of them before the place of capture
 * @property {number} reordering probability that a segment with data changes places with the next one
 */

/** @param {Plan} plan @param {ReturnType<import("./random.mjs").random>} rng */
export function* conversation(plan, rng) {
  yield* new Conversation(plan, rng).segments();
}

class Conversation {
  constructor(plan, rng) {
    this.plan = plan;
    this.rng = rng;
    this.now = plan.start;
    const end = (isn) => ({
      next: isn,
      received: 0,
      window: 502 + rng.between(0, 7),
      clock: rng.uint32(),
      latest: 0,
      ipId: rng.between(0, 0xffff),
    });
    this.client = end(plan.clientIsn);
    this.server = end(plan.serverIsn);
  }

  *segments() {
    const { ending, turns } = this.plan;
    if (ending === "no-answer") yield* this.synsInVain();
    else if (ending === "refused") yield* this.refused();
    else {
      yield* this.handshake();
      for (const { fromClient, octets } of turns) yield* this.transfer(fromClient, octets);
      yield* this.close(ending);
    }
  }

  /** A segment of that end, now. `number` and `received` where they are not what the end stands at. */
  segment(fromClient, flags, { payload = 0, number, sack, time = this.now } = {}) {
    const own = fromClient ? this.client : this.server;
    const peer = fromClient ? this.server : this.client;
    const seq = number ?? own.next;
    const isSyn = (flags & SYN) !== 0;
    const takes = payload + (isSyn || (flags & FIN) !== 0 ? 1 : 0);
    const end = (seq + takes) >>> 0;
    if (takes > 0 && ((end - own.next) | 0) > 0) own.next = end;
    own.ipId = (own.ipId + 1) & 0xffff;
    const isBareReset = (flags & (RST | ACK)) === RST;
    const options = (flags & RST) !== 0 ? [] : this.options(own, peer, isSyn, flags, sack, time);
    return {
      time,
      fromClient,
      seq,
      ack: isBareReset || (flags & ACK) === 0 ? 0 : own.received,
      flags,
      window: (flags & RST) !== 0 ? 0 : isSyn ? SYN_WINDOW : own.window,
      payload,
      options,
      ipId: own.ipId,
    };
  }

  options(own, peer, isSyn, flags, sack, time) {
    const { hasTimestamps } = this.plan;
    const options = [];
    if (isSyn) options.push(2, 4, MSS >>> 8, MSS & 0xff);
    if (isSyn) options.push(...(hasTimestamps ? [4, 2] : [1, 1, 4, 2]));
    else if (hasTimestamps) options.push(1, 1);
    if (hasTimestamps) {
      const value = (own.clock + Math.floor(time / 1000)) >>> 0;
      options.push(8, 10, ...octets32(value), ...octets32((flags & ACK) === 0 ? 0 : peer.latest));
      own.latest = value;
    }
    if (isSyn) options.push(1, 3, 3, WINDOW_SCALE);
    if (sack) options.push(1, 1, 5, 10, ...octets32(sack[0]), ...octets32(sack[1]));
    return options;
  }

  /** The receiver of what the end sends has all of it up to that number. */
  receive(fromClient, number) {
    (fromClient ? this.server : this.client).received = number >>> 0;
  }

  *synsInVain() {
    const { clientIsn } = this.plan;
    const copies = this.rng.between(1, 4);
    for (let copy = 0; copy < copies; copy++) {
      yield this.segment(true, SYN, { number: clientIsn });
      this.now += FIRST_SYN_TIMEOUT * 2 ** copy + this.rng.between(0, 4000);
    }
  }

  *refused() {
    yield this.segment(true, SYN);
    this.receive(true, this.client.next);
    this.now += 2 * this.plan.toServer;
    yield this.segment(false, RST | ACK, { number: 0 });
  }

  *handshake() {
    const { clientIsn, serverIsn, toServer, toClient, lost } = this.plan;
    yield this.segment(true, SYN);
    if (lost === "syn") {
      this.now += FIRST_SYN_TIMEOUT + this.rng.between(0, 8000);
      yield this.segment(true, SYN, { number: clientIsn });
    }
    this.receive(true, this.client.next);
    this.now += 2 * toServer;
    yield this.segment(false, SYN | ACK);
    if (lost === "syn-ack") {
      this.now += FIRST_SYN_TIMEOUT + this.rng.between(0, 8000);
      yield this.segment(false, SYN | ACK, { number: serverIsn });
    }
    this.receive(false, this.server.next);
    this.now += 2 * toClient;
    yield this.segment(true, ACK);
  }

  *transfer(fromClient, octets) {
    const own = fromClient ? this.client : this.server;
    let window = INITIAL_WINDOW;
    for (let left = octets; left > 0;) {
      const lengths = [];
      while (left > 0 && lengths.length < window) {
        lengths.push(Math.min(MSS, left));
        left -= lengths.at(-1);
      }
      yield* this.flight(fromClient, own, lengths);
      window = Math.min(window * 2, 128);
    }
  }

  /** One window of data, what goes wrong with it, and the acknowledgments. */
  *flight(fromClient, own, lengths) {
    const { plan, rng } = this;
    const toReceiver = fromClient ? plan.toServer : plan.toClient;
    const toSender = fromClient ? plan.toClient : plan.toServer;
    const { starts, end, events } = flightEvents(
      { lengths, first: own.next, now: this.now, toReceiver, toSender },
      plan,
      rng,
    );
    for (const event of events) {
      this.now = event.time;
      if (event.isAck) {
        this.receive(fromClient, event.received);
        yield this.segment(!fromClient, ACK, { sack: event.sack });
      } else {
        const { i, isCopy } = event;
        const flags = ACK | (i === lengths.length - 1 ? PSH : 0);
        yield { ...this.segment(fromClient, flags, { payload: lengths[i], number: starts[i] }), isCopy };
      }
    }
    this.receive(fromClient, end);
    own.next = end;
    this.now += 2 * toSender + rng.between(50, 2000);
  }

  *close(ending) {
    const { toServer, toClient } = this.plan;
    const isServerFirst = ending === "server-four";
    const [toFirst, toSecond] = isServerFirst ? [toServer, toClient] : [toClient, toServer];
    switch (ending) {
      case "client-four":
      case "server-four":
        yield* this.fin(!isServerFirst);
        this.now += 2 * toSecond;
        yield this.segment(isServerFirst, ACK);
        this.now += this.rng.between(100, 5000);
        yield* this.fin(isServerFirst);
        this.now += 2 * toFirst;
        yield this.segment(!isServerFirst, ACK);
        break;
      case "client-three":
        yield* this.fin(true);
        this.now += 2 * toServer;
        yield* this.fin(false);
        this.now += 2 * toClient;
        yield this.segment(true, ACK);
        break;
      case "simultaneous":
        yield* this.simultaneousClose();
        break;
      case "client-reset":
        yield this.segment(true, RST | ACK);
        break;
      case "server-reset":
        yield this.segment(false, RST | ACK);
        break;
      default:
    }
  }

  *fin(fromClient) {
    yield this.segment(fromClient, FIN | ACK);
    this.receive(fromClient, (fromClient ? this.client : this.server).next);
  }

  *simultaneousClose() {
    const { toServer, toClient } = this.plan;
    const [clientFin, serverFin] = [this.client.next + 1, this.server.next + 1];
    yield this.segment(true, FIN | ACK);
    this.now += Math.min(toServer, 50);
    yield this.segment(false, FIN | ACK);
    this.receive(true, clientFin);
    this.receive(false, serverFin);
    const [first, second] = toClient < toServer ? [true, false] : [false, true];
    this.now += 2 * Math.min(toClient, toServer);
    yield this.segment(first, ACK);
    this.now += 2 * Math.abs(toClient - toServer) + 10;
    yield this.segment(second, ACK);
  }
}

function octets32(value) {
  return [(value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}
