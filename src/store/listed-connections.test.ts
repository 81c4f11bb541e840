import { expect, onTestFinished, test } from "vitest";
import { createStore } from "zustand/vanilla";
import { captureWith, summary } from "../testing/connection-summaries.ts";
import {
  followListing,
  listIsMade,
  type ListingChoice,
  type ListingPart,
  NOTHING_LISTED,
} from "./listed-connections.ts";
import { CAPTURE_ORDER } from "./sort-order.ts";

const MANY = 30_000;

function storeWith(count: number, asked: number[] = []) {
  const connections = Array.from({ length: count }, (_, id) =>
    summary(id, { outcome: id % 3 === 0 ? "refused" : "complete", segments: count - id }),
  );
  const store = createStore<ListingChoice & ListingPart>()(() => ({
    ...NOTHING_LISTED,
    capture: { kind: "empty" },
    filter: "",
    filterWords: null,
    order: CAPTURE_ORDER,
    lastOpened: null,
    times: "connection",
  }));
  followListing(store, async (frame) => {
    asked.push(frame);
    return frame === 4711 ? { connection: 2, position: 1 } : null;
  });
  store.setState({ capture: { kind: "ready", value: captureWith(...connections) }, lastOpened: {} });
  return store;
}

const idsIn = (store: { getState: () => ListingPart }): number[] =>
  Array.from(store.getState().listed, ({ id }) => id);

test("the first list that is filtered stays whole until what filters is loaded", async () => {
  const store = storeWith(9);
  store.setState({ filter: "outcome:refused" });
  expect(idsIn(store)).toHaveLength(9);
  await expect.poll(() => idsIn(store)).toEqual([0, 3, 6]);
});

test("who waits for the list that is asked for gets that one, and waits for no other", async () => {
  const store = storeWith(9);
  await listIsMade(store);
  expect(idsIn(store)).toHaveLength(9);
  store.setState({ filter: "outcome:refused" });
  await listIsMade(store);
  expect(idsIn(store)).toEqual([0, 3, 6]);
  store.setState({ order: { column: "segments", isDescending: false } });
  store.setState({ filter: "" });
  store.setState({ order: CAPTURE_ORDER });
  await listIsMade(store);
  expect(idsIn(store)).toHaveLength(9);
});

test("a short list is filtered at once then", async () => {
  const store = storeWith(9);
  store.setState({ filter: "outcome:refused" });
  await expect.poll(() => idsIn(store)).toEqual([0, 3, 6]);
  store.setState({ filter: "outcome:complete" });
  expect(idsIn(store)).toEqual([1, 2, 4, 5, 7, 8]);
});

test("a long list stays until the new one is ready, and then listeners are called", async () => {
  const store = storeWith(MANY);
  expect(idsIn(store)).toHaveLength(MANY);
  let told = 0;
  store.subscribe(({ listed }, before) => (told += Number(listed !== before.listed)));
  store.setState({ filter: "outcome:refused", order: { column: "segments", isDescending: false } });
  expect(idsIn(store)).toHaveLength(MANY);
  await expect.poll(() => idsIn(store).length).toBe(MANY / 3);
  expect(told).toBe(1);
  expect(idsIn(store).slice(0, 2)).toEqual([MANY - 3, MANY - 6]);
});

test("of two wishes in a row the later one counts", async () => {
  const store = storeWith(MANY);
  store.setState({ filter: "outcome:refused" });
  store.setState({ filter: "outcome:complete" });
  await expect.poll(() => idsIn(store).length).toBe((MANY / 3) * 2);
  store.setState({ filter: "" });
  expect(idsIn(store)).toHaveLength(MANY);
});

test("a long list is there although more is judged again and again before it is made", async () => {
  const store = storeWith(MANY);
  const judgeMore = (): void => {
    const { capture } = store.getState();
    if (capture.kind !== "ready") return;
    store.setState({ capture: { kind: "ready", value: captureWith(...capture.value.connections) } });
  };
  const judging = setInterval(judgeMore, 2);
  onTestFinished(() => {
    clearInterval(judging);
    store.setState({ capture: { kind: "empty" }, filter: "", order: CAPTURE_ORDER });
  });
  store.setState({ filter: "port:80", order: { column: "outcome", isDescending: false } });
  await expect.poll(() => idsIn(store)[0]).toBe(1);
  // A wish that is given up meanwhile is not made.
  store.setState({ filter: "outcome:complete" });
  store.setState({ filter: "outcome:refused" });
  const seen = new Set<number>();
  await expect.poll(() => seen.add(idsIn(store).length).has(MANY / 3)).toBe(true);
  expect(seen).not.toContain((MANY / 3) * 2);
}, 30_000);

test("nothing of a capture that was closed is kept", async () => {
  const store = storeWith(9);
  store.setState({ filter: "outcome:refused" });
  await expect.poll(() => idsIn(store)).toEqual([0, 3, 6]);
  const before = store.getState().listed;
  const { capture, lastOpened } = store.getState();
  store.setState({ capture: { kind: "empty" }, filter: "" });
  expect(idsIn(store)).toEqual([]);
  store.setState({ capture, lastOpened, filter: "outcome:refused" });
  expect(store.getState().listed).toEqual(before);
  expect(store.getState().listed).not.toBe(before);
});

test("while more of a long capture is judged, the filtered list stays until the next one is there", async () => {
  const store = storeWith(MANY);
  store.setState({ filter: "outcome:refused" });
  await expect.poll(() => idsIn(store).length).toBe(MANY / 3);
  const { capture } = store.getState();
  const connections = capture.kind === "ready" ? [...capture.value.connections] : [];
  const more = captureWith(...connections, summary(MANY, { outcome: "refused" }));
  store.setState({ capture: { kind: "ready", value: more } });
  expect(idsIn(store)).toHaveLength(MANY / 3);
  await expect.poll(() => idsIn(store).length).toBe(MANY / 3 + 1);
  // Of another capture nothing of the list before is shown.
  const other = { ...more, connections: connections.slice(0, 25_000) };
  store.setState({ capture: { kind: "ready", value: other }, lastOpened: {} });
  expect(idsIn(store)).toHaveLength(25_000);
});

test("two stores list on their own", async () => {
  const [one, other] = [storeWith(9), storeWith(6)];
  one.setState({ filter: "outcome:refused" });
  await expect.poll(() => idsIn(one)).toEqual([0, 3, 6]);
  expect(idsIn(other)).toHaveLength(6);
  other.setState({ filter: "outcome:complete" });
  await expect.poll(() => idsIn(other)).toEqual([1, 2, 4, 5]);
  expect(idsIn(one)).toEqual([0, 3, 6]);
});

test("a record of the file is looked for once, and its connection is listed", async () => {
  const asked: number[] = [];
  const store = storeWith(9, asked);
  store.setState({ filter: "frame:4711" });
  await expect.poll(() => idsIn(store)).toEqual([2]);
  store.setState({ filter: "frame:4711,12" });
  await expect.poll(() => asked).toEqual([4711, 12]);
  expect(idsIn(store)).toEqual([2]);
  store.setState({ filter: "frame:4711 port:9" });
  expect(idsIn(store)).toEqual([]);
  expect(asked).toEqual([4711, 12]);
});
