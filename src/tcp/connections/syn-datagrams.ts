import { hasIdentification, isSameDatagram } from "../../segments/datagram.ts";
import { ACK, RST, SYN } from "../../segments/flags.ts";
import type { SegmentTable } from "../../segments/segment-table.ts";

/**
 * The IP identifications of the SYNs of each incarnation that sent more than one: a SYN that has one of them is a copy,
 * whoever made it.
 */
export class SynDatagrams {
  private readonly table: SegmentTable;
  /** By incarnation; none where the first row is the only SYN. */
  private readonly repeated = new Map<number, Set<number>>();

  constructor(table: SegmentTable) {
    this.table = table;
  }

  /** Takes a SYN that repeats the first row of its incarnation. */
  take(row: number, incarnation: number): void {
    if (!hasIdentification(this.table, row)) return;
    const ids = this.repeated.get(incarnation);
    if (ids === undefined) this.repeated.set(incarnation, new Set([this.table.ipId[row]]));
    else ids.add(this.table.ipId[row]);
  }

  /** Whether the row is a datagram that the incarnation has sent already. @param first the row with which it began */
  has(row: number, incarnation: number, first: number): boolean {
    const { table } = this;
    if (!hasIdentification(table, row)) return false;
    if (this.repeated.get(incarnation)?.has(table.ipId[row]) === true) return true;
    const isOwn = table.flow[row] === table.flow[first] && (table.flags[first] & (SYN | ACK | RST)) === SYN;
    return isOwn && isSameDatagram(table, row, first);
  }

  /** Frees what only the grouping reads. */
  finish(): void {
    this.repeated.clear();
  }
}
