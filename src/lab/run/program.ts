import type { Cause, Call, End, Script, Verb } from "../script/script.ts";

/** What a program can do to its machine, and when. */
export interface ProgramSurroundings {
  readonly now: number;
  /** The present connection of the end; -1: none yet. */
  readonly current: number;
  /** At a time, in nanoseconds since the script began. */
  at(time: number, act: () => void): void;
  /** Makes a call now. @returns the connection that is the present one afterwards; -1: none */
  call(call: Call, statement: number): number;
  /** Reads up to so many octets of the present connection. */
  read(octets: number): number;
}

/** What has happened on one connection: when, for what a call may wait for. */
interface Happened {
  readonly times: Map<Cause["kind"], number>;
  read: number;
  hasEnded: boolean;
}

/** A line with a call. */
interface Planned {
  readonly call: Call;
  readonly statement: number;
  /** The connection that its cause belongs to, counted by the lines with `listen` and `connect`. */
  readonly waitsIn: number;
  /** The one that it is made on. */
  readonly session: number;
  /** The call before it. */
  readonly previous: Planned | null;
  /** The call that waits for this one to return. */
  follower: Planned | null;
  madeAt: number | null;
  returnedAt: number | null;
}

/** Calls to the host, whatever became of the connection. */
const OPENS: ReadonlySet<Verb["kind"]> = new Set(["listen", "connect", "crash", "restart"]);

/**
 * The program at one end: its lines of the script. A line with `listen` or `connect` begins a session, which is bound to
 * the connection that comes of it; the causes of the lines below it are events of that connection.
 */
export class Program {
  private readonly plan: readonly Planned[];
  /** Calls that what happens next may make due, in no order. */
  private waiting: Planned[];
  /** By session: the calls that wait for octets, the fewest last. */
  private readonly readers: ReadonlyMap<number, Planned[]>;
  private readonly world: ProgramSurroundings;
  private readonly happened: Happened[] = [];
  /** By session: the connection; absent until there is one. */
  private readonly connections = new Map<number, number>();
  /** A program without a line that reads takes everything as it comes. */
  private readonly readsAll: boolean;
  /** Octets that the program waits for. */
  private wanted = 0;
  private reading: Planned | null = null;

  constructor(script: Script, end: End, world: ProgramSurroundings) {
    this.world = world;
    this.plan = planOf(script, end);
    this.waiting = this.plan.filter(mayBeDue);
    this.readers = readersOf(this.plan);
    this.readsAll = !this.plan.some(({ call }) => call.verb.kind === "read");
  }

  /** Begins with what waits for nothing. */
  start(): void {
    for (const planned of this.plan) {
      const { when } = planned.call;
      if (when.kind === "at") this.makeAt(planned, when.time);
    }
    this.look();
  }

  /** Something happened on a connection of this end. */
  notify(event: Exclude<Cause["kind"], "read"> | "data" | "gone", connection: number): void {
    const happened = this.of(connection);
    const { now } = this.world;
    if (event === "data") this.takeData(happened, connection);
    else if (event === "gone") happened.hasEnded = true;
    else if (event === "acked" || !happened.times.has(event)) happened.times.set(event, now);
    if (event === "accepted") this.accept(connection);
    this.look();
  }

  private of(connection: number): Happened {
    const found = this.happened[connection];
    if (found !== undefined) return found;
    const made = { times: new Map<Cause["kind"], number>(), read: 0, hasEnded: false };
    this.happened[connection] = made;
    return made;
  }

  /** The oldest session that listens gets the connection. */
  private accept(connection: number): void {
    for (const { call, session, madeAt } of this.plan) {
      if (call.verb.kind !== "listen" || madeAt === null || this.connections.has(session)) continue;
      this.connections.set(session, connection);
      return;
    }
  }

  private takeData(happened: Happened, connection: number): void {
    if (this.readsAll) happened.read += this.world.read(Number.POSITIVE_INFINITY);
    else this.readWanted(connection);
  }

  private readWanted(connection: number): void {
    const happened = this.of(connection);
    const taken = this.wanted === 0 ? 0 : this.world.read(this.wanted);
    this.wanted -= taken;
    happened.read += taken;
    if (this.wanted > 0 || this.reading === null) return;
    this.reading.returnedAt ??= this.world.now;
    this.reading = null;
  }

  /** Plans every call whose cause has come, in the order of the script. */
  private look(): void {
    const due = this.waiting.filter((planned) => this.causedAt(planned) !== null);
    if (due.length > 0) this.waiting = this.waiting.filter((planned) => this.causedAt(planned) === null);
    for (const readers of this.readers.values()) {
      for (let next = readers.at(-1); next && this.causedAt(next) !== null; next = readers.at(-1)) {
        due.push(next);
        readers.pop();
      }
    }
    for (const planned of due.toSorted((a, b) => a.statement - b.statement)) {
      const { when } = planned.call;
      if (when.kind === "after") this.makeAt(planned, (this.causedAt(planned) ?? 0) + when.pause);
    }
  }

  /** When the cause of a call came; null: not yet. */
  private causedAt({ call: { when }, waitsIn, previous }: Planned): number | null {
    if (when.kind === "at") return null;
    const { cause } = when;
    if (cause === null) return previous === null ? 0 : this.returnOf(previous);
    const connection = this.connections.get(waitsIn);
    const happened = connection === undefined ? undefined : this.happened[connection];
    if (happened === undefined) return null;
    if (cause.kind === "read") {
      if (happened.read < cause.octets) return null;
      return this.world.now;
    }
    const time = happened.times.get(cause.kind) ?? null;
    // What is acknowledged is what the calls before it have sent.
    const isEarly =
      cause.kind === "acked" && !(time !== null && time >= (previous?.madeAt ?? Number.POSITIVE_INFINITY));
    return isEarly ? null : time;
  }

  private returnOf({ call, session, madeAt, returnedAt }: Planned): number | null {
    if (madeAt === null) return null;
    if (call.verb.kind === "read" && call.verb.per === null) return returnedAt;
    if (call.verb.kind !== "connect" && call.verb.kind !== "listen") return madeAt;
    const connection = this.connections.get(session);
    const times = connection === undefined ? undefined : this.happened[connection]?.times;
    return times?.get("connected") ?? times?.get("accepted") ?? null;
  }

  private makeAt(planned: Planned, time: number): void {
    this.world.at(time, () => this.make(planned));
  }

  private make(planned: Planned): void {
    const { call, statement, session } = planned;
    const own = this.connections.get(session);
    // Its connection is over, and the port is used again: the call returns an error.
    if (own !== undefined && own !== this.world.current && !OPENS.has(call.verb.kind)) return;
    planned.madeAt = this.world.now;
    if (planned.follower !== null) this.waiting.push(planned.follower);
    const connection = this.world.call(call, statement);
    if (call.verb.kind === "connect") this.connections.set(session, connection);
    if (call.verb.kind === "listen") this.acceptWaiting();
    if (call.verb.kind === "read") this.startReading(planned, call.verb);
    this.look();
  }

  /** A connection that was established before the program asked for it. */
  private acceptWaiting(): void {
    const bound = new Set(this.connections.values());
    for (const [connection, happened] of this.happened.entries()) {
      if (happened.times.has("accepted") && !bound.has(connection)) {
        happened.times.set("accepted", this.world.now);
        this.accept(connection);
        return;
      }
    }
  }

  private startReading(planned: Planned, verb: Extract<Verb, { readonly kind: "read" }>): void {
    const connection = this.connections.get(planned.session);
    if (connection !== undefined && this.of(connection).hasEnded) return;
    this.wanted = verb.per === null ? this.wanted + verb.octets : verb.octets;
    if (verb.per === null) this.reading = planned;
    if (connection !== undefined) this.readWanted(connection);
    const { per } = verb;
    if (per === null) return;
    this.world.at(this.world.now + per, () => {
      this.startReading(planned, verb);
      this.look();
    });
  }
}

/** Whether a call waits neither for a time, nor for octets, nor for another call that was not made yet. */
function mayBeDue({ call: { when }, previous }: Planned): boolean {
  if (when.kind === "at") return false;
  return when.cause === null ? previous === null : when.cause.kind !== "read";
}

/** The calls that wait for octets by the session that those come in, the fewest last. */
function readersOf(plan: readonly Planned[]): ReadonlyMap<number, Planned[]> {
  const readers = new Map<number, Planned[]>();
  const most = plan
    .filter(({ call }) => octetsOf(call) !== null)
    .sort((a, b) => (octetsOf(b.call) ?? 0) - (octetsOf(a.call) ?? 0));
  for (const planned of most) {
    const list = readers.get(planned.waitsIn) ?? [];
    list.push(planned);
    readers.set(planned.waitsIn, list);
  }
  return readers;
}

function octetsOf({ when }: Call): number | null {
  return when.kind === "after" && when.cause?.kind === "read" ? when.cause.octets : null;
}

/** The calls of one end, in the order of the script. */
function planOf(script: Script, end: End): Planned[] {
  const plan: Planned[] = [];
  let session = 0;
  for (const [statement, call] of script.entries()) {
    if (call.kind !== "call" || call.end !== end) continue;
    const waitsIn = session;
    if (call.verb.kind === "listen" || call.verb.kind === "connect") session++;
    const previous = plan.at(-1) ?? null;
    const unmade = { follower: null, madeAt: null, returnedAt: null };
    const planned: Planned = { call, statement, waitsIn, session, previous, ...unmade };
    const follows = call.when.kind === "after" && call.when.cause === null;
    if (previous !== null && follows) previous.follower = planned;
    plan.push(planned);
  }
  return plan;
}
