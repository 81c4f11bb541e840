import { expect, test } from "vitest";
import { sourceOf } from "../lessons/captures.ts";
import { EXAMPLES, type ExampleName } from "../lessons/examples.ts";
import { wordedLesson } from "../lessons/worded-lesson.ts";
import { type Language, LANGUAGES } from "../store/language.ts";
import { analysisOf } from "../store/selectors.ts";
import { createSynfinStore, type SynfinStore } from "../store/synfin-store.ts";
import type { Messages } from "../ui/messages/en.ts";
import { loadMessages } from "../ui/messages/load-messages.ts";
import { modeIn } from "./mode-in.ts";
import { pageText } from "./page-text.ts";
import { portedAnalyser } from "./ported-analyser.ts";

const settle = async (isDone: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 2000 && !isDone(); turn++) await new Promise((done) => setTimeout(done, 2));
};

/** Opens the example and begins its lesson. */
async function beginLesson(name: ExampleName, language: Language): Promise<SynfinStore> {
  const store = createSynfinStore(portedAnalyser(), "system", {
    startAnalyser: portedAnalyser,
    examples: [
      {
        name,
        source: () => sourceOf(name),
        lesson: { load: (tag) => wordedLesson(name, tag) },
      },
    ],
  });
  store.setState({ language });
  store.getState().openExample(name);
  await settle(() => store.getState().selection?.analysis.kind === "ready");
  store.getState().startTour();
  await settle(() => modeIn(store, "touring") !== null);
  return store;
}

const LESSONS = EXAMPLES.flatMap(({ name }) => LANGUAGES.map((language) => [name, language] as const));

test.each(LESSONS)(
  "the lesson of %s is given from start to end in %s, and every question of it can be asked and answered",
  async (name, language) => {
    const store = await beginLesson(name, language);
    const messages = await loadMessages(language);
    const { steps } = modeIn(store, "touring")?.lesson ?? { steps: [] };
    expect(steps.length).toBeGreaterThan(0);
    for (const [index, { question, position, connection }] of steps.entries()) {
      const tour = modeIn(store, "touring");
      expect(tour?.step).toBe(index);
      expect(tour?.question?.kind).toBe(question?.kind);
      expect(new Set(tour?.question?.options.map((option) => JSON.stringify(option))).size).toBe(
        tour?.question?.options.length ?? 0,
      );
      if (tour?.isAsking === true) {
        expectNothingTold(store, messages);
        store.getState().answer(tour.question?.right ?? -1);
        await settle(() => modeIn(store, "touring")?.isAsking === false);
      }
      expect(store.getState()).toMatchObject({ position, selection: { connection } });
      expect(analysisOf(store.getState())?.segments.length).toBe(position);
      store.getState().advance(1);
      await settle(() => modeIn(store, "touring")?.step === index + 1);
    }
    expect(modeIn(store, "touring")?.step).toBe(steps.length);
    expect(analysisOf(store.getState())?.segments.length).toBe(
      modeIn(store, "touring")?.whole.segments.length,
    );
  },
);

/** While a question is open, the page has nothing of the segment that is asked for, nor the words of the answer. */
function expectNothingTold(store: SynfinStore, messages: Messages): void {
  const { selection } = store.getState();
  const tour = modeIn(store, "touring");
  const stop = tour?.lesson.steps[tour.step];
  const held = analysisOf(store.getState());
  if (!tour || !stop || !held || !selection) throw new Error("no question is open");
  const isOfNext = selection.connection !== stop.connection;
  expect(stop.position - 1).toBe(isOfNext ? 0 : held.segments.length);
  if (tour.question?.kind !== "choice") return;
  const answer = tour.question.options[tour.question.right] ?? "";
  expect(wordsOf(pageText(store, messages))).not.toContain(wordsOf(answer));
}

/** Words without case and what stands between them, so that "One." is found and "one" in "none" is not. */
function wordsOf(text: string): string {
  return ` ${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}

test("what comes after the last segment is noted with it", async () => {
  const store = await beginLesson("icmp-rejected", "en");
  expect(store.getState().position).toBe(0);
  store.getState().advance(1);
  await settle(() => modeIn(store, "touring")?.isAsking === false);
  expect(analysisOf(store.getState())?.annotations.map(({ kind }) => kind)).toEqual(["icmp-unreachable"]);
});

test("that a segment was rejected is not told before the RST that shows it", async () => {
  const store = await beginLesson("given-up", "en");
  const messages = await loadMessages("en");
  for (const step of [1, 2]) {
    expect(wordsOf(pageText(store, messages))).not.toContain(wordsOf("rejected"));
    store.getState().advance(1);
    await settle(() => modeIn(store, "touring")?.step === step);
  }
  expect(modeIn(store, "touring")).toMatchObject({ step: 2, isAsking: true });
});

test("an answer that stands on the page is found", async () => {
  const store = await beginLesson("handshake-and-close", "en");
  const text = wordsOf(pageText(store, await loadMessages("en")));
  expect(text).toContain(wordsOf("The client’s application has called connect()."));
  expect(text).toContain(wordsOf("SYN-SENT"));
  expect(text).not.toContain(wordsOf("FIN takes number"));
});
