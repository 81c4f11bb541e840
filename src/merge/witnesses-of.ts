import type { SegmentTable } from "../segments/segment-table.ts";
import { witnessedSlice } from "../segments/witnessed-rows.ts";
import type { Witnesses } from "../segments/witnesses.ts";
import type { Connection } from "../tcp/connection.ts";
import type { MergedCapture } from "./merge-captures.ts";
import type { Both, Witness } from "./strand.ts";

/** What both captures show of one merged connection, each in its own coordinates. */
export function witnessesOf(
  { rows: held, senders, table, clock, witnessed }: MergedCapture,
  tables: Both<SegmentTable>,
  { rows, clientDirection }: Connection,
): Witnesses {
  const rowOf = (witness: Witness, row: number): number => held[witness][row];
  const timesOf = (witness: Witness): Float64Array =>
    Float64Array.from(rows, (row) => {
      const there = rowOf(witness, row);
      return there < 0 ? Number.NaN : tables[witness].time[there];
    });
  const framesOf = (witness: Witness): Uint32Array =>
    Uint32Array.from(rows, (row) => {
      const there = rowOf(witness, row);
      return there < 0 ? 0 : tables[witness].frame[there];
    });
  const [first] = rows;
  const isClients = (table.flow[first] & 1) === clientDirection;
  return {
    atClient: isClients === (senders[first] === 0) ? 0 : 1,
    clock,
    timeBases: [tables[0].timeBase, tables[1].timeBase],
    times: [timesOf(0), timesOf(1)],
    frames: [framesOf(0), framesOf(1)],
    rows: witnessedSlice(witnessed, rows),
  };
}
