import { expect, test } from "vitest";
import { appendRow, rowFields } from "../segments/row-fields.ts";
import { SegmentTableBuilder } from "../segments/segment-table-builder.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import { analyseTable } from "../tcp/analyse-table.ts";
import { statePath } from "../tcp/states.ts";
import { compactTable } from "../testing/compact-notation.ts";
import { story } from "../testing/story.ts";
import { joinPieces, orderOfPieces } from "./join-pieces.ts";

const WHOLE = "cS sS. c. cP.+5 s. sP.+9 c. cF. s. sF. c.";

/** Rows of a capture as a file of their own, with dates. */
function piece(source: SegmentTable, from: number, until: number): SegmentTableBuilder {
  const table = new SegmentTableBuilder();
  table.setTimeKind("epoch");
  for (let row = from; row < until; row++) {
    const time = 1_700_000_000_000_000_000n + BigInt(Math.round(source.time[row] ?? 0));
    const flow =
      table.flows.internEndpoints(source.flows.a(0), source.flows.b(0)) ^ ((source.flow[row] ?? 0) & 1);
    appendRow(table, source, row, rowFields(source, row, { frame: row - from + 1, time, flow }));
  }
  return table;
}

const SOURCE = compactTable(WHOLE);
const PIECES = [piece(SOURCE, 0, 4), piece(SOURCE, 4, 8), piece(SOURCE, 8, 11)];

test("the pieces of a capture are put in the order of their times", () => {
  expect(orderOfPieces([PIECES[2], PIECES[0], PIECES[1]].flatMap((one) => one ?? []))).toEqual([1, 2, 0]);
});

test("a connection that crosses two borders is whole, with the frames of one file", () => {
  const joined = joinPieces(PIECES.map((table) => ({ table, records: table.length + 1 })));
  const [analysis, ...others] = analyseTable(joined);
  const [wanted] = analyseTable(SOURCE);
  expect(others).toEqual([]);
  expect(analysis && story(analysis)).toEqual(wanted && story(wanted));
  expect(analysis && statePath(analysis, "server")).toEqual(wanted && statePath(wanted, "server"));
  expect([...joined.frame.subarray(0, joined.length)]).toEqual([1, 2, 3, 4, 6, 7, 8, 9, 11, 12, 13]);
  expect((joined.time[10] ?? 0) - (joined.time[0] ?? 0)).toBe((SOURCE.time[10] ?? 0) - (SOURCE.time[0] ?? 0));
});

test("captures that run at the same time, or have no dates, are no pieces of one", () => {
  expect(orderOfPieces([piece(SOURCE, 0, 8), piece(SOURCE, 4, 11)])).toBeNull();
  const undated = piece(SOURCE, 0, 4);
  undated.timeBase = { ...undated.timeBase, kind: "time-of-day" };
  expect(orderOfPieces([undated, piece(SOURCE, 4, 8)])).toBeNull();
});
