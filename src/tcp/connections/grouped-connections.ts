import { bisect } from "../../base/bisect.ts";
import { release } from "../../base/doubled.ts";
import type { Endpoint } from "../../segments/endpoint.ts";
import { FIN, SYN } from "../../segments/flags.ts";
import type { SegmentTable } from "../../segments/segment-table.ts";
import { sequenceLength } from "../../segments/sequence-space.ts";
import type { Connection, RoleBasis, StartReason } from "../connection.ts";
import { IRREGULAR } from "../likeness/outline-tree.ts";
import type { Outlines } from "../likeness/outlines.ts";
import type { Position } from "../position.ts";
import { surelyOver, TIME_WAIT_LENGTH, waitAfter } from "../retransmission-limit.ts";
import { RoleGuesser } from "./guess-roles.ts";
import { type Incarnations, Shown, START_REASONS } from "./incarnations.ts";

const NONE = 0xffffffff;
/** TIME-WAIT begins with one of the last rows of a connection that has an outline: at most an ACK of each end follows. */
const ROWS_SINCE_TIME_WAIT = 3;

/** The finished grouping: connections whose fields are computed from columns when they are asked for. */
export class GroupedConnections {
  readonly table: SegmentTable;
  readonly incarnations: Incarnations;
  /** By connection. */
  readonly incarnation: Uint32Array;
  /** Empty if no pair has a second connection. */
  readonly previous: Uint32Array;
  readonly next: Uint32Array;
  private readonly rowsFrom: Uint32Array;
  private readonly rows: Uint32Array;
  private readonly guesser: RoleGuesser;
  private readonly outlines: Outlines;
  private readonly flowsWithErrors: ReadonlySet<number>;

  constructor(
    table: SegmentTable,
    incarnations: Incarnations,
    outlines: Outlines,
    foldedInto: Uint32Array,
    incarnationOfRow: Uint32Array,
  ) {
    this.table = table;
    this.incarnations = incarnations;
    this.outlines = outlines;
    this.flowsWithErrors = new Set(table.icmpErrors.map(({ flow }) => flow >>> 1));
    this.guesser = new RoleGuesser(table.flows);
    const connectionOf = new Uint32Array(incarnations.length);
    let count = 0;
    for (let index = 0; index < incarnations.length; index++) {
      const home = foldedInto[index] ?? index;
      connectionOf[index] = home === index ? count++ : connectionOf[home];
    }
    this.incarnation = new Uint32Array(count);
    const linked = incarnations.hasSuccessions ? count : 0;
    this.previous = new Uint32Array(linked).fill(NONE);
    this.next = new Uint32Array(linked).fill(NONE);
    // One more than there are ends, for sorting.
    this.rowsFrom = new Uint32Array(count + 2);
    this.link(foldedInto, connectionOf);
    this.rows = this.sortRows(connectionOf, incarnationOfRow);
    release(connectionOf);
  }

  get length(): number {
    return this.incarnation.length;
  }

  at(id: number): Connection | undefined {
    return id >= 0 && id < this.length ? new GroupedConnection(this, id) : undefined;
  }

  list(): readonly Connection[] {
    return Array.from({ length: this.length }, (_, id) => new GroupedConnection(this, id));
  }

  /**
   * A number that connections share if their full analyses differ only in numbers, times and addresses; below twice
   * the number of outlines. Null: the connection must be analysed by itself.
   */
  likeness(id: number): number | null {
    const incarnation = this.incarnation[id];
    const outline = this.outlines.of(incarnation);
    if (outline === IRREGULAR || this.flowsWithErrors.has(this.incarnations.flow[incarnation])) return null;
    const isOver =
      this.incarnations.isMoreThanOpening[incarnation] === 1 ? this.isTimeWaitOver(id) : this.hasGivenUp(id);
    return isOver === null ? null : outline * 2 + Number(isOver);
  }

  /** Whether a TIME-WAIT of the connection has run out within the capture; null: it depends on when it began. */
  private isTimeWaitOver(id: number): boolean | null {
    const until = this.rowsFrom[id + 1];
    const from = Math.max(this.rowsFrom[id], until - ROWS_SINCE_TIME_WAIT);
    const isOverAfter = (at: number): boolean =>
      this.table.lastRecordTime > surelyOver(this.timeOf(at), TIME_WAIT_LENGTH);
    const isOver = isOverAfter(until - 1);
    return isOver === isOverAfter(from) ? isOver : null;
  }

  /** Whether a client that only repeated its SYN has given up within the capture. */
  private hasGivenUp(id: number): boolean {
    const until = this.rowsFrom[id + 1];
    let largestGap = 0;
    for (let at = this.rowsFrom[id] + 1; at < until; at++) {
      largestGap = Math.max(largestGap, this.timeOf(at) - this.timeOf(at - 1));
    }
    const isRepeated = largestGap > 0;
    return (
      isRepeated && this.table.lastRecordTime > surelyOver(this.timeOf(until - 1), waitAfter(largestGap))
    );
  }

  private timeOf(at: number): number {
    return this.table.time[this.rows[at]];
  }

  /** Octets of data in the direction; only for a connection with a {@link likeness}. */
  payload(id: number, direction: 0 | 1): number {
    const { shown, next, initialSequence } = this.incarnations;
    const x = this.incarnation[id] * 2 + direction;
    const hasShown = shown[x];
    if ((hasShown & Shown.Initial) === 0) return 0;
    const controls = sequenceLength((hasShown & Shown.Fin) === 0 ? SYN : SYN | FIN, 0);
    return (next[x] - initialSequence[x] - controls) >>> 0;
  }

  rowsOf(id: number): Uint32Array {
    return this.rows.subarray(this.rowsFrom[id], this.rowsFrom[id + 1]);
  }

  rowCount(id: number): number {
    return this.rowsFrom[id + 1] - this.rowsFrom[id];
  }

  /** The row of the table that holds the segment. @param position 1-based, at most {@link rowCount} */
  rowAt(id: number, position: number): number {
    return this.rows[this.rowsFrom[id] + position - 1];
  }

  /** The connection that holds a row of the table, and the segment's position in it; null: none does. */
  placeOfRow(row: number): { readonly connection: number; readonly position: Position } | null {
    const at = this.rows.indexOf(row);
    if (at < 0) return null;
    const connection = bisect(0, this.length, (id) => this.rowsFrom[id + 1] <= at);
    return { connection, position: at - this.rowsFrom[connection] + 1 };
  }

  /** `flow * 2 + end`: the end of the flow that is the client. */
  clientOf(id: number): number {
    return this.incarnations.flow[this.incarnation[id]] * 2 + this.role(id).client;
  }

  /** The client's direction and why. */
  role(id: number): { readonly client: 0 | 1; readonly basis: RoleBasis } {
    const incarnation = this.incarnation[id];
    const { flow, opener, shown } = this.incarnations;
    const direction = opener[incarnation] ?? 2;
    if (direction !== 2) {
      const hasSyn = (shown[incarnation * 2 + direction] & Shown.Syn) !== 0;
      return { client: direction === 0 ? 0 : 1, basis: hasSyn ? "SYN" : "SYN-ACK" };
    }
    const firstSender = (this.table.flow[this.incarnations.firstRow[incarnation]] & 1) as 0 | 1;
    return this.guesser.guess(flow[incarnation], firstSender);
  }

  private link(foldedInto: Uint32Array, connectionOf: Uint32Array): void {
    for (let index = 0; index < foldedInto.length; index++) {
      if (foldedInto[index] !== index) continue;
      const id = connectionOf[index];
      this.incarnation[id] = index;
      const before = this.incarnations.previous(index);
      if (before === null) continue;
      const previous = connectionOf[before];
      this.previous[id] = previous;
      this.next[previous] = id;
    }
  }

  /**
   * Counting sort: rows by connection, in capture order within each. While rows are placed, `rowsFrom[id + 1]` is the
   * index of the next row of `id`; in the end, that is where the next connection begins.
   */
  private sortRows(connectionOf: Uint32Array, incarnationOfRow: Uint32Array): Uint32Array {
    const from = this.rowsFrom;
    for (const incarnation of incarnationOfRow) {
      const slot = connectionOf[incarnation] + 2;
      from[slot] = from[slot] + 1;
    }
    for (let id = 1; id < from.length; id++) from[id] = from[id] + from[id - 1];
    const rows = new Uint32Array(incarnationOfRow.length);
    for (let row = 0; row < incarnationOfRow.length; row++) {
      const slot = connectionOf[incarnationOfRow[row]] + 1;
      const place = from[slot];
      rows[place] = row;
      from[slot] = place + 1;
    }
    return rows;
  }
}

class GroupedConnection implements Connection {
  readonly id: number;
  private readonly all: GroupedConnections;

  constructor(all: GroupedConnections, id: number) {
    this.all = all;
    this.id = id;
  }

  get client(): Endpoint {
    return this.end(this.clientDirection);
  }

  get server(): Endpoint {
    return this.end(this.clientDirection === 0 ? 1 : 0);
  }

  get roleBasis(): RoleBasis {
    return this.all.role(this.id).basis;
  }

  get isSelfConnect(): boolean {
    return this.all.table.flows.isLoop(this.all.incarnations.flow[this.incarnation]);
  }

  get clientDirection(): 0 | 1 {
    return this.all.role(this.id).client;
  }

  get rows(): Uint32Array {
    return this.all.rowsOf(this.id);
  }

  get previous(): number | null {
    return known(this.all.previous[this.id]);
  }

  get next(): number | null {
    return known(this.all.next[this.id]);
  }

  get why(): StartReason {
    return START_REASONS[this.all.incarnations.reason[this.incarnation]] ?? "first";
  }

  private get incarnation(): number {
    return this.all.incarnation[this.id];
  }

  private end(direction: 0 | 1): Endpoint {
    const flow = this.all.incarnations.flow[this.incarnation];
    const { flows } = this.all.table;
    return direction === 0 ? flows.a(flow) : flows.b(flow);
  }
}

function known(connection: number | undefined): number | null {
  return connection === undefined || connection === NONE ? null : connection;
}
