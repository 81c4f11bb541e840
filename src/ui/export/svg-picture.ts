import { visibleText } from "../../base/visible-text.ts";

const SVG = "http://www.w3.org/2000/svg";
/** The CSS properties that an SVG file must hold as attributes. */
const PROPERTIES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "paint-order",
  "opacity",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "letter-spacing",
  "text-anchor",
  "dominant-baseline",
];
const TRANSPARENT = "rgba(0, 0, 0, 0)";
/** Attributes that position things; all others (classes, roles, names for tests) are left out. */
const GEOMETRY =
  /^(?:d|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|points|transform|viewBox|dx|dy|pathLength)$/u;

/**
 * A picture of parts of the page as an SVG file that needs nothing else: every style is resolved into attributes.
 * @param stage what the picture shows; its own background and size are those of the picture
 * @param parts the elements in it to draw, in the order of painting: boxes with text, and drawings
 */
export function svgPicture(stage: HTMLElement, parts: readonly Element[], title: string): string {
  const { left, top, width, height } = stage.getBoundingClientRect();
  const picture = element("svg", { xmlns: null, width, height, viewBox: `0 0 ${width} ${height}` });
  const name = element("title", {});
  name.textContent = visibleText(title);
  picture.append(name, element("rect", { width, height, fill: getComputedStyle(stage).backgroundColor }));
  for (const part of parts) {
    if (part instanceof SVGSVGElement) picture.append(drawing(part, left, top));
    else if (part instanceof HTMLElement) picture.append(...box(part, left, top));
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`;
}

function element(name: string, attributes: Readonly<Record<string, string | number | null>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null) made.setAttribute(key, String(value));
  }
  return made;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A stripe of `repeating-linear-gradient(135deg, …)` as the browser resolves it: its colour, and where it ends. */
const STRIPE = /(rgba?\([^)]*\)) [\d.]+px,? (?:\1 )?([\d.]+)px/gu;

/** A hatched background, whose stripes begin at the upper left corner; nothing where there is none. */
function hatching(place: Place, image: string): SVGElement[] {
  const stripes = Array.from(image.matchAll(STRIPE), ([, colour = "", end]) => ({
    colour,
    end: Number(end),
  }));
  const period = stripes.at(-1)?.end ?? 0;
  if (period === 0) return [];
  const { x, y } = place;
  // The corner that lies a period away along the diagonal.
  const step = period * Math.SQRT1_2;
  const id = `hatching-${x}-${y}`;
  const ends = { x1: x, y1: y, x2: x + step, y2: y + step };
  const gradient = element("linearGradient", {
    id,
    gradientUnits: "userSpaceOnUse",
    spreadMethod: "repeat",
    ...ends,
  });
  let start = 0;
  for (const { colour, end } of stripes) {
    for (const at of [start, end])
      gradient.append(element("stop", { offset: at / period, "stop-color": colour }));
    start = end;
  }
  return [gradient, element("rect", { ...place, fill: `url(#${id})` })];
}

/** The background, the upper border, the outline and the words of a box of the page. */
function box(part: HTMLElement, left: number, top: number): SVGElement[] {
  const style = getComputedStyle(part);
  const rect = part.getBoundingClientRect();
  const place = { x: rect.left - left, y: rect.top - top, width: rect.width, height: rect.height };
  const drawn: SVGElement[] = hatching(place, style.backgroundImage);
  if (style.backgroundColor !== TRANSPARENT) {
    drawn.push(element("rect", { ...place, fill: style.backgroundColor }));
  }
  if (style.borderTopStyle !== "none" && Number.parseFloat(style.borderTopWidth) > 0) {
    drawn.push(line(place, style.borderTopColor, style.borderTopStyle));
  }
  if (style.outlineStyle === "dotted" || style.outlineStyle === "dashed") {
    const stroke = { stroke: style.outlineColor, "stroke-dasharray": dashes(style.outlineStyle) };
    drawn.push(element("rect", { ...place, fill: "none", ...stroke }));
  }
  for (const node of part.childNodes) {
    if (node instanceof Text && node.data.trim() !== "") drawn.push(...words(node, style, left, top));
  }
  return drawn;
}

function line(
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  stroke: string,
  kind: string,
): SVGElement {
  const at = y + 0.5;
  return element("path", { d: `M${x} ${at}h${width}`, stroke, "stroke-dasharray": dashes(kind) });
}

function dashes(kind: string): string | null {
  return kind === "dotted" ? "1 2" : kind === "dashed" ? "3 3" : null;
}

/** A text element a line; lines are broken where the text says so. */
function words(node: Text, style: CSSStyleDeclaration, left: number, top: number): SVGElement[] {
  let from = 0;
  return node.data.split("\n").map((text) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, from + text.length);
    from += text.length + 1;
    return lineOfWords(text, range, style, left, top);
  });
}

function lineOfWords(
  text: string,
  range: Range,
  style: CSSStyleDeclaration,
  left: number,
  top: number,
): SVGElement {
  const rect = range.getBoundingClientRect();
  const made = element("text", {
    x: rect.left - left + rect.width / 2,
    y: rect.top - top + rect.height / 2,
    fill: style.color,
    opacity: style.opacity,
    "text-anchor": "middle",
    "dominant-baseline": "central",
    "font-family": style.fontFamily,
    "font-size": style.fontSize,
    "font-style": style.fontStyle,
    "font-weight": style.fontWeight,
    "letter-spacing": style.letterSpacing,
  });
  made.textContent = visibleText(text);
  return made;
}

/** A drawing of the page, at its place in the picture. */
function drawing(source: SVGSVGElement, left: number, top: number): SVGElement {
  const { left: x, top: y, width, height } = source.getBoundingClientRect();
  const viewBox = source.getAttribute("viewBox");
  const made = element("svg", { x: x - left, y: y - top, width, height, viewBox, overflow: "visible" });
  for (const child of source.children) made.append(...resolved(child, source));
  return made;
}

/** An element of a drawing with its contents; nothing if it is not shown. */
function resolved(source: Element, root: SVGSVGElement): SVGElement[] {
  const style = getComputedStyle(source);
  if (!(source instanceof SVGElement) || style.display === "none") return [];
  const made = element(source.tagName, {});
  for (const { name, value } of source.attributes) if (GEOMETRY.test(name)) made.setAttribute(name, value);
  for (const property of PROPERTIES) {
    const value = style.getPropertyValue(property);
    if (value !== "" && value !== "normal" && value !== "none") made.setAttribute(property, value);
    if (value === "none" && (property === "fill" || property === "stroke"))
      made.setAttribute(property, value);
  }
  // CSS positions a token, or moves it along a path: the file gets its present position.
  const isPlaced =
    style.offsetPath !== "none" || (style.transform !== "none" && !source.hasAttribute("transform"));
  if (isPlaced && source instanceof SVGGraphicsElement) {
    made.setAttribute("transform", placeOf(source, root));
  }
  for (const child of source.childNodes) {
    if (child instanceof Text) made.append(visibleText(child.data));
    else if (child instanceof Element) made.append(...resolved(child, root));
  }
  return [made];
}

/** The centre of an element in the coordinates of its drawing. */
function placeOf(source: SVGGraphicsElement, root: SVGSVGElement): string {
  const own = source.getBBox();
  const shown = source.getBoundingClientRect();
  const toRoot = root.getScreenCTM()?.inverse();
  const middle = new DOMPoint(shown.left + shown.width / 2, shown.top + shown.height / 2).matrixTransform(
    toRoot,
  );
  return `translate(${middle.x - own.x - own.width / 2} ${middle.y - own.y - own.height / 2})`;
}
