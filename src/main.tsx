import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { present } from "./base/assert.ts";
import { type Example, exampleOctets } from "./lessons/example.ts";
import { EXAMPLES } from "./lessons/examples.ts";
import { createSynfinStore } from "./store/synfin-store.ts";
import { App } from "./ui/App.tsx";
import { followHistory } from "./ui/follow-history.ts";
import { markLanguage, preferredLanguage, rememberLanguage } from "./ui/language.ts";
import { loadMessages } from "./ui/messages/load-messages.ts";
import { applyTheme, rememberedTheme } from "./ui/theme.ts";
import { trustOwnScripts } from "./ui/trusted-types.ts";
import { startAnalyser } from "./worker/start-analyser.ts";

trustOwnScripts();
const language = preferredLanguage();
// Asked for before anything else is made: the first picture waits for the words.
const messages = loadMessages(language);
const store = createSynfinStore(startAnalyser(), rememberedTheme(), {
  startAnalyser,
  examples: EXAMPLES.map((example) => ({
    name: example.name,
    source: async () => ({ kind: "file", file: fileOf(example) }),
    lesson: null,
  })),
});
store.getState().chooseLanguage(language);
markLanguage(language);
applyTheme(store.getState().theme);
store.subscribe(({ theme }, before) => {
  if (theme !== before.theme) applyTheme(theme);
});
store.subscribe((state, before) => {
  if (state.language !== before.language) rememberLanguage(state.language);
});

followHistory(store, window);

const examples = EXAMPLES.map((example) => ({
  name: example.name,
  picture: example.picture,
}));

function fileOf(example: Example): File {
  return new File([exampleOctets(example)], example.fileName);
}

createRoot(present(document.getElementById("root"), "the root of the page")).render(
  <StrictMode>
    <App store={store} messages={await messages} examples={examples} />
  </StrictMode>,
);
