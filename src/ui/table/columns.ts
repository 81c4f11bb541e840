import { toneOf } from "../../diagram/overview/lanes.ts";
import type { Endpoint } from "../../segments/endpoint.ts";
import { enderOf } from "../../store/ended-by.ts";
import type { ConnectionSummary, OpenedCapture } from "../../store/opened-capture.ts";
import type { SortColumn } from "../../store/sort-order.ts";
import type { Outcome } from "../../tcp/verdict.ts";
import { formatCount, formatDuration, formatOctets } from "../figures.ts";
import { formatSeconds } from "../sequence-diagram/format-seconds.ts";
import { timeOfDay } from "../times/clock-text.ts";

/** What cells are made with. */
export interface TableGround {
  readonly capture: OpenedCapture;
  /** The start of the capture, in nanoseconds of the time column. */
  readonly captureStart: number;
  readonly isLocal: boolean;
  readonly endpointText: (endpoint: Endpoint) => string;
  readonly outcome: (outcome: Outcome, startCaptured: boolean) => string;
  readonly sides: Readonly<Record<"client" | "server", string>>;
  readonly noFigure: string;
}

/** A column: its width in characters, and its cell. */
interface TableColumn {
  readonly id: SortColumn;
  readonly isText: boolean;
  readonly cell: (connection: ConnectionSummary, ground: TableGround) => string;
}

type Judged = NonNullable<ConnectionSummary["verdict"]>;

/** A cell of what is judged; empty before. */
function judged(cell: (verdict: Judged, ground: TableGround, connection: ConnectionSummary) => string) {
  return (connection: ConnectionSummary, ground: TableGround): string =>
    connection.verdict === null ? "" : cell(connection.verdict, ground, connection);
}

const duration = (nanoseconds: number | null | undefined, { noFigure }: TableGround): string =>
  nanoseconds === null || nanoseconds === undefined || Number.isNaN(nanoseconds)
    ? noFigure
    : formatDuration(nanoseconds);

/** Every column that the table can have, in its order. */
export const COLUMNS: readonly TableColumn[] = [
  { id: "start", isText: false, cell: startOf },
  { id: "client", isText: true, cell: ({ client }, { endpointText }) => endpointText(client) },
  { id: "server", isText: true, cell: ({ server }, { endpointText }) => endpointText(server) },
  {
    id: "name",
    isText: true,
    cell: ({ id }, { capture: { names } }) => names?.names[(names.nameOf[id] ?? 0) - 1] ?? "",
  },
  {
    id: "outcome",
    isText: true,
    cell: judged(({ outcome, startCaptured }, ground) => ground.outcome(outcome, startCaptured)),
  },
  {
    id: "openingTime",
    isText: false,
    cell: judged(({ openingTime }, ground) => duration(openingTime?.duration, ground)),
  },
  {
    id: "handshakeRoundTrip",
    isText: false,
    cell: judged(({ handshakeRoundTrip }, ground) => duration(handshakeRoundTrip?.duration, ground)),
  },
  { id: "syns", isText: false, cell: judged((_, __, { syns }) => formatCount(syns)) },
  {
    id: "retransmissions",
    isText: false,
    cell: judged(({ retransmissions: { client, server } }, { noFigure }) =>
      client + server === 0 ? noFigure : `${formatCount(client)} + ${formatCount(server)}`,
    ),
  },
  {
    id: "zeroWindow",
    isText: false,
    cell: judged(({ zeroWindow }, ground) =>
      zeroWindow === 0 ? ground.noFigure : duration(zeroWindow, ground),
    ),
  },
  {
    id: "lastStates",
    isText: true,
    cell: ({ lastStates: { client, server } }) =>
      client || server ? `${client ?? "?"} / ${server ?? "?"}` : "",
  },
  { id: "closer", isText: true, cell: judged(enderText) },
  { id: "duration", isText: false, cell: judged(({ duration: whole }, ground) => duration(whole, ground)) },
  { id: "segments", isText: false, cell: ({ segments }) => formatCount(segments) },
  { id: "clientData", isText: false, cell: judged(({ payload }) => formatOctets(payload.client)) },
  { id: "serverData", isText: false, cell: judged(({ payload }) => formatOctets(payload.server)) },
];

/** The columns that are shown at first: without those that few captures fill. */
export const FIRST_COLUMNS: readonly SortColumn[] = COLUMNS.map(({ id }) => id).filter(
  (id) => id !== "duration" && id !== "segments",
);

function startOf({ start }: ConnectionSummary, { capture, captureStart, isLocal }: TableGround): string {
  const clock = timeOfDay(capture, start, isLocal, 3);
  if (clock !== null) return clock;
  return Number.isNaN(start) ? "" : formatSeconds(start - captureStart, 3);
}

function enderText(verdict: Judged, { sides, noFigure }: TableGround): string {
  const [side, segment] = enderOf(verdict)?.split(" ") ?? [];
  return side === "client" || side === "server" ? `${sides[side]}, ${segment}` : noFigure;
}

/** The class that colours the outcome of a connection. */
export function toneClass({ verdict }: ConnectionSummary): string {
  return verdict ? `tone-${toneOf(verdict.outcome)}` : "unjudged";
}

/** The most characters of a column. */
const WIDEST = 48;
/** The most of a name, which is cut at its end: the columns behind it must stay in sight. */
const WIDEST_NAME = 34;
/** The mean letter of text is narrower than a figure, in which widths are measured. */
const OF_TEXT = 0.92;
/** Room beside the text of a cell, and for the arrow of the column that sorts. */
const BESIDE = 3;

/** How wide each column must be for the first lines, in characters. */
export function columnWidths(
  columns: readonly TableColumn[],
  heads: readonly string[],
  lines: readonly ConnectionSummary[],
  ground: TableGround,
): number[] {
  return columns.map(({ id, isText, cell }, column) => {
    const longest = lines.reduce(
      (most, line) => Math.max(most, cell(line, ground).length),
      (heads[column] ?? "").length,
    );
    const widest = Math.min(longest, id === "name" ? WIDEST_NAME : WIDEST);
    return Math.ceil(widest * (isText ? OF_TEXT : 1)) + BESIDE;
  });
}
