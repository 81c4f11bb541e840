import { escapeMarkup } from "../../base/escape-markup.ts";
import { visibleText } from "../../base/visible-text.ts";

/** Attributes of an element; those that are null are left out. */
type Attributes = Readonly<Record<string, string | number | null>>;

/** An element of an SVG file; coordinates to a hundredth of a pixel. */
export function tag(name: string, attributes: Attributes, content: readonly string[] = []): string {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : ` ${key}="${typeof value === "number" ? rounded(value) : escapeMarkup(value)}"`,
  );
  return content.length === 0
    ? `<${name}${said.join("")}/>`
    : `<${name}${said.join("")}>${content.join("")}</${name}>`;
}

function rounded(value: number): string {
  return `${Math.round(value * 100) / 100}`;
}

/** Words at a place, as any reader of XML takes them: what cannot be seen stands there as its code. */
export function words(look: string, text: string, x: number, y: number): string {
  return tag("text", { class: look, x, y }, [escapeMarkup(visibleText(text))]);
}

/** Height of the line of a footnote. */
const FOOTNOTE = 24;

/** A whole file that needs nothing else. The footnote stands below the content. */
export function file(
  { title, footnote, style, width, height: ofContent }: FileParts,
  content: readonly string[],
): string {
  const height = ofContent + (footnote === null ? 0 : FOOTNOTE);
  const viewBox = `0 0 ${rounded(width)} ${rounded(height)}`;
  const svg = tag("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox }, [
    tag("title", {}, [escapeMarkup(visibleText(title))]),
    tag("style", {}, [style]),
    tag("rect", { class: "ground", width, height }),
    ...content,
    ...(footnote === null ? [] : [words("footnote", footnote, 16, height - 10)]),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
}

interface FileParts {
  readonly title: string;
  readonly footnote: string | null;
  readonly style: string;
  readonly width: number;
  readonly height: number;
}
