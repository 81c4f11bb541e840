import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { present } from "./base/assert.ts";
import { pictureOf } from "./lessons/example.ts";
import { type ExampleName, EXAMPLES, PRACTICE } from "./lessons/examples.ts";
import { createSynfinStore } from "./store/synfin-store.ts";
import { App } from "./ui/App.tsx";
import { followHistory } from "./ui/follow-history.ts";
import { markLanguage, preferredLanguage } from "./ui/language.ts";
import { firstWords } from "./ui/messages/load-messages.ts";
import { partsOfView, preloadStage } from "./ui/parts-of-view.tsx";
import { practiseForCapture } from "./ui/practise-for-capture.ts";
import { remember, remembered } from "./ui/remember.ts";
import { applyTheme, rememberedTheme } from "./ui/theme.ts";
import { trustOwnScripts } from "./ui/trusted-types.ts";
import { VIEWS } from "./ui/views.ts";
import { startAnalyser } from "./worker/start-analyser.ts";

trustOwnScripts();
const spoken = preferredLanguage();
// Requested first, because the first frame waits for the words.
const messages = firstWords(spoken);
const views = VIEWS.map(partsOfView);
// The address opens something, so the explorer is needed as soon as it is read.
if (location.hash !== "") preloadStage(views);
const analyser = startAnalyser();
const store = createSynfinStore(analyser, rememberedTheme(), {
  startAnalyser,
  examples: EXAMPLES.map(({ name }) => ({
    name,
    source: async () => (await import("./lessons/captures.ts")).sourceOf(name),
    lesson: {
      load: async (language) => (await import("./lessons/worded-lesson.ts")).wordedLesson(name, language),
    },
  })),
});
store.getState().chooseLanguage(spoken);
markLanguage(spoken);
applyTheme(store.getState().theme);
store.getState().allowSingleKeys(remembered("single-keys") !== "off");
store.subscribe((state, before) => {
  if (state.theme !== before.theme) applyTheme(state.theme);
  if (state.language !== before.language) remember("language", state.language);
  if (state.hasSingleKeys !== before.hasSingleKeys)
    remember("single-keys", state.hasSingleKeys ? "on" : "off");
});

followHistory(store, window);

const examples = EXAMPLES.map(({ name, chapter, segments, tags, picture }) => ({
  name,
  chapter,
  segments,
  tags,
  picture: pictureOf({ picture }),
}));

/** The list of the captures is loaded with the first of them. */
async function captureOf(name: ExampleName): Promise<Uint8Array<ArrayBuffer>> {
  return (await import("./lessons/captures.ts")).captureOf(name);
}

const whenFirstOpened = store.subscribe(({ capture, lastOpened }) => {
  if (capture.kind !== "ready") return;
  whenFirstOpened();
  void import("./store/merge/follow-merging.ts").then(({ followMerging }) =>
    followMerging(store, analyser, lastOpened),
  );
});

practiseForCapture(store, async () => analyser.practise(await Promise.all(PRACTICE.map(captureOf))));

createRoot(present(document.getElementById("root"), "the root of the page")).render(
  <StrictMode>
    <App store={store} views={views} messages={await messages} examples={examples} />
  </StrictMode>,
);
