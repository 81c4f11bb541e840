import type { Steps } from "../base/turns.ts";
import { ipv4Number } from "../segments/address.ts";
import type { Endpoint } from "../segments/endpoint.ts";
import { enderOf } from "./ended-by.ts";
import type { FilterWords } from "./filter/filter-language.ts";
import { type FilterGround, type FilterTest, filterTest } from "./filter/filter-test.ts";
import { framesIn, parseFilter } from "./filter/parse-filter.ts";
import { clockOf } from "./filter/read-time.ts";
import { captureSpanOf } from "./filter/time-range.ts";
import { placeOf } from "./find-line.ts";
import { type Loadable, valueOf } from "./loadable.ts";
import type { ConnectionLines, ConnectionSummary, OpenedCapture, SegmentPlace } from "./opened-capture.ts";
import { orderInSteps, type SortKey } from "./order-by-keys.ts";
import { isCaptureOrder, type SortColumn, type SortOrder } from "./sort-order.ts";
import type { TimeForm } from "./time-form.ts";

/** The part of the store that decides what the list shows. */
export interface ListChoice {
  readonly capture: Loadable<OpenedCapture, unknown, unknown>;
  readonly filter: string;
  readonly filterWords: FilterWords | null;
  readonly order: SortOrder;
  readonly times: TimeForm;
}

/** The connection that holds a record, by the record's number in the file; null: none does. */
export type ConnectionOfFrame = (frame: number) => number | null;

/** How many connections are looked at in one step, each for one value of the filter: about a millisecond. */
const A_STEP = 4000;

/** Where the segment of a record stands, by the record's number in the file; null: no connection holds it. */
export type FindFrame = (frame: number) => Promise<SegmentPlace | null>;

/** The most records that one filter is answered for; each is looked for in the whole table. */
const MOST_FRAMES = 100;

/** Makes lists, and remembers the connections of the records that filters asked for. */
export class ListMaker {
  private readonly findFrame: FindFrame;
  private of: object | null = null;
  private connections = new Map<number, number | null>();

  constructor(findFrame: FindFrame) {
    this.findFrame = findFrame;
  }

  /** Whether the list can be made at once. @param choice with another `lastOpened` for each capture */
  isReady(choice: ListChoice & { readonly lastOpened: object | null }): boolean {
    if (this.of !== choice.lastOpened) this.connections = new Map();
    this.of = choice.lastOpened;
    return this.unknown(choice).length === 0;
  }

  /** Looks for the records that the filter asks for. */
  async prepare(choice: ListChoice & { readonly lastOpened: object | null }): Promise<void> {
    if (this.isReady(choice)) return;
    const { connections } = this;
    for (const [index, frame] of this.unknown(choice).entries()) {
      connections.set(frame, index < MOST_FRAMES ? await this.connectionOf(frame) : null);
    }
  }

  /** null, too, if the worker stopped; the page says so when it next needs it. */
  private async connectionOf(frame: number): Promise<number | null> {
    try {
      return (await this.findFrame(frame))?.connection ?? null;
    } catch {
      return null;
    }
  }

  list(choice: ListChoice): Steps<ConnectionLines> {
    return listInSteps(choice, (frame) => this.connections.get(frame) ?? null);
  }

  private unknown({ filter, filterWords }: ListChoice): number[] {
    const frames = framesIn(parseFilter(filter, filterWords).expression);
    return frames.filter((frame) => !this.connections.has(frame));
  }
}

/**
 * The connections as they are filtered and sorted, in steps of some milliseconds; none without a capture. Equal ones stay
 * in capture order.
 */
export function* listInSteps(
  choice: ListChoice,
  connectionOfFrame: ConnectionOfFrame,
): Steps<ConnectionLines> {
  const { capture, filterWords, order } = choice;
  const opened = valueOf(capture);
  if (opened === null) return [];
  const { connections } = opened;
  const test = testOf(choice, opened, connectionOfFrame);
  const kept = test === null ? null : yield* keptPlaces(connections, test);
  if (isCaptureOrder(order)) return kept ? new PickedLines(connections, kept) : connections;
  const keyOf = sortKeyOf(order.column, opened, filterWords);
  const keys: SortKey[] = [];
  for (const connection of kept ? new PickedLines(connections, kept) : connections) {
    keys.push(keyOf(connection));
    if (keys.length % A_STEP === 0) yield;
  }
  const sorted = yield* orderInSteps(keys, order.isDescending);
  return new PickedLines(connections, kept ? sorted.map((index) => kept[index] ?? 0) : sorted);
}

/** null: nothing is filtered. */
function testOf(
  { filter, filterWords: words, times }: ListChoice,
  capture: OpenedCapture,
  connectionOfFrame: ConnectionOfFrame,
): FilterTest | null {
  const parsed = parseFilter(filter, words);
  if (parsed.terms.length === 0) return null;
  return filterTest(parsed, groundOf(capture, words, times, connectionOfFrame));
}

/** What a filter of the list needs to know. The times look at all connections: only where they are asked for. */
export function groundOf(
  capture: Pick<OpenedCapture, "connections" | "hostNames" | "timeBase" | "names">,
  words: FilterWords | null,
  times: TimeForm,
  connectionOfFrame: ConnectionOfFrame,
): FilterGround {
  return {
    hostNames: capture.hostNames,
    names: capture.names ?? null,
    get captureStart() {
      return captureSpanOf(capture.connections)?.start ?? Number.NaN;
    },
    get clock() {
      return clockOf(capture, times === "local");
    },
    words,
    connectionOfFrame,
  };
}

/** The indices of the connections that pass. */
function* keptPlaces(connections: ConnectionLines, { passes, values }: FilterTest): Steps<Uint32Array> {
  const step = Math.ceil(A_STEP / Math.max(1, values));
  const kept = new Uint32Array(connections.length);
  let count = 0;
  let place = 0;
  for (const connection of connections) {
    if (passes(connection)) kept[count++] = place;
    if (place++ % step === 0) yield;
  }
  return kept.slice(0, count);
}

/** Puts 10.0.0.9 before 10.0.0.10 and port 80 before port 443; other addresses follow, as words. */
function endpointOrder({ address, port }: Endpoint): SortKey {
  const number = typeof port === "number" ? ipv4Number(address) : null;
  if (number === null) return `${address} ${String(port).padStart(5, "0")}`;
  return (number >>> 0) * 65536 + Number(port);
}

function sortKeyOf(
  column: SortColumn,
  { names }: OpenedCapture,
  words: FilterWords | null,
): (connection: ConnectionSummary) => SortKey {
  if (column === "outcome" && words) return wordedOutcome(words);
  if (column === "name") return ({ id }) => names?.names[(names.nameOf[id] ?? 0) - 1]?.toLowerCase() ?? null;
  return SORT_KEYS[column];
}

/** Orders outcomes by the words that the list shows. */
function wordedOutcome(words: FilterWords): (connection: ConnectionSummary) => SortKey {
  return ({ verdict }) => verdict && words.outcome(verdict.outcome, verdict.startCaptured).toLowerCase();
}

/** The sort key of each column; null if a connection has none, or none yet. */
const SORT_KEYS: Record<Exclude<SortColumn, "name">, (connection: ConnectionSummary) => SortKey> = {
  start: ({ id }) => id,
  client: ({ client }) => endpointOrder(client),
  server: ({ server }) => endpointOrder(server),
  outcome: ({ verdict }) => verdict && `${verdict.outcome} ${verdict.startCaptured ? 0 : 1}`,
  segments: ({ segments }) => segments,
  payload: ({ verdict }) => verdict && verdict.payload.client + verdict.payload.server,
  duration: ({ verdict }) => verdict?.duration ?? null,
  handshakeRoundTrip: ({ verdict }) => verdict?.handshakeRoundTrip?.duration ?? null,
  openingTime: ({ verdict }) => verdict?.openingTime?.duration ?? null,
  syns: ({ verdict, syns }) => verdict && syns,
  retransmissions: ({ verdict }) =>
    verdict && verdict.retransmissions.client + verdict.retransmissions.server,
  zeroWindow: ({ verdict }) => verdict && verdict.zeroWindow,
  lastStates: ({ lastStates: { client, server } }) => `${client ?? ""} ${server ?? ""}`,
  closer: ({ verdict }) => verdict && (enderOf(verdict) ?? ""),
  clientData: ({ verdict }) => verdict && verdict.payload.client,
  serverData: ({ verdict }) => verdict && verdict.payload.server,
};

/** Some lines of others, in an order of their own. */
export class PickedLines implements ConnectionLines {
  private readonly all: ConnectionLines;
  private readonly places: Uint32Array;

  /** @param places of the lines among the others */
  constructor(all: ConnectionLines, places: Uint32Array) {
    this.all = all;
    this.places = places;
  }

  get length(): number {
    return this.places.length;
  }

  at(place: number): ConnectionSummary | undefined {
    const original = this.places[place];
    return original === undefined ? undefined : this.all.at(original);
  }

  placeOf(id: number): number {
    return this.places.indexOf(placeOf(this.all, id));
  }

  *[Symbol.iterator](): Generator<ConnectionSummary> {
    for (const place of this.places) {
      const line = this.all.at(place);
      if (line) yield line;
    }
  }
}
