import { type Theme, THEMES } from "../store/synfin-state.ts";
import { remember, remembered } from "./remember.ts";

/** The theme chosen on an earlier visit; at first it is `system`. */
export function rememberedTheme(): Theme {
  const kept = remembered("theme");
  return THEMES.find((theme) => theme === kept) ?? "system";
}

/** Puts the page into the theme and remembers it. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
  remember("theme", theme);
}
