import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { present } from "./base/assert.ts";
import { exampleOctets } from "./lessons/example.ts";
import { EXAMPLES } from "./lessons/examples.ts";
import { createSynfinStore } from "./store/synfin-store.ts";
import { App } from "./ui/App.tsx";
import { applyTheme, rememberedTheme } from "./ui/theme.ts";
import { trustOwnScripts } from "./ui/trusted-types.ts";
import { startAnalyser } from "./worker/start-analyser.ts";

trustOwnScripts();
const store = createSynfinStore(startAnalyser(), rememberedTheme());
applyTheme(store.getState().theme);
store.subscribe(({ theme }, before) => {
  if (theme !== before.theme) applyTheme(theme);
});

const examples = EXAMPLES.map((example) => ({
  name: example.name,
  picture: example.picture,
  file: () => new File([exampleOctets(example)], example.fileName),
  lesson: null,
}));

createRoot(present(document.getElementById("root"), "the root of the page")).render(
  <StrictMode>
    <App store={store} examples={examples} />
  </StrictMode>,
);
