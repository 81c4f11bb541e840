import { beforeEach, describe, expect, test, vi } from "vitest";
import { compactAnalyser } from "../../testing/compact-analyser.ts";
import { modeIn } from "../../testing/mode-in.ts";
import { settle } from "../../testing/settle.ts";
import type { Ask } from "../../worker/questions.ts";
import { EXPLORING } from "../mode.ts";
import type { Analyser } from "../opened-capture.ts";
import { analysisOf } from "../selectors.ts";
import { createSynfinStore, type SynfinStore } from "../synfin-store.ts";
import type { LessonQuestion, LessonStep, OfferedLesson } from "./lesson.ts";

const EXCHANGE = "cS sS. c. cF. sF. c. ports=40001,80 cS sR.";
let analyser: Analyser;
let store: SynfinStore;

function step(position: number, question: LessonQuestion | null, connection = 0): LessonStep {
  return { connection, position, note: [{ text: `note ${position}`, isFact: false }], question };
}

const CHOICE: LessonQuestion = { kind: "choice", ask: "Why?", options: ["because", "therefore"], right: 1 };
const STEPS = [
  step(1, null),
  step(2, { kind: "segment" }),
  step(3, { kind: "state", side: "server" }),
  step(5, CHOICE),
  step(1, CHOICE, 1),
];

function lesson(steps: readonly LessonStep[] = STEPS): OfferedLesson {
  return {
    load: async (language) => ({
      steps: steps.map((one) => ({ ...one, note: [{ text: `${language} note`, isFact: false }] })),
    }),
  };
}

/** Where the page stands: `step/position`, with `?` while it asks. */
function stand(): string {
  const { position, selection } = store.getState();
  const tour = modeIn(store, "touring");
  const place = `${selection?.connection}:${position}`;
  return tour === null ? place : `${tour.step} at ${place}${tour.isAsking ? "?" : ""}`;
}

async function click(direction: 1 | -1 = 1): Promise<string> {
  store.getState().advance(direction);
  await settle();
  return stand();
}

beforeEach(async () => {
  analyser = compactAnalyser(EXCHANGE);
  store = createSynfinStore(analyser, "system", {
    startAnalyser: () => compactAnalyser("cS sR."),
    examples: [
      { name: "t", source: async () => ({ kind: "text", name: "t", text: "t" }), lesson: lesson() },
      { name: "gone", source: () => Promise.reject(new Error("offline")), lesson: null },
    ],
  });
  store.getState().openExample("t");
  await settle();
});

describe("an example", () => {
  test("that there is not is not opened", () => {
    expect(store.getState().openExample("nothing")).toBe(false);
    expect(store.getState().capture.kind).toBe("ready");
  });

  test("whose part of the page cannot be loaded says so", async () => {
    expect(store.getState().openExample("gone")).toBe(true);
    await settle();
    expect(store.getState().capture).toEqual({
      kind: "failed",
      failure: { kind: "unreadable", name: "gone", message: "offline" },
    });
  });
});

describe("a lesson", () => {
  test("waits behind a veil when its example is open, and a click begins it", async () => {
    expect([store.getState().mode.kind, analysisOf(store.getState())?.segments.length]).toEqual([
      "veiled",
      0,
    ]);
    expect(await click(-1)).toBe("0:0");
    expect(await click()).toBe("0 at 0:1");
  });

  test("can be begun later where everything was shown first", async () => {
    store.getState().leaveMode();
    expect(analysisOf(store.getState())?.segments.length).toBe(6);
    expect(await click()).toBe("0:1");
    store.getState().startTour();
    await settle();
    expect(stand()).toBe("0 at 0:1");
  });

  test.each([{ step: 3 }, { view: "embed" }])(
    "waits behind no veil where a link asks for %o",
    async (view) => {
      store.getState().openExample("t", view);
      await settle();
      expect([store.getState().mode.kind, analysisOf(store.getState())?.segments.length]).toEqual([
        "exploring",
        6,
      ]);
    },
  );

  test("whose veil is lifted while the connection is analysed shows all of it", async () => {
    store.getState().openExample("t");
    await vi.waitUntil(
      () => store.getState().mode.kind === "veiled" && store.getState().capture.kind === "ready",
    );
    store.getState().leaveMode();
    await settle();
    expect([store.getState().mode.kind, analysisOf(store.getState())?.segments.length]).toEqual([
      "exploring",
      6,
    ]);
  });

  test("is given with a clicker alone: questions are asked before what they ask for is shown", async () => {
    store.getState().startTour();
    await settle();
    const stands: string[] = [];
    for (let press = 0; press < 9; press++) stands.push(await click());
    expect(stands).toEqual([
      "1 at 0:1?",
      "1 at 0:2",
      "2 at 0:2?",
      "2 at 0:3",
      "3 at 0:4?",
      "3 at 0:5",
      "4 at 0:5?",
      "4 at 1:1",
      "5 at 1:1",
    ]);
    expect(store.getState().selection?.analysis).toMatchObject({ value: { segments: { length: 2 } } });
    // From its end a click leads on to the next example.
    await click();
    expect(store.getState()).toMatchObject({ capture: { kind: "failed" } });
  });

  test("holds nothing of a segment that it has not come to, and all when it is left", async () => {
    store.getState().startTour();
    await settle();
    const held = (): number | undefined => analysisOf(store.getState())?.segments.length;
    expect(held()).toBe(1);
    await click();
    expect([stand(), held()]).toEqual(["1 at 0:1?", 1]);
    store.getState().goTo(5);
    expect(store.getState().position).toBe(1);
    await click();
    expect([stand(), held()]).toEqual(["1 at 0:2", 2]);
    store.getState().leaveMode();
    expect(held()).toBe(6);
    expect(store.getState().position).toBe(2);
  });

  test("that is begun while the class predicts ends the guessing and runs over the whole connection", async () => {
    store.getState().togglePredicting();
    await settle();
    expect(analysisOf(store.getState())?.segments.length).toBe(0);
    store.getState().startTour();
    await settle();
    expect([stand(), analysisOf(store.getState())?.segments.length]).toEqual(["0 at 0:1", 1]);
    store.getState().leaveMode();
    expect(analysisOf(store.getState())?.segments.length).toBe(6);
  });

  test("goes back without asking again", async () => {
    store.getState().startTour();
    await settle();
    await click();
    await click();
    expect(await click(-1)).toBe("0 at 0:1");
    await click();
    await click();
    await click();
    expect(await click(-1)).toBe("1 at 0:2");
  });

  test("takes an answer, right or wrong, and then tells", async () => {
    store.getState().startTour();
    await settle();
    await click();
    const { question } = modeIn(store, "touring") ?? {};
    expect(question?.kind).toBe("segment");
    store.getState().answer(question?.right ?? -1);
    await settle();
    expect(modeIn(store, "touring")).toMatchObject({ isAsking: false, chosen: question?.right });
    expect(stand()).toBe("1 at 0:2");
  });

  test("goes on in another language where it stands", async () => {
    store.getState().startTour();
    await settle();
    await click();
    store.setState({ language: "ko" as never });
    store.getState().rewordTour();
    await settle();
    expect(stand()).toBe("1 at 0:1?");
    expect(modeIn(store, "touring")?.lesson.steps[1]?.note[0]?.text).toBe("ko note");
  });

  test("goes on although more connections of its capture are judged meanwhile", async () => {
    store.getState().startTour();
    await settle();
    const { ask } = analyser;
    const judgingMeanwhile: Ask = (kind, ...about) => {
      const { capture } = store.getState();
      store.setState({ capture: { ...capture } });
      return ask(kind, ...about);
    };
    vi.spyOn(analyser, "ask").mockImplementation(judgingMeanwhile);
    expect(await click()).toBe("1 at 0:1?");
  });

  test("ends when it is left, when another connection is chosen, and when the capture is closed", async () => {
    store.getState().startTour();
    await settle();
    store.getState().selectConnection(1);
    expect(store.getState().mode).toEqual(EXPLORING);
    store.getState().startTour();
    await settle();
    store.getState().leaveMode();
    expect(store.getState().mode).toEqual(EXPLORING);
    store.getState().closeCapture();
    expect(store.getState()).toMatchObject({ mode: EXPLORING, offered: null });
  });
});
