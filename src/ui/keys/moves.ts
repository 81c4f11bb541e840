import { flushSync } from "react-dom";
import { captureOf, nextNumbersOf } from "../../store/selectors.ts";
import { type SynfinState, TIME_SCALES } from "../../store/synfin-state.ts";
import { formsOf } from "../times/time-forms.ts";

/** Where the key `/` puts the focus. */
export const FILTER_BOX_ID = "connection-filter";

/** Into the filter, its text selected. */
function goToFilter({ look }: SynfinState): void {
  const box = document.getElementById(FILTER_BOX_ID);
  if (!(box instanceof HTMLInputElement)) return;
  box.focus();
  // Where there is no room for all panes, it is hidden; what is typed next must find it in front.
  if (document.activeElement !== box) flushSync(() => look({ pane: "connections" }));
  box.focus();
  box.select();
}

/** A row of the help that is about no view: keys, and what each does with an open capture. */
interface Move {
  /** As the help prints them. */
  readonly shown: readonly string[];
  /** By the name that a keyboard event gives the key; absent: the part of the page that it is about listens. */
  readonly does?: Readonly<Record<string, (state: SynfinState) => void>>;
}

/** The keys that move through a connection or change how it is drawn, in the order of the help. */
const MOVES = {
  next: {
    shown: ["→", "PgDn"],
    does: {
      ArrowRight: (state) => state.advance(1),
      // A presenter's clicker sends PageDown and PageUp, and `.` or `b` to blank the screen.
      PageDown: (state) => state.advance(1),
    },
  },
  before: {
    shown: ["←", "PgUp"],
    does: { ArrowLeft: (state) => state.advance(-1), PageUp: (state) => state.advance(-1) },
  },
  startPage: { shown: ["PgDn", "PgUp", ".", "b"] },
  answer: { shown: ["a", "b", "c", "d"] },
  vote: { shown: ["A", "B", "C", "D"] },
  blank: { shown: ["b"], does: { b: (state) => state.look({ sheet: "blank" }) } },
  first: { shown: ["Home"], does: { Home: (state) => state.goTo(0) } },
  last: { shown: ["End"], does: { End: (state) => state.goTo(Number.MAX_SAFE_INTEGER) } },
  play: {
    shown: ["Space"],
    does: { " ": (state) => state.togglePlaying() },
  },
  loop: { shown: ["l"], does: { l: (state) => state.loop(!state.isLooping) } },
  connection: {
    shown: ["↑", "↓"],
    does: { ArrowUp: (state) => state.moveSelection(-1), ArrowDown: (state) => state.moveSelection(1) },
  },
  filter: { shown: ["/"], does: { "/": goToFilter } },
  note: {
    shown: ["n", "N"],
    does: { n: (state) => state.goToAnnotation(1), N: (state) => state.goToAnnotation(-1) },
  },
  marked: {
    shown: ["m", "M"],
    does: { m: (state) => state.goToMarked(1), M: (state) => state.goToMarked(-1) },
  },
  timeScale: {
    shown: ["t"],
    does: {
      t: ({ timeScale, chooseTimeScale }) =>
        chooseTimeScale(TIME_SCALES[(TIME_SCALES.indexOf(timeScale) + 1) % TIME_SCALES.length] ?? timeScale),
    },
  },
  times: {
    shown: ["T"],
    does: {
      T: (state) => {
        const capture = captureOf(state);
        const forms = capture === null ? [] : formsOf(capture);
        const next = forms[(forms.indexOf(state.times) + 1) % forms.length];
        if (next) state.showTimes(next);
      },
    },
  },
  zoom: {
    shown: ["+", "-", "0"],
    does: {
      "+": (state) => state.zoomBy(1),
      "-": (state) => state.zoomBy(-1),
      "0": (state) => state.zoomTo("fit"),
    },
  },
  numbers: { shown: ["r"], does: { r: (state) => state.showNumbers(nextNumbersOf(state)) } },
} satisfies Record<string, Move>;

export type MoveName = keyof typeof MOVES;
/** The rows, as the help and the keyboard read them. */
export const MOVE_ROWS = Object.entries(MOVES) as readonly (readonly [MoveName, Move])[];
