import { type Theme, THEMES } from "../store/synfin-state.ts";

const KEY = "synfin.theme";

/** The theme chosen on an earlier visit. Without storage it is `system`. */
export function rememberedTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === kept) ?? "system";
  } catch {
    return "system";
  }
}

/** Puts the page into the theme and remembers it. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Private windows may forbid storage; then the choice lasts as long as the page.
  }
}
