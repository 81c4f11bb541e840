import { beforeEach, describe, expect, test } from "vitest";
import type { Edit } from "../../lab/edit/edits.ts";
import { compactAnalyser } from "../../testing/compact-analyser.ts";
import { settle } from "../../testing/settle.ts";
import { captureOf } from "../selectors.ts";
import { createSynfinStore, type SynfinStore } from "../synfin-store.ts";
import type { Laboratory } from "./laboratory.ts";

let store: SynfinStore;

const LOST_SYN: Edit = {
  kind: "lose",
  segment: { end: 0, kind: "syn", octets: null, ack: null, copy: 1 },
};

beforeEach(() => {
  store = createSynfinStore(compactAnalyser("cS sS. c. cF. sF. c."));
});

function bench(): Laboratory {
  const { laboratory } = store.getState();
  if (laboratory === null) throw new Error("no laboratory");
  return laboratory;
}

function run() {
  const found = captureOf(store.getState())?.run;
  if (!found) throw new Error("no run");
  return found;
}

function segments(): number {
  return run().segments[0]?.length ?? 0;
}

async function lesson(): Promise<void> {
  store.getState().enterLaboratory({ kind: "lesson", name: "what if" });
  await settle();
}

describe("from the connection on screen", () => {
  beforeEach(async () => {
    store.getState().openText("t", "t");
    await settle();
    store.getState().goTo(4);
    store.getState().enterLaboratory({ kind: "connection" });
    await settle();
  });

  test("the laboratory repeats it, says how far, and stands at the same segment", () => {
    expect(run().wish.fidelity).toMatchObject({ replays: 6, of: 6 });
    expect(run().segments[0]?.[store.getState().position - 1]?.name).toMatchObject({ end: 0, kind: "fin" });
    expect(bench().origin).toMatchObject({ connection: 0, position: 4 });
  });

  test("leaving leads back to the capture", async () => {
    bench().leave();
    await settle();
    expect(captureOf(store.getState())?.run).toBeNull();
    expect(store.getState().laboratory).toBeNull();
    expect(store.getState().position).toBe(4);
  });
});

describe("an edit", () => {
  beforeEach(lesson);

  test("is run under what is on screen, and undone and done again", async () => {
    const before = segments();
    bench().edit(LOST_SYN);
    await settle();
    expect(segments()).toBe(before + 1);
    bench().undo();
    await settle();
    expect(segments()).toBe(before);
    bench().redo();
    await settle();
    expect(segments()).toBe(before + 1);
    expect(run().wish.edits).toHaveLength(1);
  });

  test("can be switched off, and dropped", async () => {
    bench().edit(LOST_SYN);
    await settle();
    bench().switchEdit(0);
    await settle();
    expect(run().facts.difference.more).toBe(0);
    bench().dropEdit(0);
    await settle();
    expect(run().wish.edits).toEqual([]);
  });

  test("that comes while another is run is not lost", async () => {
    bench().edit({ kind: "wire-delay", there: 1e6, back: 1e6 });
    bench().edit({ kind: "wire-delay", there: 5e6, back: 5e6 });
    await settle();
    expect(run().facts.settings.delay).toEqual([5e6, 5e6]);
  });

  test("keeps the segment that one stands at, wherever it stands now", async () => {
    store.getState().goTo(2);
    bench().edit(LOST_SYN);
    await settle();
    expect(store.getState().position).toBe(3);
  });

  test("is part of the text, which can be changed", async () => {
    bench().edit(LOST_SYN);
    await settle();
    bench().rewrite(run().facts.script.replace("lose c.syn", "lose c.syn*"));
    await settle();
    expect(run().facts.difference.last.after[0]).toBe("CLOSED");
    expect(run().wish.edits).toEqual([]);
    bench().undo();
    await settle();
    expect(run().wish.edits).toHaveLength(1);
  });

  test("shows what a capture at one end would know, and what happened again", async () => {
    bench().seeFrom(1);
    await settle();
    expect(run().wish.seenFrom).toBe(1);
    bench().seeFrom(null);
    await settle();
    expect(run().wish.seenFrom).toBeNull();
  });
});

test("a lesson shows each task, and then one way to do it, which reaches its goals", async () => {
  await lesson();
  const met = [];
  do {
    await settle();
    met.push(run().facts.goals.every(({ isMet }) => isMet));
  } while (bench().moveLesson(1));
  expect(met).toEqual([false, true, false, true, false, true, false, true, false, true]);
  expect(bench().moveLesson(-1)).toBe(true);
});

test("an empty page has no connection, and grows by calls", async () => {
  store.getState().enterLaboratory({ kind: "empty", name: "simulated" });
  await settle();
  expect(run().segments).toEqual([]);
  const when = { kind: "after", cause: null, pause: 0 } as const;
  bench().edit({ kind: "add-call", call: { kind: "call", end: 0, when, verb: { kind: "connect" } } });
  await settle();
  expect(segments()).toBe(2);
  expect(store.getState().selection?.analysis.kind).toBe("ready");
});
