import { beforeEach, describe, expect, test } from "vitest";
import type { Witnesses } from "../segments/witnesses.ts";
import { LANGUAGES } from "../store/language.ts";
import { isVeiled } from "../store/mode.ts";
import { createSynfinStore, type SynfinStore } from "../store/synfin-store.ts";
import { compactAnalyser } from "../testing/compact-analyser.ts";
import { settle } from "../testing/settle.ts";
import { MOVE_ROWS } from "./keys/moves.ts";
import { isOffered, toggleView, type View } from "./view.ts";
import { VIEWS } from "./views.ts";
import { wordsIn } from "./words.ts";

const SCRIPTS = { en: /[a-z]/iu, ko: /\p{Script=Hangul}/u, zh: /\p{Script=Han}/u } as const;

const NO_WITNESSES: Witnesses = {
  atClient: 0,
  clock: null,
  timeBases: [
    { kind: "none", origin: 0n },
    { kind: "none", origin: 0n },
  ],
  times: [new Float64Array(), new Float64Array()],
  frames: [new Uint32Array(), new Uint32Array()],
  rows: {
    shown: new Uint8Array(),
    sentAt: new Uint32Array(),
    arrivedAt: new Uint32Array(),
    arrivalTime: new Float64Array(),
  },
};

let store: SynfinStore;

/** An example with a lesson is open, at its beginning, without its veil. */
beforeEach(async () => {
  const lesson = {
    load: async () => ({ steps: [{ connection: 0, position: 1, note: [], question: null }] }),
  };
  store = createSynfinStore(compactAnalyser("cS sS. c. cF. sF. c."), "system", {
    startAnalyser: () => compactAnalyser("cS sR."),
    examples: [{ name: "t", source: async () => ({ kind: "text", name: "t", text: "t" }), lesson }],
  });
  store.getState().openExample("t");
  await settle();
  store.getState().leaveMode();
  merge();
});

/** As where two captures are merged; what they show is not drawn here. */
function merge(): void {
  store.setState({ told: { connection: 0, told: { witnesses: NO_WITNESSES, own: null }, shift: 0 } });
}

async function toggle(view: View): Promise<void> {
  toggleView(view, store.getState());
  await settle();
}

test("every view has its name and its key for itself", () => {
  const moves = MOVE_ROWS.flatMap(([, { does }]) => Object.keys(does ?? {}));
  const keys = [...moves, ...VIEWS.map(({ key }) => key)];
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  expect(VIEWS.every(({ key }) => key !== "")).toBe(true);
  const names = VIEWS.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
  const links = VIEWS.flatMap(({ link }) => link?.view ?? []);
  expect(links).toEqual([...new Set(links)]);
  // `store/link-text.ts` reads such names only.
  for (const link of links) expect(link).toMatch(/^[a-z]{1,20}$/u);
});

describe.each(VIEWS.map((view) => [view.name, view] as const))("%s", (_, view) => {
  test("has its words in every language, the row of the help among them", () => {
    for (const language of LANGUAGES) {
      const { open, hint, row } = wordsIn(view.words, language);
      const opens = view.link ? [wordsIn(view.link.words, language).opens] : [];
      for (const said of [open, hint, row, ...opens]) expect(said).toMatch(SCRIPTS[language]);
    }
  });

  test("has a part, unless the explorer draws it", async () => {
    const part: unknown = await view.part?.();
    const isDrawnByExplorer = part === undefined && (view.place === "pane" || view.name === "why");
    expect(isDrawnByExplorer || typeof part === "function" || typeof part === "object").toBe(true);
  });

  test("is shown by its key, and left by it if it can be left", async () => {
    expect(isOffered(view, store.getState())).toBe(true);
    await toggle(view);
    const state = store.getState();
    expect(view.isOn(state) || view.waiting?.isOn(state)).toBe(true);
    if (!view.leave) return;
    if (view.isOn(state)) await toggle(view);
    else view.leave(state);
    expect(view.isOn(store.getState())).toBe(false);
  });

  test("hides from a class what comes next if it says so", async () => {
    await toggle(view);
    expect(isVeiled(store.getState())).toBe(view.future === "hides");
  });
});

const TELLING = VIEWS.filter(({ future }) => future === "tells");

test.each(TELLING.map((view) => [view.name, view] as const))(
  "%s tells nothing to a class that waits for a lesson, or predicts",
  async (_, view) => {
    store.getState().openExample("t");
    await settle();
    merge();
    await toggle(view);
    expect(view.isOn(store.getState())).toBe(false);
    expect(store.getState().mode).toMatchObject({ kind: "veiled", isRefused: true });
    store.getState().togglePredicting();
    await settle();
    expect(isVeiled(store.getState())).toBe(true);
    await toggle(view);
    expect(view.isOn(store.getState())).toBe(false);
    expect(store.getState().mode).toMatchObject({ kind: "predicting", isRefused: true });
  },
);
