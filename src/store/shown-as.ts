import { spokenAs } from "./language.ts";
import type { LinkView } from "./link-text.ts";
import type { SynfinState } from "./synfin-state.ts";

type Look = Pick<SynfinState, "timeScale" | "numbers" | "language" | "askedView">;

/** The look of the page that a link asks for; what the link leaves open stays as it is. */
export function shownAs({ scale, numbers, language, view }: LinkView): Partial<Look> {
  const spoken = language === undefined ? null : spokenAs(language);
  return {
    ...(scale && { timeScale: scale }),
    ...(numbers && { numbers }),
    ...(spoken && { language: spoken }),
    ...(view !== undefined && { askedView: view }),
  };
}
