import { expect, test } from "vitest";
import { summary } from "../testing/connection-summaries.ts";
import { listConnections } from "./connection-list.ts";
import type { FilterWords } from "./filter-language.ts";
import { CAPTURE_ORDER } from "./sort-order.ts";

test("without filter and sorting the list is the capture's own", () => {
  const connections = [summary(0), summary(1)];
  expect(listConnections(connections, null, CAPTURE_ORDER)).toBe(connections);
});

test("what has no figure stands last in either direction", () => {
  const connections = [
    summary(0, { duration: null }),
    summary(1, { duration: 5 }),
    summary(2, { duration: 9 }),
  ];
  const ids = (isDescending: boolean): number[] =>
    listConnections(connections, null, { column: "duration", isDescending }).map(({ id }) => id);
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
  const sorted = listConnections(connections, null, { column: "server", isDescending: false });
  expect(sorted.map(({ id }) => id)).toEqual([2, 1, 0]);
});

test("equal figures stay in capture order, also downwards", () => {
  const connections = [summary(0, { segments: 4 }), summary(1, { segments: 4 }), summary(2, { segments: 8 })];
  const sorted = listConnections(connections, null, { column: "segments", isDescending: true });
  expect(sorted.map(({ id }) => id)).toEqual([2, 0, 1]);
});

test("sorting never touches the capture", () => {
  const connections = [summary(0, { segments: 9 }), summary(1, { segments: 1 })];
  listConnections(connections, null, { column: "segments", isDescending: false });
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
  expect(listConnections(connections, null, order).map(({ id }) => id)).toEqual([0, 2, 1]);
  expect(listConnections(connections, null, order, words).map(({ id }) => id)).toEqual([1, 0, 2]);
});
