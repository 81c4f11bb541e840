/**
 * The screens for which the page is laid out anew, each said once: style sheets name them in `@media (--few-panes)`
 * (`scripts/style-sheets.ts` puts the condition there), scripts ask `matchMedia`. Sizes count in the reader's letters, of
 * usually 16 CSS pixels: larger ones fill a screen as a zoom does.
 */
export const SCREENS = {
  /** All four panes stand beside each other. */
  "all-panes": "(width >= 67.5em)",
  "few-panes": "(width < 67.5em)",
  /** Diagram, graph and segment stand together; the list is behind a tab. */
  tablet: "(43.75em <= width < 67.5em) and (height >= 37.5em)",
  "upright-tablet": "(43.75em <= width < 67.5em) and (height >= 37.5em) and (orientation: portrait)",
  /** Graph and segment are on screen at once. */
  together: "(width >= 67.5em) or ((width >= 43.75em) and (height >= 37.5em))",
  /** One pane at a time, each behind a tab: a phone, held either way. */
  "one-pane": "(width < 43.75em) or ((width < 67.5em) and (height < 37.5em))",
  /** Bars, cards and sheets lie closer. */
  phone: "(width < 43.75em)",
  /** A row of a sheet holds its name alone. */
  "small-phone": "(width < 30em)",
  /** Two diagrams stand one above the other; of the clocks of both ends one has room. */
  "one-column": "(width < 50em)",
  /** Diagram and graph of the lecture view stand beside each other, or one above the other. */
  "lecture-beside":
    "(width >= 67.5em) or ((width >= 50em) and ((height < 37.5em) or (orientation: landscape)))",
  "lecture-stacked":
    "(width < 50em) or ((width < 67.5em) and (height >= 37.5em) and (orientation: portrait))",
  /** The frame of another page has room for diagram and graph. */
  "wide-frame": "(width >= 40em)",
  /** The bar keeps its tools behind one button. */
  "short-bar": "(width < 70em)",
  /** What stands above the list begins open, or folded. */
  high: "(width >= 43.75em) and (height >= 50em)",
  low: "(width < 43.75em) or (height < 50em)",
  /** A phone on its side. */
  flat: "(height < 37.5em)",
  /** As with a large zoom: the page scrolls. */
  "very-flat": "(height < 26.25em)",
  /** Notices would lie on the controls. */
  crowded: "(width < 67.5em) or (height < 37.5em)",
  finger: "(pointer: coarse)",
  mouse: "(pointer: fine)",
} as const;
