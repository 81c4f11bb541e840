/**
 * The screens for which the page is laid out anew, each said once: style sheets name them in `@media (--few-panes)`
 * (`scripts/style-sheets.ts` puts the condition there), scripts ask `matchMedia`. Sizes are CSS pixels; those of the
 * bar are the reader's letters, for with larger ones it is full sooner.
 */
export const SCREENS = {
  /** All four panes stand beside each other. */
  "all-panes": "(width >= 1080px)",
  "few-panes": "(width < 1080px)",
  /** Diagram, graph and segment stand together; the list is behind a tab. */
  tablet: "(700px <= width < 1080px) and (height >= 600px)",
  "upright-tablet": "(700px <= width < 1080px) and (height >= 600px) and (orientation: portrait)",
  /** Graph and segment are on screen at once. */
  together: "(width >= 1080px) or ((width >= 700px) and (height >= 600px))",
  /** One pane at a time, each behind a tab: a phone, held either way. */
  "one-pane": "(width < 700px) or ((width < 1080px) and (height < 600px))",
  /** Bars, cards and sheets lie closer. */
  phone: "(width < 700px)",
  /** A row of a sheet holds its name alone. */
  "small-phone": "(width < 480px)",
  /** Two diagrams stand one above the other; of the clocks of both ends one has room. */
  "one-column": "(width < 800px)",
  /** Diagram and graph of the lecture view stand beside each other, or one above the other. */
  "lecture-beside":
    "(width >= 1080px) or ((width >= 800px) and ((height < 600px) or (orientation: landscape)))",
  "lecture-stacked":
    "(width < 800px) or ((width < 1080px) and (height >= 600px) and (orientation: portrait))",
  /** The frame of another page has room for diagram and graph. */
  "wide-frame": "(width >= 640px)",
  /** The bar keeps its tools behind one button. */
  "short-bar": "(width < 70em)",
  /** What stands above the list begins open, or folded. */
  high: "(width >= 700px) and (height >= 800px)",
  low: "(width < 700px) or (height < 800px)",
  /** A phone on its side. */
  flat: "(height < 600px)",
  /** As with a large zoom: the page scrolls. */
  "very-flat": "(height < 420px)",
  /** Notices would lie on the controls. */
  crowded: "(width < 1080px) or (height < 600px)",
  finger: "(pointer: coarse)",
  mouse: "(pointer: fine)",
} as const;
