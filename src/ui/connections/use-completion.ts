import { type KeyboardEvent, useEffect, useMemo, useState } from "react";
import type { ValueCounts } from "../../store/filter/count-values.ts";
import type { Offer } from "../../store/filter/filter-completion.ts";
import type { OpenedCapture } from "../../store/opened-capture.ts";
import { useSynfin, useSynfinStore } from "../use-synfin.ts";

/** Loaded when the box gets the focus. */
const parts = () => import("./filter-parts.ts");
type Parts = Awaited<ReturnType<typeof parts>>;

interface Completion {
  readonly isOpen: boolean;
  readonly offers: readonly Offer[];
  /** The completion that Enter takes; -1: none. */
  readonly active: number;
  /** Called when the box gets the focus. */
  readonly prepare: () => void;
  /** Called when something was typed. */
  readonly type: () => void;
  readonly close: () => void;
  readonly take: (offer: Offer) => void;
  /** Handles a key of the list; returns whether it was one. */
  readonly press: (event: KeyboardEvent) => boolean;
}

/** The counts of what the rest of a filter leaves of a capture. */
interface Counted {
  readonly of: OpenedCapture;
  readonly rest: string;
  readonly counts: ValueCounts;
}

const NO_OFFERS: readonly Offer[] = [];

/** The list of completions of the filter (WAI-ARIA "Combobox", list autocomplete). */
export function useCompletion(
  filter: string,
  capture: OpenedCapture,
  write: (filter: string) => void,
  leadOn: () => Promise<void>,
): Completion {
  const store = useSynfinStore();
  const words = useSynfin((state) => state.filterWords);
  const [loaded, setLoaded] = useState<Parts | null>(null);
  const times = useSynfin((state) => state.times);
  const findFrame = useSynfin((state) => state.findFrame);
  const select = useSynfin((state) => state.selectConnection);
  const [counted, setCounted] = useState<Counted | null>(null);
  const rest = useMemo(() => loaded && loaded.restOf(filter, words), [loaded, filter, words]);
  const counts = counted?.of === capture && counted.rest === rest ? counted.counts : null;
  const [isWanted, setWanted] = useState(false);
  const [active, setActive] = useState(-1);
  useEffect(() => {
    // No value matches what is not judged yet, and new counts would move the offers about.
    const isJudged = capture.judged >= capture.connections.length;
    if (loaded === null || rest === null || !isJudged) return undefined;
    let isLeft = false;
    const count = async (): Promise<void> => {
      const found = await loaded.counted(store, capture, { rest, filterWords: words, times }, () => isLeft);
      if (found) setCounted({ of: capture, rest, counts: found });
    };
    void count();
    return () => {
      isLeft = true;
    };
  }, [store, loaded, capture, rest, words, times]);
  const offers = useMemo(
    () => (isWanted && loaded ? loaded.offersFor(filter, words, counts) : NO_OFFERS),
    [isWanted, loaded, filter, words, counts],
  );
  const isOpen = offers.length > 0;

  const load = async (): Promise<void> => setLoaded(await parts());
  const prepare = (): void => {
    if (loaded === null) void load();
  };
  const show = (): void => {
    prepare();
    setWanted(true);
    setActive(-1);
  };
  const close = (): void => setWanted(false);
  const take = (offer: Offer): void => {
    write(offer.filter);
    setActive(-1);
    // A key is followed by its values.
    setWanted(offer.filter.endsWith(":"));
  };
  /** To the record, if one is asked for and nothing else; otherwise to what the filter finds. */
  const goOn = async (): Promise<void> => {
    const frame = (await parts()).frameAlone(filter, words);
    if (frame === null) await leadOn();
    const place = frame === null ? null : await findFrame(frame);
    if (place) select(place.connection, place.position);
  };
  const press = (event: KeyboardEvent): boolean => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const offer = isOpen ? offers[active] : undefined;
    // With an input method, Enter ends a syllable.
    if (event.nativeEvent.isComposing) return false;
    if (by !== 0 && !isOpen) show();
    // One place before the first is the box itself.
    else if (by !== 0) setActive(((active + 1 + by + offers.length + 1) % (offers.length + 1)) - 1);
    else if (event.key === "Enter") {
      if (offer) take(offer);
      else {
        close();
        void goOn();
      }
    } else if (event.key === "Tab" && offer) take(offer);
    else if (event.key === "Escape" && isOpen) close();
    else return false;
    event.preventDefault();
    return true;
  };
  return {
    isOpen,
    offers,
    active,
    prepare,
    type: show,
    close,
    take,
    press,
  };
}
