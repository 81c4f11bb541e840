import { afterEach, expect, test } from "vitest";
import { captureOf } from "../lessons/captures.ts";
import { EXAMPLES } from "../lessons/examples.ts";
import { wordedLesson } from "../lessons/worded-lesson.ts";
import { createSynfinStore } from "../store/synfin-store.ts";
import type { Analyser } from "../worker/analyser.ts";
import { CaptureAnalyser } from "../worker/capture-analyser.ts";
import { connectAnalyser } from "../worker/connect-analyser.ts";
import type { Port, Reply, Request } from "../worker/protocol.ts";
import { serveAnalyser } from "../worker/serve-analyser.ts";

const ports: MessagePort[] = [];

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** The analyser as the page has it. */
function startAnalyser(): Analyser {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  serveAnalyser(portOf<Request, Reply>(port1), new CaptureAnalyser());
  return connectAnalyser(portOf<Reply, Request>(port2));
}

function portOf<In, Out>(port: MessagePort): Port<In, Out> {
  return {
    postMessage: (message, moved = []) => port.postMessage(message, [...moved]),
    addEventListener: (type, listener) => {
      port.addEventListener(type, (event) => listener(event as MessageEvent<In>));
      port.start();
    },
  };
}

const settle = async (isDone: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 2000 && !isDone(); turn++) await new Promise((done) => setTimeout(done, 2));
};

test.each(EXAMPLES.map(({ name }) => name))(
  "the lesson of %s is given from start to end, and every question of it can be asked and answered",
  async (name) => {
    const store = createSynfinStore(startAnalyser(), "system", {
      startAnalyser,
      examples: [
        {
          name,
          source: async () => ({ kind: "file", file: new File([await captureOf(name)], `${name}.pcap`) }),
          lesson: { load: (language) => wordedLesson(name, language) },
        },
      ],
    });
    store.getState().openExample(name);
    await settle(() => store.getState().selection?.analysis.kind === "ready");
    store.getState().startTour();
    await settle(() => store.getState().tour !== null);
    const { steps } = store.getState().tour?.lesson ?? { steps: [] };
    expect(steps.length).toBeGreaterThan(0);
    for (const [index, { question, position, connection }] of steps.entries()) {
      const { tour } = store.getState();
      expect(tour?.step).toBe(index);
      expect(tour?.question?.kind).toBe(question?.kind);
      expect(new Set(tour?.question?.options.map((option) => JSON.stringify(option))).size).toBe(
        tour?.question?.options.length ?? 0,
      );
      if (tour?.isAsking === true) {
        store.getState().answerTour(tour.question?.right ?? -1);
        await settle(() => store.getState().tour?.isAsking === false);
      }
      expect(store.getState()).toMatchObject({ position, selection: { connection } });
      store.getState().advance(1);
      await settle(() => store.getState().tour?.step === index + 1);
    }
    expect(store.getState().tour?.step).toBe(steps.length);
  },
);
