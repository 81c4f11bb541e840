import type { ComparisonPart } from "./compare/comparison.ts";
import type { CoursePart } from "./course/course.ts";
import type { CoveragePart } from "./coverage/coverage.ts";
import type { FilterWords } from "./filter/filter-language.ts";
import type { LaboratoryPart } from "./laboratory/laboratory.ts";
import type { Language } from "./language.ts";
import type { ListingPart } from "./listed-connections.ts";
import type { LookingPart } from "./looking.ts";
import type { MarkingPart } from "./marking.ts";
import type { MergingPart } from "./merge/merging.ts";
import type { ModePart } from "./mode.ts";
import type { NotesPart } from "./notes/notes.ts";
import type { Ask, EncodedLink, LinkWish } from "./opened-capture.ts";
import type { OpeningPart } from "./opened.ts";
import type { PlayheadPart } from "./playhead.ts";
import type { PredictionPart } from "./predict/prediction.ts";
import type { SelectingPart } from "./selection.ts";
import type { SocketsPart } from "./sockets/sockets.ts";
import type { SortColumn, SortOrder } from "./sort-order.ts";
import type { TimeForm } from "./time-form.ts";
import type { TourPart } from "./tour/tour.ts";
import type { ZoomingPart } from "./zooming.ts";

/**
 * How sequence numbers are shown: relative to the start of the connection, as on the wire, or as on the wire in eight
 * hexadecimal digits.
 */
export const NUMBER_FORMS = ["relative", "wire", "hexadecimal"] as const;
export type NumberForm = (typeof NUMBER_FORMS)[number];
/** How endpoints are written: with addresses, or with the names that the capture gives to them. */
type HostForm = "addresses" | "names";
/** How time becomes height in the sequence diagram. */
export const TIME_SCALES = ["compressed", "even", "proportional"] as const;
type TimeScaleChoice = (typeof TIME_SCALES)[number];
/** `projector`: light, with strong contrast and large type, for the last row of a hall. */
export const THEMES = ["system", "light", "dark", "projector"] as const;
export type Theme = (typeof THEMES)[number];

/** All that the page is about. The parts say what is theirs, and never name the whole. */
export interface SynfinState
  extends
    ComparisonPart,
    CoursePart,
    CoveragePart,
    LaboratoryPart,
    ListingPart,
    LookingPart,
    MarkingPart,
    MergingPart,
    ModePart,
    NotesPart,
    OpeningPart,
    PlayheadPart,
    PredictionPart,
    SelectingPart,
    SocketsPart,
    TourPart,
    ZoomingPart {
  /** The filter as typed; `filter-language.ts` describes it. */
  readonly filter: string;
  /** The page's words for the values of a filter; null until they are loaded. */
  readonly filterWords: FilterWords | null;
  readonly order: SortOrder;
  /** The connections that are picked out of the list, by number, in the order of picking. */
  readonly picked: readonly number[];
  readonly numbers: NumberForm;
  readonly times: TimeForm;
  readonly hosts: HostForm;
  readonly timeScale: TimeScaleChoice;
  readonly theme: Theme;
  readonly language: Language;
  /** Whether keys with a character act on the page: who dictates or rests a hand may switch them off (WCAG 2.1.4). */
  readonly hasSingleKeys: boolean;

  /** Asks about the open capture. */
  readonly ask: Ask;
  /** Makes a link to the connection on screen; null if there is none. */
  readonly makeLink: (wish: LinkWish) => Promise<EncodedLink | null>;
  readonly filterBy: (text: string) => void;
  /** Lets a filter use the words of the page. */
  readonly learnFilterWords: (words: FilterWords) => void;
  /** Sorts by the column; called again with the same column, it reverses the order. */
  readonly sortBy: (column: SortColumn) => void;
  readonly showNumbers: (numbers: NumberForm) => void;
  readonly showTimes: (times: TimeForm) => void;
  readonly showHosts: (hosts: HostForm) => void;
  readonly chooseTimeScale: (scale: TimeScaleChoice) => void;
  readonly chooseTheme: (theme: Theme) => void;
  readonly chooseLanguage: (language: Language) => void;
  readonly allowSingleKeys: (isAllowed: boolean) => void;
}
