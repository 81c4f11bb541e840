import { bisect } from "../../base/bisect.ts";
import { stepConnection } from "../../tcp/analyse-connection.ts";
import { FATES, type Fate, type Move } from "../../tcp/analysis.ts";
import type { ConnectionAnalysis, EndState, SteppedConnection } from "../../tcp/analysis.ts";
import type { Connection } from "../../tcp/connection.ts";
import { ConnectionGrouping } from "../../tcp/connections/group-connections.ts";
import { annotateConnection } from "../../tcp/notes/annotate.ts";
import type { Basis, Side, TcpState } from "../../tcp/state.ts";
import { judgeVerdict } from "../../tcp/verdict/judge-verdict.ts";
import type { SentSegment } from "../host/segment.ts";
import type { Trace, TraceMove } from "../run/trace.ts";
import type { End } from "../script/script.ts";
import { ENDPOINTS, tableOfSends } from "./trace-table.ts";

/**
 * The connections of a run as they were: what arrived, when, and every state of both ends are taken from the trace,
 * nothing is inferred. The rows are all segments in order of sending.
 */
export function whatHappened(trace: Trace): ConnectionAnalysis[] {
  const { table, rows } = tableOfSends(trace);
  const grouping = new ConnectionGrouping(table);
  grouping.finish();
  return grouping.connections.map((connection) => {
    const stepped = stepConnection(table, grouping.connections, connection.id);
    const own = [...connection.rows].map((row) => rows[row]);
    const told = Object.assign(stepped, new Told(trace, connection, own).columns(stepped));
    const annotations = annotateConnection(told);
    return Object.assign(told, { annotations, verdict: judgeVerdict(told, annotations) });
  });
}

type Columns = Pick<
  SteppedConnection,
  | "capturedAt"
  | "fate"
  | "arrivesAt"
  | "provedBy"
  | "contradictedBy"
  | "initial"
  | "ambiguousClose"
  | "moves"
  | "epilogue"
>;

/** What the trace tells of one connection. */
class Told {
  private readonly trace: Trace;
  private readonly rows: readonly SentSegment[];
  private readonly orders: readonly number[];
  /** The end of the script that the analysis calls client. */
  private readonly client: End;

  constructor(trace: Trace, { client }: Connection, rows: readonly SentSegment[]) {
    this.trace = trace;
    this.rows = rows;
    this.orders = rows.map(({ order }) => order);
    this.client = client.port === ENDPOINTS[0].port ? 0 : 1;
  }

  columns(stepped: SteppedConnection): Columns {
    const { rows } = this;
    const fate = Uint8Array.from(rows, (row) => FATES.indexOf(fateOf(row)));
    const arrivesAt = Uint32Array.from(rows, (row) => this.arrivalOf(row));
    const ends = [this.movesOf(0), this.movesOf(1)];
    const all = ends
      .flatMap(({ moves }) => moves)
      .sort((a, b) => a.order - b.order)
      .map((move) => this.tell(move));
    const last = this.orders.at(-1) ?? 0;
    const isOfRows = ({ order }: { readonly order: number }): boolean => order <= last;
    const told = all.sort((a, b) => a.move.position - b.move.position || a.order - b.order);
    return {
      capturedAt: null,
      fate,
      arrivesAt,
      provedBy: stepped.provedBy.map((proof, row) => (arrivesAt[row] > 0 ? proof : 0)),
      contradictedBy: stepped.contradictedBy.map((proof, row) => (arrivesAt[row] > 0 ? 0 : proof)),
      initial: { client: ends[this.client].initial, server: ends[1 - this.client].initial },
      ambiguousClose: null,
      moves: told.filter((each) => isOfRows(each) || each.move.basis !== "timer").map(({ move }) => move),
      epilogue: told.filter((each) => !isOfRows(each) && each.move.basis === "timer").map(({ move }) => move),
    };
  }

  private sideOf(end: End): Side {
    return end === this.client ? "client" : "server";
  }

  /** The moves of an end on this connection, and the state that they begin in: a listener listens from the start. */
  private movesOf(end: End): { readonly initial: EndState; readonly moves: TraceMove[] } {
    const blocks = this.blocksOf(end);
    const moves = this.trace.moves.filter((move) => move.end === end && blocks.has(move.block));
    const first = this.firstArrivalAt(end);
    const before = moves.filter(({ arrow, order }) => arrow === "T01" && order < first);
    const [block] = blocks;
    const initial: TcpState = before[0]?.to ?? this.trace.blocks[end][block ?? -1]?.initial ?? "CLOSED";
    return {
      initial: { state: initial, basis: "start", alternatives: [] },
      moves: moves.filter((move) => !before.includes(move)),
    };
  }

  /** When the first row comes to an end: whether it listens shows only then. */
  private firstArrivalAt(end: End): number {
    const arrivals = this.rows.flatMap(({ from, arrivals: each }) => (from === end ? [] : each));
    return Math.min(...arrivals.map(({ processed }) => processed?.order ?? Number.POSITIVE_INFINITY));
  }

  /** The control blocks that sent, or took, a row of the connection. */
  private blocksOf(end: End): Set<number> {
    const blocks = new Set<number>();
    for (const { from, block, arrivals } of this.rows) {
      if (from === end) blocks.add(block);
      else for (const { processed } of arrivals) blocks.add(processed?.block ?? -1);
    }
    blocks.delete(-1);
    if (blocks.size === 0) this.addListener(end, blocks);
    return new Set([...blocks].sort((a, b) => a - b));
  }

  /** What listened, perhaps not for long, although nothing reached it. */
  private addListener(end: End, blocks: Set<number>): void {
    const last = this.orders.at(-1) ?? 0;
    const present = this.trace.moves.findLast((move) => move.end === end && move.order <= last + 1);
    if (present?.to === "LISTEN" || present?.from === "LISTEN") blocks.add(present.block);
  }

  /** The number of rows that were sent before, which is the position of what happens then. */
  private positionOf(order: number): number {
    const before = bisect(0, this.orders.length, (row) => this.orders[row] < order);
    return Math.max(before, 1);
  }

  private arrivalOf({ arrivals }: SentSegment): number {
    const orders = arrivals.flatMap(({ processed }) => (processed === null ? [] : [processed.order]));
    return orders.length === 0 ? 0 : this.positionOf(Math.min(...orders));
  }

  private tell(move: TraceMove): { readonly move: Move; readonly order: number } {
    const { cause, order, end } = move;
    // What a call sends at once stands at the row of what it sends.
    const row = this.orders.indexOf(order + 1);
    const isOwnRow = cause.kind === "call" && row >= 0 && this.rows[row].from === end;
    const position = isOwnRow ? row + 1 : this.positionOf(order);
    const causing = cause.kind === "segment" ? this.rows.findIndex(({ id }) => id === cause.id) + 1 : 0;
    return {
      order,
      move: {
        position,
        side: this.sideOf(end),
        from: move.from,
        either: null,
        to: move.to,
        arrow: move.arrow,
        basis: basisOf(move),
        causedBy: causing > 0 && causing !== position ? causing : null,
        via: move.via,
        provedBy: null,
        time: cause.kind === "timer" ? move.at : null,
      },
    };
  }
}

/** How the trace knows a move: a call or its segment, an arrival, a clock. */
function basisOf({ cause }: TraceMove): Basis {
  if (cause.kind === "timer") return "timer";
  return cause.kind === "call" ? "sent" : "arrived";
}

function fateOf({ arrivals, flags, octets, loss }: SentSegment): Fate {
  const effects = arrivals.flatMap(({ processed }) => (processed === null ? [] : [processed.effect]));
  if (effects.length === 0) return loss === null ? "unknown" : "lost";
  if (effects.includes("new")) return "delivered";
  // A SYN or FIN that nobody took, or data that had come before.
  const takesNumbers = octets > 0 || (flags & 0x003) !== 0;
  if (effects.includes("old")) return takesNumbers ? "duplicate" : "delivered";
  return takesNumbers ? "lost-or-ignored" : "delivered";
}
