import type { Plugin } from "vite";
import { SCREENS } from "../src/ui/styles/screens.ts";

/**
 * The layers of the page's styles: of two rules for one element, that of the later layer holds, however many classes
 * the other one names and whichever was loaded first. `theme`: colours, type and the grid; `base`: what every element
 * begins with; `parts`: buttons, panels, dialogs; `features`: the views; `modes`: what a mode changes of the views in
 * it; `preferences`: what the person at the screen has asked for.
 */
const LAYERS = ["theme", "base", "parts", "features", "modes", "preferences"] as const;
type Layer = (typeof LAYERS)[number];

/** By the end of a file's path under `src/ui`, the first that fits; all others are features. */
const LAYER_OF: readonly (readonly [RegExp, Layer])[] = [
  [/styles\/theme\.css$/u, "theme"],
  [/styles\/base\.css$/u, "base"],
  [/styles\/parts\.css$|parts\/[\w-]+\.css$/u, "parts"],
  [/styles\/[\w-]+\.css$|explorer\/print\.css$/u, "preferences"],
  [/(?:lecture\/lecture|compare\/compare|link\/embedded|blank\/blank)\.css$/u, "modes"],
];

/** Puts every style sheet of the page into its layer, and conditions in place of the names of screens. */
export function styleSheets(): Plugin {
  return {
    name: "style-sheets",
    enforce: "pre",
    transform: {
      filter: { id: /\/src\/ui\/.+\.css(?:\?|$)/u },
      handler(code, id) {
        const [file = ""] = id.split("?");
        const [, layer] = LAYER_OF.find(([ending]) => ending.test(file)) ?? [null, "features"];
        return `@layer ${LAYERS.join(", ")};\n@layer ${layer} {\n${withScreens(code, file)}}\n`;
      },
    },
  };
}

const IS_SCREEN = (name: string): name is keyof typeof SCREENS => name in SCREENS;

/** `@media (--phone)` → `@media (width < 700px)`. */
function withScreens(code: string, file: string): string {
  return code.replace(/@media \(--(?<name>[\w-]+)\)/gu, (_, name: string) => {
    if (!IS_SCREEN(name)) throw new Error(`${file} names a screen ${name} that screens.ts does not have`);
    return `@media ${SCREENS[name]}`;
  });
}
