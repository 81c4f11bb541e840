import type { Position } from "../tcp/position.ts";

/** A version, a full stop, and what belongs to it, in one word; a run of the laboratory says so before it. */
const LINK = /^\S*#(?<fragment>(?:lab=)?[1-9]\d{0,5}\.\S*)$/u;

/** The part behind `#`, if the text is a Synfin link and nothing else; otherwise null. */
export function linkIn(text: string): string | null {
  return LINK.exec(text.trim())?.groups?.["fragment"] ?? null;
}

/** How the page shows a link: what stands behind `&`. What is missing or unknown is left out. */
export interface LinkView {
  /** The segment at which it opens. */
  readonly step?: Position;
  readonly scale?: "compressed" | "even" | "proportional";
  readonly numbers?: "relative" | "wire" | "hexadecimal";
  readonly language?: string;
  /** The view that it shows (`src/ui/views.ts` names them), or `embed`: quiet, within another page. */
  readonly view?: string;
}

/** What can be the name of a view. */
const VIEW = /^[a-z]{1,20}$/u;

/** Longest language tag that is looked at (RFC 5646 section 4.4.1). */
const LONGEST_TAG = 35;

/** Reads what stands behind the first `&`; ignores names that it does not know. */
export function viewIn(fragment: string): LinkView {
  const at = fragment.indexOf("&");
  const told = new URLSearchParams(at < 0 ? "" : fragment.slice(at + 1));
  const step = Number(told.get("step") ?? Number.NaN);
  const scale = told.get("scale");
  const numbers = told.get("numbers");
  const language = told.get("lang");
  const view = told.get("view");
  return {
    ...(Number.isInteger(step) && step >= 0 && { step }),
    ...((scale === "compressed" || scale === "even" || scale === "proportional") && { scale }),
    ...((numbers === "relative" || numbers === "wire" || numbers === "hexadecimal") && { numbers }),
    ...(language !== null && language !== "" && language.length <= LONGEST_TAG && { language }),
    ...(view !== null && VIEW.test(view) && { view }),
  };
}

/** Writes the view for a link: empty, or beginning with `&`. Defaults are left out. */
export function viewText({ step, scale, numbers, language, view }: LinkView): string {
  const told = [
    step !== undefined && step > 0 ? `step=${step}` : "",
    scale !== undefined && scale !== "compressed" ? `scale=${scale}` : "",
    numbers !== undefined && numbers !== "relative" ? `numbers=${numbers}` : "",
    language === undefined ? "" : `lang=${encodeURIComponent(language)}`,
    view === undefined ? "" : `view=${view}`,
  ];
  return told
    .filter(Boolean)
    .map((each) => `&${each}`)
    .join("");
}
