import { differenceLayer } from "../../diagram/laboratory/difference-layer.ts";
import type { RunFacts } from "../../lab/edit/edited-run.ts";
import { printPattern } from "../../lab/script/print-script.ts";
import type { Language } from "../../store/language.ts";
import type { OpenedCapture } from "../../store/opened-capture.ts";
import { captureOf } from "../../store/selectors.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { formatDuration } from "../figures.ts";
import { type Layer, layerOf, type LayerOf } from "../sequence-diagram/layer.ts";
import { wordsIn } from "../words.ts";
import { layerWords } from "./bench.words.ts";
import { LabHandles } from "./LabHandles.tsx";
import { LabLegend, LabTimes } from "./LabLegend.tsx";

/** The difference to the original, and what of the exchange can be dragged. */
export const labLayer: LayerOf = layerOf(
  (state) => {
    const capture = captureOf(state);
    return capture !== null && capture.run !== null ? capture : null;
  },
  (capture, analysis, language) => layerOfRun(capture, analysis, language),
);

/** What every run has, whether anything differs or not. */
const PLAIN = { name: "laboratory", Over: LabHandles, tellsTimes: true } as const;

function layerOfRun(
  { run, timeBase }: OpenedCapture,
  analysis: ConnectionAnalysis,
  language: Language,
): Layer {
  if (run === null) throw new Error("a capture has no layer of the laboratory");
  const { id } = analysis.connection;
  const segments = run.segments[id] ?? [];
  const { facts, wish } = run;
  const isEdited = wish.edits.length > 0 || wish.text !== wish.original;
  // What a capture at one end knows holds other rows than what happened; nothing can be put beside it.
  if (!isEdited || wish.seenFrom !== null) return { ...PLAIN, Legend: LabTimes };
  const origin = Number(timeBase.origin);
  const words = wordsIn(layerWords, language);
  const times = analysis.segments.time.subarray(0, analysis.segments.length);
  const said = {
    isNew: words.isNew,
    moved: (by: number) => words.moved(formatDuration(Math.abs(by)), by > 0),
    gone: words.gone,
  };
  const drawn = {
    rows: segments
      .slice(0, times.length)
      .map(({ change, wasSentAt }) => ({ change, wasAt: wasSentAt === null ? null : wasSentAt - origin })),
    gone: goneOf(facts, origin),
    before: { client: spansOf(facts, 0, origin), server: spansOf(facts, 1, origin) },
  };
  return { ...differenceLayer(PLAIN.name, times, drawn, said), ...PLAIN, Legend: LabLegend };
}

function goneOf({ gone }: RunFacts, origin: number) {
  return gone.map(({ name, sentAt, arrivedAt }) => ({
    text: printPattern(name),
    fromClient: name.end === 0,
    at: sentAt - origin,
    hasArrived: arrivedAt !== null,
  }));
}

function spansOf({ before }: RunFacts, end: 0 | 1, origin: number) {
  return before[end].map(({ state, from, until }) => ({ state, from: from - origin, until: until - origin }));
}
