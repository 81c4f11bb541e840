import { expect, test } from "vitest";
import type { Analyser, CaptureSource } from "../store/opened-capture.ts";
import { createSynfinStore } from "../store/synfin-store.ts";
import { answering } from "../testing/answering.ts";
import { compactAnalyser } from "../testing/compact-analyser.ts";
import { captureWith, summary } from "../testing/connection-summaries.ts";
import { settle as settleParts } from "../testing/settle.ts";
import { followHistory } from "./follow-history.ts";

/** The browser's own list of visits, as far as the page sees it. */
class SmallHistory {
  readonly states: unknown[] = [null];
  at = 0;
  private listener: (event: { readonly state: unknown }) => void = () => undefined;

  readonly history = this;

  get state(): unknown {
    return this.states[this.at];
  }

  pushState(state: unknown): void {
    this.states.splice(++this.at, Number.POSITIVE_INFINITY, state);
  }

  replaceState(state: unknown): void {
    this.states[this.at] = state;
  }

  addEventListener(_: "popstate", listener: typeof this.listener): void {
    this.listener = listener;
  }

  go(by: number): void {
    this.at += by;
    this.listener({ state: this.states[this.at] });
  }
}

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

/** Opens every text as a capture of three connections. */
const analyser = {
  open: (source: CaptureSource) =>
    Promise.resolve({
      ok: true,
      capture: {
        ...captureWith(summary(0), summary(1), summary(2)),
        name: "name" in source ? source.name : "",
      },
    }),
  cancel: () => undefined,
  ask: answering(),
} as unknown as Analyser;

function start() {
  const store = createSynfinStore(analyser);
  const browser = new SmallHistory();
  let time = 1_000_000;
  followHistory(store, browser, () => time);
  const later = (): void => {
    time += 60_000;
  };
  const seen = (): string => {
    const { capture, selection } = store.getState();
    return capture.kind === "ready" ? `${capture.value.name} ${selection?.connection}` : capture.kind;
  };
  return { store, browser, later, seen };
}

test("back and forward go through connections, captures and the empty page", async () => {
  const { store, browser, later, seen } = start();
  store.getState().openText("one", "…");
  await settle();
  later();
  store.getState().selectConnection(2);
  later();
  store.getState().openText("two", "…");
  await settle();
  const trail: string[] = [seen()];
  for (const by of [-1, -1, -1, 1, 1, 1]) {
    browser.go(by);
    await settle();
    trail.push(seen());
  }
  expect(trail).toEqual(["two 0", "one 2", "one 0", "empty", "one 0", "one 2", "two 0"]);
  expect(browser.states).toHaveLength(4);
});

test("the entry that a change of the address made is the visit that it opened", async () => {
  const { store, browser, seen } = start();
  browser.pushState(null);
  store.getState().openText("one", "…");
  await settle();
  expect(browser.states).toHaveLength(2);
  browser.go(-1);
  expect(seen()).toBe("empty");
  browser.go(1);
  await settle();
  expect(seen()).toBe("one 0");
});

test("what comes after a step back takes the place of what was ahead", async () => {
  const { store, browser, later, seen } = start();
  store.getState().openText("one", "…");
  await settle();
  for (const connection of [1, 2]) {
    later();
    store.getState().selectConnection(connection);
  }
  browser.go(-2);
  expect(seen()).toBe("one 0");
  later();
  store.getState().selectConnection(2);
  browser.go(-1);
  expect(seen()).toBe("one 0");
  expect(browser.states).toHaveLength(3);
});

test("running down the list is one step, but the connection it began at stays", async () => {
  const { store, browser, later, seen } = start();
  store.getState().openText("one", "…");
  await settle();
  later();
  store.getState().selectConnection(1);
  store.getState().selectConnection(2);
  browser.go(-1);
  expect(seen()).toBe("one 0");
});

test("the browser is given nothing but numbers, and a number of an earlier visit means nothing", async () => {
  const { store, browser, seen } = start();
  store.getState().openText("one", "…");
  await settle();
  expect(browser.states.every((state) => typeof state === "number")).toBe(true);
  browser.states[0] = 3;
  browser.go(-1);
  expect(seen()).toBe("one 0");
});

test("a run of the laboratory is one visit, however often it is edited, and is found again as it was left", async () => {
  const store = createSynfinStore(compactAnalyser("cS sS. c. cF. sF. c."));
  const browser = new SmallHistory();
  followHistory(store, browser);
  const segments = () => store.getState().selection?.analysis.kind === "ready" && run()?.segments[0]?.length;
  const run = () => {
    const { capture } = store.getState();
    return capture.kind === "ready" ? capture.value.run : null;
  };
  store.getState().enterLaboratory({ kind: "lesson", name: "t" });
  await settleParts();
  const visits = browser.states.length;
  store.getState().laboratory?.edit({
    kind: "lose",
    segment: { end: 0, kind: "syn", octets: null, ack: null, copy: 1 },
  });
  await settleParts();
  expect([browser.states.length, segments()]).toEqual([visits, 12]);
  browser.go(-1);
  await settleParts();
  expect(store.getState().capture.kind).toBe("empty");
  browser.go(1);
  await settleParts();
  expect(segments()).toBe(12);
});

test("going back brings back the position and the filter, and no step or filter is a visit", async () => {
  const { store, browser, later } = start();
  store.getState().openText("one", "");
  await settle();
  store.getState().filterBy("port:80");
  later();
  store.getState().selectConnection(2);
  await settle();
  store.getState().filterBy("failed");
  const visits = browser.states.length;
  browser.go(-1);
  await settle();
  expect(store.getState().filter).toBe("port:80");
  browser.go(1);
  await settle();
  expect(store.getState().filter).toBe("failed");
  expect(browser.states).toHaveLength(visits);
});
