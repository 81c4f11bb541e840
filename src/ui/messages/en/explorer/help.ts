import type { MoveName } from "../../../keys/moves.ts";

export const help = {
  title: "Keys",
  close: "Close",
  keys: {
    next: "Next segment; also with a presenter’s clicker",
    before: "Previous segment; also with a presenter’s clicker",
    startPage: "On the start page: next or previous example, and open it; a clicker suffices",
    answer: "Answer the question that is open",
    vote: "Count one more hand for an option of the open question",
    blank: "Blank the screen, unless a question is open; any key brings it back",
    first: "Before the first segment",
    last: "Last segment",
    play: "Play or pause",
    loop: "Start over at the end of playback, or stop there",
    connection: "Connection above or below in the list",
    filter: "Filter the connections",
    note: "Next or previous segment with a note",
    marked: "Next or previous segment marked by a click on a state or an arrow of the graph",
    timeScale: "Next time scale of the diagram",
    times: "How times are shown: since the start, since the capture began, by the clock, since the previous",
    zoom: "Zoom the diagram: nearer, farther, everything; also Ctrl and the wheel",
    numbers: "Sequence numbers relative, as on the wire, or so in hexadecimal",
  } satisfies Record<MoveName, string>,
  singleKeys: "Keys with a single character act (off: only arrows, Space, Esc and the keys of a clicker do)",
  licences: "Licences of Synfin and of what is built into it",
  mouse: "Click an arrow in the diagram to stand at its segment. Drop or paste another capture at any time.",
};
