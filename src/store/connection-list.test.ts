import { expect, test } from "vitest";
import { listConnections, summary } from "../testing/connection-summaries.ts";
import type { FilterWords } from "./filter/filter-language.ts";
import { linesBetween, placeOf } from "./find-line.ts";
import type { ConnectionLines } from "./opened-capture.ts";

const idsOf = (lines: ConnectionLines): number[] => Array.from(lines, ({ id }) => id);

test("without filter and sorting the list is the capture's own", () => {
  const connections = [summary(0), summary(1)];
  expect(listConnections(connections)).toBe(connections);
});

test("what has no figure stands last in either direction", () => {
  const connections = [
    summary(0, { duration: null }),
    summary(1, { duration: 5 }),
    summary(2, { duration: 9 }),
  ];
  const ids = (isDescending: boolean): number[] =>
    idsOf(listConnections(connections, { order: { column: "duration", isDescending } }));
  expect(ids(false)).toEqual([1, 2, 0]);
  expect(ids(true)).toEqual([2, 1, 0]);
});

test("ends are sorted by the numbers of their addresses, then by port", () => {
  const ends = [
    { address: "10.0.0.10", port: 1 },
    { address: "10.0.0.9", port: 443 },
    { address: "10.0.0.9", port: 80 },
  ];
  const connections = ends.map((server, id) => Object.assign(summary(id), { server }));
  const sorted = listConnections(connections, { order: { column: "server", isDescending: false } });
  expect(idsOf(sorted)).toEqual([2, 1, 0]);
});

test("equal figures stay in capture order, also downwards", () => {
  const connections = [summary(0, { segments: 4 }), summary(1, { segments: 4 }), summary(2, { segments: 8 })];
  const sorted = listConnections(connections, { order: { column: "segments", isDescending: true } });
  expect(idsOf(sorted)).toEqual([2, 0, 1]);
});

test("sorting never touches the capture", () => {
  const connections = [summary(0, { segments: 9 }), summary(1, { segments: 1 })];
  listConnections(connections, { order: { column: "segments", isDescending: false } });
  expect(connections.map(({ id }) => id)).toEqual([0, 1]);
});

test("outcomes are sorted by the words that the list shows, where it has said them", () => {
  const connections = (["no-answer", "open", "one-direction-captured"] as const).map((outcome, id) =>
    summary(id, { outcome }),
  );
  const order = { column: "outcome", isDescending: false } as const;
  const words = {
    outcome: (outcome: string) => (outcome === "open" ? "Never closed" : outcome.replaceAll("-", " ")),
  } as Partial<FilterWords> as FilterWords;
  expect(idsOf(listConnections(connections, { order }))).toEqual([0, 2, 1]);
  expect(idsOf(listConnections(connections, { order, filterWords: words }))).toEqual([1, 0, 2]);
});

test("filtered and sorted lines are found by their place, and looked through in order", () => {
  const connections = [8, 5, 9, 7].map((segments, id) => summary(id, { segments }));
  const listed = listConnections(connections, {
    filter: "-port:40002",
    order: { column: "segments", isDescending: true },
  });
  expect(idsOf(listed)).toEqual([0, 3, 1]);
  expect([0, 1, 2, 3].map((place) => listed.at(place)?.id)).toEqual([0, 3, 1, undefined]);
  expect([0, 1, 2, 3].map((id) => placeOf(listed, id))).toEqual([0, 2, -1, 1]);
  expect(linesBetween(listed, 1, 9).map(({ id }) => id)).toEqual([3, 1]);
});

test("the place of a connection among very many is found without looking at each", () => {
  const connections = Array.from({ length: 1000 }, (_, id) => summary(id, { segments: id % 7 }));
  let looked = 0;
  const counting: ConnectionLines = {
    length: connections.length,
    at: (place) => {
      looked++;
      return connections[place];
    },
    [Symbol.iterator]: () => connections[Symbol.iterator](),
  };
  const listed = listConnections(counting, { order: { column: "segments", isDescending: true } });
  const place = idsOf(listed).indexOf(700);
  looked = 0;
  expect(placeOf(listed, 700)).toBe(place);
  expect(looked).toBeLessThan(10);
});

test("what is not judged has no figures, and stands last", () => {
  const unjudged = { ...summary(0), verdict: null };
  const connections = [unjudged, summary(1, { payload: 3, duration: 3, outcome: "refused" })];
  for (const column of ["outcome", "payload", "duration"] as const) {
    const order = { column, isDescending: false };
    expect(idsOf(listConnections(connections, { order })), column).toEqual([1, 0]);
  }
});
