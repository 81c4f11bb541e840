import { expect, test } from "vitest";
import { compactTable } from "../testing/compact-notation.ts";
import { exchangesToTry } from "../testing/exchanges-to-try.ts";
import { exchangeOf } from "../testing/lab-exchange.ts";
import { STATE_CASES, tableOfCase } from "../testing/state-cases.ts";
import { analyseTable } from "./analyse-table.ts";
import type { ConnectionAnalysis, Move } from "./analysis.ts";
import { ARROW_IDS, type ArrowId, arrow, arrowFor } from "./arrows.ts";

const EXCHANGES = exchangesToTry(100);

/** Arrows of RFC 9293 that no segment ever shows, and why. */
const NOT_OBSERVABLE: Partial<Record<ArrowId, string>> = {
  T01: "the passive OPEN comes before the first segment: LISTEN is an initial state here",
  T36: "a user or keep-alive timeout ends in silence, or in a RST, which is T34",
  T38: "a listener is closed in silence",
  T43: "a crash sends nothing",
  T44: "no segment leaves",
};

/** Exchanges for the arrows that none of the cases takes. */
const OTHERS: Partial<Record<ArrowId, string>> = {
  T10: "cS sS. cS* sS. c.",
  T29: "cS sS. c. cF. s. sF. c. ~0.2 sF.@1 c.",
  T42: "mid sR. ~5 c.+10 sP.+20",
};

function movesOf(analyses: readonly ConnectionAnalysis[]): Move[] {
  return analyses.flatMap(({ moves, epilogue }) => [...moves, ...epilogue]);
}

function unreachable(): ConnectionAnalysis[] {
  const table = compactTable("cS");
  const quoted = { flow: 0, sequenceNumber: 1000, reporter: "10.0.0.2" };
  table.icmpErrors.push({ frame: 2, time: 1e6, version: 4, type: 3, code: 3, ...quoted });
  return analyseTable(table);
}

function allMoves(): Move[] {
  return [
    ...STATE_CASES.flatMap((stateCase) => movesOf(analyseTable(tableOfCase(stateCase)))),
    ...Object.values(OTHERS).flatMap((compact) => movesOf(analyseTable(compactTable(compact)))),
    ...movesOf(unreachable()),
  ];
}

test("every arrow of the table is taken, but for those that no segment shows", () => {
  const taken = new Set(allMoves().map((move) => move.arrow));
  const missing = ARROW_IDS.filter((id) => !taken.has(id));
  expect(missing).toEqual(Object.keys(NOT_OBSERVABLE));
});

function disagreements(moves: readonly Move[]): string[] {
  return moves
    .filter((move) => {
      const row = arrow(move.arrow);
      const leads = move.to !== null && (row.to as readonly string[]).includes(move.to);
      return !row.from.includes(move.from) || !leads || row.via !== move.via;
    })
    .map((move) => `${move.arrow} from ${move.from ?? "unknown"} to ${move.to ?? "unknown"}`);
}

test("every move leaves from and leads to what its row of the table says", () => {
  expect(disagreements(allMoves())).toEqual([]);
  for (let seed = 1; seed <= EXCHANGES; seed++) {
    expect(disagreements(movesOf(analyseTable(exchangeOf(seed).table)))).toEqual([]);
  }
});

test("a state and an event find one row of the table, or none", () => {
  for (const id of ARROW_IDS) {
    const { from, event } = arrow(id);
    expect(from.map((state) => arrowFor(state, event))).toEqual(from.map(() => id));
  }
  expect(arrowFor("CLOSED", "rcv FIN")).toBeNull();
  expect(arrowFor(null, "2MSL timer")).toBeNull();
});

test("each end's moves form one path: a move starts where the one before it ended", () => {
  for (let seed = 1; seed <= EXCHANGES; seed++) {
    for (const analysis of analyseTable(exchangeOf(seed).table)) {
      for (const side of ["client", "server"] as const) {
        let state = analysis.initial[side].state;
        for (const move of movesOf([analysis])) {
          if (move.side !== side) continue;
          expect(move.from, `seed ${seed}`).toBe(state);
          state = move.to;
        }
      }
    }
  }
});

test("a reset in SYN-RECEIVED takes only a passive opener back to LISTEN", () => {
  expect(arrow("T09").to).toEqual(["LISTEN", "CLOSED"]);
  expect(arrow("T12").to).toEqual(["LISTEN", "CLOSED"]);
  expect(arrow("T13").to).toEqual(["LISTEN", "CLOSED"]);
});
