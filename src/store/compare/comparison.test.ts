import { beforeEach, describe, expect, test } from "vitest";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { compactAnalyser } from "../../testing/compact-analyser.ts";
import { modeIn } from "../../testing/mode-in.ts";
import { settle } from "../../testing/settle.ts";
import { analyseCompact } from "../../testing/story.ts";
import { EXPLORING } from "../mode.ts";
import { createSynfinStore, type SynfinStore } from "../synfin-store.ts";
import { firstDifference } from "./first-difference.ts";

const FOUR = "cS sS. c. cF. s. sF. c.";
const THREE = "cS sS. c. cF. sF. c.";

/** Where both part, as `one | other`: position, end and state. */
function parting(one: ConnectionAnalysis, other: ConnectionAnalysis): string {
  const difference = firstDifference(one, other);
  if (difference === null || difference === "initial") return String(difference);
  const words = [difference.one, difference.other].map((move) =>
    move === null ? "over" : `${move.position} ${move.side} ${move.to}`,
  );
  return words.join(" | ");
}

describe("the first difference", () => {
  test("is the first move that differs, in the end or in the state", () => {
    expect(parting(analyseCompact(FOUR), analyseCompact(THREE))).toBe(
      "5 client FIN-WAIT-2 | 5 server LAST-ACK",
    );
  });

  test("does not mind data, repeats and other numbers of segments", () => {
    const withData = "cS ~1 cS sS. c. cP.+5 s. cF. s. sF. c.";
    expect(parting(analyseCompact(FOUR), analyseCompact(withData))).toBe("null");
  });

  test("where one goes on and the other is over", () => {
    expect(parting(analyseCompact("cS sS. c."), analyseCompact("cS sS. c. cR"))).toMatch(/^over \| 4 /);
  });

  test("is the beginning where the states already differ there", () => {
    expect(parting(analyseCompact("cS sS. c."), analyseCompact("mid cP.+5 s."))).toBe("initial");
  });
});

describe("comparing", () => {
  let store: SynfinStore;

  beforeEach(async () => {
    store = createSynfinStore(compactAnalyser(`${FOUR} ports=40001,80 ${THREE}`), "system", {
      startAnalyser: () => compactAnalyser("cS sR."),
      examples: [
        { name: "refused", source: async () => ({ kind: "text", name: "r", text: "r" }), lesson: null },
      ],
    });
    store.getState().openText("t", "t");
    await settle();
  });

  test("a marked connection is compared with the next one for which it is asked", async () => {
    store.getState().compare();
    expect(modeIn(store, "exploring")?.compareMark).toBe(0);
    store.getState().selectConnection(1);
    await settle();
    store.getState().compare();
    await settle();
    expect(store.getState().selection?.connection).toBe(1);
    expect(modeIn(store, "comparing")?.other.connection.id).toBe(0);
  });

  test("the same one once more takes the mark away", () => {
    store.getState().compare();
    store.getState().compare();
    expect(store.getState().mode).toEqual(EXPLORING);
  });

  test("steps go on to the end of the longer one, and from the first difference both go in step", async () => {
    store.getState().selectConnection(1);
    await settle();
    store.getState().compare();
    store.getState().selectConnection(0);
    await settle();
    store.getState().selectConnection(1);
    await settle();
    store.getState().compare();
    await settle();
    store.getState().selectConnection(0);
    await settle();
    store.getState().compare();
    store.getState().selectConnection(1);
    await settle();
    store.getState().compare();
    await settle();
    store.getState().goTo(99);
    expect(store.getState().position).toBe(7);
    store.getState().standAt(5, 4);
    expect(store.getState()).toMatchObject({ position: 5, mode: { offset: -1 } });
    store.getState().leaveMode();
    expect(store.getState()).toMatchObject({ mode: EXPLORING, position: 5 });
  });

  test("a comparison begins and ends where one stands", async () => {
    store.getState().goTo(2);
    store.getState().compareWithExample("refused");
    await settle();
    expect(store.getState()).toMatchObject({ mode: { kind: "comparing", offset: 0 }, position: 2 });
    store.getState().leaveMode();
    expect(store.getState()).toMatchObject({ mode: EXPLORING, position: 2 });
  });

  test("an example is opened beside the capture", async () => {
    store.getState().compareWithExample("refused");
    await settle();
    expect(modeIn(store, "comparing")).toMatchObject({ example: "refused" });
    expect(modeIn(store, "comparing")?.other.segments.length).toBe(2);
    expect(store.getState().capture.kind).toBe("ready");
  });

  test("an example that there is not changes nothing", async () => {
    store.getState().compareWithExample("nothing");
    await settle();
    expect(store.getState().mode).toEqual(EXPLORING);
  });

  test("choosing another connection leaves the comparison", async () => {
    store.getState().compareWithExample("refused");
    await settle();
    store.getState().selectConnection(1);
    expect(store.getState().mode).toEqual(EXPLORING);
  });
});
