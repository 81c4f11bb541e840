import { describe, expect, test } from "vitest";
import { compactTable } from "../testing/compact-notation.ts";
import { analyseBeginning } from "./analyse-beginning.ts";
import { analyseConnection } from "./analyse-connection.ts";
import type { ConnectionAnalysis } from "./analysis.ts";
import { FATES } from "./analysis.ts";
import { ConnectionGrouping } from "./connections/group-connections.ts";
import { factsAt } from "./facts.ts";
import { knownSoFar } from "./known-so-far.ts";
import { endStatesAt } from "./states.ts";

interface Told {
  readonly whole: ConnectionAnalysis;
  readonly upTo: (position: number) => ConnectionAnalysis;
}

function told(compact: string): Told {
  const table = compactTable(compact);
  const grouping = new ConnectionGrouping(table);
  grouping.finish();
  const whole = analyseConnection(table, grouping.connections, 0);
  const upTo = (position: number): ConnectionAnalysis =>
    knownSoFar(whole, analyseBeginning(table, grouping.connections, 0, position));
  return { whole, upTo };
}

const COURSES = [
  "cS sS. c. cP.+5 s. cF. s. sF. c.",
  "cS ~1 cS sS. c. cF. sF. c. ~1 sF.@1 c.",
  "cS sS. c. cP.+5 ~1 cP.@1+5 s. cR.",
  "cS sR.",
];

/** Every place that a fact names. */
const PLACES = new Set([
  "provedBy",
  "contradictedBy",
  "endsAt",
  "of",
  "from",
  "refersTo",
  "position",
  "causedBy",
]);

function placesIn(value: unknown): number[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    PLACES.has(key) && typeof inner === "number" ? [inner] : placesIn(inner),
  );
}

describe("what is known so far", () => {
  test.each(COURSES)("holds the states of the whole at every segment: %s", (compact) => {
    const { whole, upTo } = told(compact);
    for (let last = 1; last <= whole.segments.length; last++) {
      for (let position = 1; position <= last; position++) {
        const [so, all] = [endStatesAt(upTo(last), position), endStatesAt(whole, position)];
        expect([so.client.state, so.server.state]).toEqual([all.client.state, all.server.state]);
      }
    }
  });

  test.each(COURSES)("names no later segment, nor holds one: %s", (compact) => {
    const { whole, upTo } = told(compact);
    for (let last = 0; last <= whole.segments.length; last++) {
      const known = upTo(last);
      const { segments, fate, arrivesAt, copyOf, rstShape, findings } = known;
      for (const column of [fate, arrivesAt, copyOf, rstShape, findings]) expect(column).toHaveLength(last);
      expect(segments.length).toBe(last);
      expect(known.epilogue).toEqual([]);
      for (let position = 1; position <= last; position++) {
        // A segment that is still under way arrives behind all that is told.
        const facts = factsAt(known, position).filter(({ kind }) => kind !== "afterwards");
        expect(Math.max(...facts.flatMap(placesIn))).toBeLessThanOrEqual(last);
        expect(arrivesAt[position - 1]).toBeLessThanOrEqual(last + 1);
      }
    }
  });

  test("tells a loss before the segment that shows it, which the beginning alone cannot", () => {
    const { upTo } = told("cS sS. c. cP.+5 ~1 cP.@1+5 s.");
    const known = upTo(4);
    expect(FATES[known.fate[3] ?? 0]).toBe("lost-or-late");
    expect(factsAt(known, 4).find(({ kind }) => kind === "fate")).toMatchObject({ contradictedBy: null });
  });

  test("notes nothing of a segment before the other is there which shows it", () => {
    const notes = (compact: string, last: number): string[] =>
      told(compact)
        .upTo(last)
        .annotations.map(({ position, kind }) => `${position} ${kind}`);
    const crossing = "cS sS cS. sS.@0/1 cP.+5 s.";
    expect(notes(crossing, 1)).toEqual([]);
    expect(notes(crossing, 2)).toContain("1 simultaneous-open");
    const rejected = "cS sS. cR@1";
    expect(notes(rejected, 2)).toEqual([]);
    expect(notes(rejected, 3)).toContain("2 rejected");
  });

  test("before the first segment it does not tell whether somebody listens", () => {
    const { whole, upTo } = told("cS sR.");
    expect(whole.initial.server.state).toBe("CLOSED");
    expect(upTo(0).initial.server.state).toBeNull();
  });

  // Segment 6 acknowledges nothing of segment 4, which it would if that had come in order.
  test("names no evidence against an arrival that comes later", () => {
    const { whole, upTo } = told("cS sS. c. cP.@11+10 cF.@21 s./1 cP.@1+10 s./22");
    expect(whole.contradictedBy[3]).toBe(6);
    expect([4, 5, 6].map((last) => upTo(last).contradictedBy[3])).toEqual([0, 0, 6]);
  });

  // A capture that begins with a FIN cannot tell the first closer until the other end sends data.
  test("leaves open how long two courses are possible, until the segment that settles it", () => {
    const { whole, upTo } = told("mid cF. s. sP.+5 sF. c.");
    expect(whole.ambiguousClose).toEqual({ side: "client", from: 1, until: 3 });
    expect([0, 1, 2, 3, 4].map((last) => upTo(last).ambiguousClose)).toEqual([
      null,
      { side: "client", from: 1, until: null },
      { side: "client", from: 1, until: null },
      { side: "client", from: 1, until: 3 },
      { side: "client", from: 1, until: 3 },
    ]);
  });

  test("names no proof of a move that comes later", () => {
    const { whole, upTo } = told("cS sS. c. cP.+5 s.");
    expect(whole.moves.map(({ provedBy }) => provedBy)).toEqual([null, 2, 3, 5]);
    expect(upTo(2).moves.map(({ provedBy }) => provedBy)).toEqual([null, 2, null]);
  });
});
