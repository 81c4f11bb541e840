import {
  type EpochRange,
  epochRange,
  type FilteredConnection,
  wiresharkFilter,
  wiresharkFilterOfAll,
} from "../../export/wireshark-filter.ts";
import { type Endpoint, formatEndpoint } from "../../segments/endpoint.ts";
import type { ConnectionLines, ConnectionSummary, OpenedCapture } from "../../store/opened-capture.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";

/** A filter to be copied. */
export interface CopiedFilter {
  /** null if there is none. */
  readonly filter: string | null;
  /** Whether it matches nothing else; false if another connection of the same ends cannot be distinguished. */
  readonly isExact: boolean;
}

/** The most connections in one filter: Wireshark takes long to read larger ones. */
export const MOST_FILTERED = 100;

type Ends = { readonly client: Endpoint; readonly server: Endpoint };

/** The filter for the connection on screen. */
export function filterOfShown(
  { connection, segments }: ConnectionAnalysis,
  capture: OpenedCapture,
): CopiedFilter {
  const others = [connection.previous, connection.next].flatMap((id) => (id === null ? [] : [id]));
  if (others.length === 0) return { filter: wiresharkFilter({ ...connection, only: null }), isExact: true };
  const own = capture.connections.at(connection.id);
  const range = own ? rangeApart(own, sharersOf([connection], capture), capture) : null;
  // The lines of a text are no records.
  const isNumbered = !["text", "link", "script"].includes(capture.format);
  const records = isNumbered
    ? [...segments.frame.subarray(0, segments.length)].toSorted((a, b) => a - b)
    : null;
  const only = range ?? records;
  return { filter: wiresharkFilter({ ...connection, only }), isExact: only !== null };
}

/** One filter for all of them; at most {@link MOST_FILTERED}. */
export function filterOfListed(lines: ConnectionLines, capture: OpenedCapture): CopiedFilter {
  const listed = [...lines];
  const sharers = sharersOf(listed, capture);
  const filtered = listed.map((own): FilteredConnection & { readonly isApart: boolean } => {
    const isShared = (sharers.get(pairOf(own))?.length ?? 0) > 1;
    const only = isShared ? rangeApart(own, sharers, capture) : null;
    return { client: own.client, server: own.server, only, isApart: !isShared || only !== null };
  });
  return {
    filter: wiresharkFilterOfAll(filtered),
    isExact: filtered.every(({ isApart }) => isApart),
  };
}

/** The connections of the capture that have the same ends as one of these, by their pair. */
function sharersOf(
  wanted: readonly Ends[],
  { connections }: OpenedCapture,
): ReadonlyMap<string, readonly ConnectionSummary[]> {
  const sharers = new Map<string, ConnectionSummary[]>(wanted.map((ends) => [pairOf(ends), []]));
  for (const connection of connections) sharers.get(pairOf(connection))?.push(connection);
  return sharers;
}

/** Equal whichever end is the client. */
function pairOf({ client, server }: Ends): string {
  return [formatEndpoint(client), formatEndpoint(server)].toSorted().join(" ");
}

/** The times of the connection, if no other one of the same ends overlaps; null otherwise, and without dates. */
function rangeApart(
  own: ConnectionSummary,
  sharers: ReadonlyMap<string, readonly ConnectionSummary[]>,
  { timeBase }: OpenedCapture,
): EpochRange | null {
  const others = (sharers.get(pairOf(own)) ?? []).filter(({ id }) => id !== own.id);
  const isApart = others.every(({ start, end }) => end < own.start || own.end < start);
  return isApart ? epochRange(own.start, own.end, timeBase) : null;
}
