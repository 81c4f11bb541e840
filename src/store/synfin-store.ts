import { createStore, type StoreApi } from "zustand/vanilla";
import { type Bookshelf, BookReader, EMPTY_BOOKSHELF } from "./bookshelf.ts";
import { NO_LOOKS } from "./capture-choice.ts";
import { classroomActions } from "./classroom.ts";
import { followListing, NOTHING_LISTED } from "./listed-connections.ts";
import { markingActions } from "./marking.ts";
import type { Analyser } from "./opened-capture.ts";
import { NOTHING_OPEN, openingActions } from "./opening.ts";
import { playheadActions, USUAL_PLAYING } from "./playhead.ts";
import { selectingActions } from "./selecting.ts";
import { socketActions } from "./sockets/socket-actions.ts";
import type { SynfinState, Theme } from "./synfin-state.ts";
import { zoomingActions } from "./zooming.ts";

export type SynfinStore = StoreApi<SynfinState>;

/** The one store of the page. A late answer for a capture or connection that was left is dropped. */
export function createSynfinStore(
  analyser: Analyser,
  theme: Theme = "system",
  bookshelf: Bookshelf = EMPTY_BOOKSHELF,
): SynfinStore {
  const store = createStore<SynfinState>()((set, get) => {
    const selecting = selectingActions(set, get, analyser);
    const opening = openingActions(set, get, analyser, selecting.select, bookshelf.startAnalyser);
    return {
      ...NOTHING_OPEN,
      ...NOTHING_LISTED,
      looks: NO_LOOKS,
      tab: "why",
      lastOpened: null,
      filterWords: null,
      ...USUAL_PLAYING,
      isPresenting: false,
      numbers: "relative",
      times: "connection",
      hosts: "addresses",
      timeScale: "compressed",
      zoom: 0,
      theme,
      language: "en",
      hasSingleKeys: true,
      ...opening.actions,
      ...selecting.actions,
      ...playheadActions(set, get),
      ...markingActions(set, get),
      ...zoomingActions(set, get),
      keepNotes: (noteBook) => set({ noteBook }),
      ...socketActions(set, get, analyser),
      ...classroomActions(set, get, analyser, opening.open, new BookReader(bookshelf)),
      enterLaboratory: (beginning) =>
        void import("./laboratory/enter-laboratory.ts").then(({ enterLaboratory }) =>
          enterLaboratory({ set, get, analyser, open: opening.open }, beginning),
        ),
      ask: analyser.ask,
      makeLink: async (wish) => {
        const { selection } = get();
        return selection && analyser.ask("encodeLink", selection.connection, wish);
      },
      learnFilterWords: (words) => set({ filterWords: words }),
      look: (at) => set(at),
      filterBy: (text) => set({ filter: text }),
      sortBy: (column) =>
        set(({ order }) => ({
          order: { column, isDescending: order.column === column && !order.isDescending },
        })),
      showNumbers: (numbers) => set({ numbers }),
      showTimes: (times) => set({ times }),
      showHosts: (hosts) => set({ hosts }),
      chooseTimeScale: (timeScale) => set({ timeScale }),
      chooseTheme: (chosen) => set({ theme: chosen }),
      chooseLanguage: (language) => set({ language }),
      allowSingleKeys: (hasSingleKeys) => set({ hasSingleKeys }),
    };
  });
  followListing(store, store.getState().findFrame);
  return store;
}
