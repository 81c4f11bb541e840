import { expect, test } from "vitest";
import { answering } from "../../testing/answering.ts";
import { compactAnalyser } from "../../testing/compact-analyser.ts";
import { settle } from "../../testing/settle.ts";
import type { Answers } from "../../worker/questions.ts";
import { coverageOf } from "../mode.ts";
import type { ArrowsTaken } from "../opened-capture.ts";
import { createSynfinStore } from "../synfin-store.ts";

const SYN: ArrowsTaken["steps"][number] = { arrow: "T02", from: "CLOSED", to: "SYN-SENT", via: null };
const RST: ArrowsTaken["steps"][number] = { arrow: "T14", from: "SYN-SENT", to: "CLOSED", via: null };

/** Both analysers, and what each says that its capture takes. */
function storeWith(ofCapture: ArrowsTaken["steps"], ofExamples: readonly ArrowsTaken["steps"][]) {
  const examples = ofExamples.map((_, index) => ({
    name: `${index}`,
    source: async () => ({ kind: "text", name: `${index}`, text: "" }) as const,
    lesson: null,
  }));
  let opened = "";
  const one = compactAnalyser("cS sR.");
  const analyse: Answers["analyse"] = (...about) => one.ask("analyse", ...about);
  const answersWith = (steps: () => ArrowsTaken["steps"]) =>
    answering({ analyse, arrowsTaken: async () => ({ steps: steps(), connections: 1 }) });
  return createSynfinStore({ ...one, ask: answersWith(() => ofCapture) }, "system", {
    startAnalyser: () => ({
      ...one,
      open: (source, onProgress) => {
        opened = source.kind === "text" ? source.name : "";
        return one.open(source, onProgress);
      },
      ask: answersWith(() => ofExamples[Number(opened)] ?? []),
    }),
    examples,
  });
}

test("the arrows of the open capture, and of all examples together", async () => {
  const store = storeWith([SYN], [[SYN], [SYN, RST]]);
  store.getState().openText("t", "t");
  await settle();
  store.getState().showCoverage("capture");
  expect(coverageOf(store.getState())?.taken.kind).toBe("loading");
  await settle();
  expect(coverageOf(store.getState())?.taken).toEqual({
    kind: "ready",
    value: { steps: [SYN], connections: 1 },
  });
  store.getState().showCoverage("examples");
  await settle();
  expect(coverageOf(store.getState())).toEqual({
    scope: "examples",
    taken: { kind: "ready", value: { steps: [SYN, RST], connections: 2 } },
  });
  store.getState().hideCoverage();
  expect(coverageOf(store.getState())).toBeNull();
});

test("nothing is shown of the arrows while the class predicts", async () => {
  const store = storeWith([SYN], []);
  store.getState().openText("t", "t");
  await settle();
  store.getState().showCoverage("capture");
  store.getState().togglePredicting();
  await expect.poll(() => store.getState().mode.kind).toBe("predicting");
  expect(coverageOf(store.getState())).toBeNull();
  store.getState().showCoverage("capture");
  expect(coverageOf(store.getState())).toBeNull();
});
