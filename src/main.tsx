import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { present } from "./base/assert.ts";
import { pictureOf } from "./lessons/example.ts";
import { type ExampleName, EXAMPLES, PRACTICE } from "./lessons/examples.ts";
import { createSynfinStore } from "./store/synfin-store.ts";
import { App } from "./ui/App.tsx";
import { Explorer } from "./ui/explorer/explorer-part.tsx";
import { followHistory } from "./ui/follow-history.ts";
import { markLanguage, preferredLanguage, rememberLanguage } from "./ui/language.ts";
import { loadMessages } from "./ui/messages/load-messages.ts";
import { practiseWhileIdle } from "./ui/practise-while-idle.ts";
import { applyTheme, rememberedTheme } from "./ui/theme.ts";
import { trustOwnScripts } from "./ui/trusted-types.ts";
import { startAnalyser } from "./worker/start-analyser.ts";

trustOwnScripts();
const spoken = preferredLanguage();
// Requested first, because the first frame waits for the words.
const messages = loadMessages(spoken);
// The address opens something, so the explorer is needed as soon as it is read.
if (location.hash !== "") Explorer.preload();
const analyser = startAnalyser();
const store = createSynfinStore(analyser, rememberedTheme(), {
  startAnalyser,
  examples: EXAMPLES.map(({ name }) => ({
    name,
    source: async () => ({ kind: "file", file: new File([await captureOf(name)], `${name}.pcap`) }),
    lesson: {
      load: async (language) => (await import("./lessons/worded-lesson.ts")).wordedLesson(name, language),
    },
  })),
});
store.getState().chooseLanguage(spoken);
markLanguage(spoken);
applyTheme(store.getState().theme);
store.subscribe(({ theme }, before) => {
  if (theme !== before.theme) applyTheme(theme);
});
store.subscribe((state, before) => {
  if (state.language !== before.language) rememberLanguage(state.language);
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

practiseWhileIdle(store, async () => analyser.practise(await Promise.all(PRACTICE.map(captureOf))));

createRoot(present(document.getElementById("root"), "the root of the page")).render(
  <StrictMode>
    <App store={store} messages={await messages} examples={examples} />
  </StrictMode>,
);
