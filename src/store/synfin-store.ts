import { createStore, type StoreApi } from "zustand/vanilla";
import { type Bookshelf, BookReader, EMPTY_BOOKSHELF } from "./bookshelf.ts";
import { NO_LOOKS } from "./capture-choice.ts";
import { type ClassroomPart, classroomActions } from "./classroom.ts";
import type { FilterWords } from "./filter-language.ts";
import type { Language } from "./language.ts";
import { followListing, type ListingPart, NOTHING_LISTED } from "./listed-connections.ts";
import { type MarkingPart, markingActions } from "./marking.ts";
import type { Analyser, EncodedLink, LinkWish } from "./opened-capture.ts";
import { NOTHING_OPEN, type OpeningPart, openingActions } from "./opening.ts";
import { type PlayheadPart, playheadActions, USUAL_PLAYING } from "./playhead.ts";
import { type SelectingPart, selectingActions } from "./selecting.ts";
import type { SortColumn, SortOrder } from "./sort-order.ts";
import { type ZoomingPart, zoomingActions } from "./zooming.ts";

/**
 * How sequence numbers are shown: counted from the start of the connection, as on the wire, or so with the eight
 * digits of a hex dump.
 */
export const NUMBER_FORMS = ["relative", "wire", "hexadecimal"] as const;
export type NumberForm = (typeof NUMBER_FORMS)[number];
/** How the ends are called: by their addresses, or by the names that the capture gives to them. */
type HostForm = "addresses" | "names";
/** How time becomes height in the sequence diagram. */
export const TIME_SCALES = ["compressed", "even", "proportional"] as const;
export type TimeScaleChoice = (typeof TIME_SCALES)[number];
/** `projector`: light, with strong contrast and larger type, for the last row of a hall. */
export const THEMES = ["system", "light", "dark", "projector"] as const;
export type Theme = (typeof THEMES)[number];

export interface SynfinState
  extends ClassroomPart, ListingPart, MarkingPart, OpeningPart, PlayheadPart, SelectingPart, ZoomingPart {
  /** As typed; `connection-filter.ts` says what it can hold. */
  readonly filter: string;
  /** What the page calls the values of a filter; null until it says so. */
  readonly filterWords: FilterWords | null;
  readonly order: SortOrder;
  readonly numbers: NumberForm;
  readonly hosts: HostForm;
  readonly timeScale: TimeScaleChoice;
  readonly theme: Theme;
  readonly language: Language;

  /** A link to the connection on screen; null if none is. */
  readonly makeLink: (wish: LinkWish) => Promise<EncodedLink | null>;
  readonly filterBy: (text: string) => void;
  /** Lets a filter be written in the words of the page. */
  readonly learnFilterWords: (words: FilterWords) => void;
  /** Sorts by the column; the same once more turns the order round. */
  readonly sortBy: (column: SortColumn) => void;
  readonly showNumbers: (numbers: NumberForm) => void;
  readonly showHosts: (hosts: HostForm) => void;
  readonly chooseTimeScale: (scale: TimeScaleChoice) => void;
  readonly chooseTheme: (theme: Theme) => void;
  readonly chooseLanguage: (language: Language) => void;
}

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
      lastOpened: null,
      filterWords: null,
      ...USUAL_PLAYING,
      isPresenting: false,
      numbers: "relative",
      hosts: "addresses",
      timeScale: "compressed",
      zoom: 0,
      theme,
      language: "en",
      ...opening.actions,
      ...selecting.actions,
      ...playheadActions(set, get),
      ...markingActions(set, get),
      ...zoomingActions(set, get),
      ...classroomActions(set, get, analyser, opening.open, new BookReader(bookshelf)),
      makeLink: async (wish) => {
        const { selection } = get();
        return selection && analyser.encodeLink(selection.connection, wish);
      },
      learnFilterWords: (words) => set({ filterWords: words }),
      filterBy: (text) => set({ filter: text }),
      sortBy: (column) =>
        set(({ order }) => ({
          order: { column, isDescending: order.column === column && !order.isDescending },
        })),
      showNumbers: (numbers) => set({ numbers }),
      showHosts: (hosts) => set({ hosts }),
      chooseTimeScale: (timeScale) => set({ timeScale }),
      chooseTheme: (chosen) => set({ theme: chosen }),
      chooseLanguage: (language) => set({ language }),
    };
  });
  followListing(store);
  return store;
}
