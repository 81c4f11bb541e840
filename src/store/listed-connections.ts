import type { StoreApi } from "zustand/vanilla";
import { allSteps, takeTurns } from "../base/turns.ts";
import type { FindFrame, ListChoice, ListMaker } from "./connection-list.ts";
import { valueOf } from "./loadable.ts";
import type { ConnectionLines } from "./opened-capture.ts";
import { isCaptureOrder } from "./sort-order.ts";

/** The part of the store that the list shows. */
export interface ListingPart {
  /**
   * The connections as filtered and sorted; the same object as long as nothing changed. While a long list, or the
   * first list that is filtered or sorted, is being made, the list before it stays.
   */
  readonly listed: ConnectionLines;
  /** Whether a list for another filter or order than that of `listed` is being made. */
  readonly isListing: boolean;
}

/** What a list depends on. */
export interface ListingChoice extends ListChoice {
  /** Another object for each capture that is opened; the same while more of its connections are judged. */
  readonly lastOpened: object | null;
}

/** What a list was made from, and the capture it is of. */
interface Origin {
  readonly key: readonly unknown[];
  readonly lastOpened: object | null;
}

const NONE: ConnectionLines = [];
/** Up to here a list is made at once: connections, and characters of the filter that all of them are held against. */
const FEW = 20_000;
const FEW_CHARACTERS = 50 * FEW;

export const NOTHING_LISTED: ListingPart = { listed: NONE, isListing: false };

/** Resolves when `listed` is what filter and order of the store ask. */
export async function listIsMade(store: StoreApi<ListingPart>): Promise<void> {
  if (!store.getState().isListing) return;
  await new Promise<void>((resolve) => {
    const leave = store.subscribe(({ isListing }) => {
      if (isListing) return;
      leave();
      resolve();
    });
  });
}

/**
 * Keeps `listed` as filter and order of the store ask. It makes long lists in turns, so that the page never waits for
 * them. While more of a capture is judged, it finishes one list before it begins the next.
 */
export function followListing(store: StoreApi<ListingChoice & ListingPart>, findFrame: FindFrame): void {
  let wanted: readonly unknown[] = keyOf(store.getState());
  let shown: Origin = { key: wanted, lastOpened: null };
  let making: Origin | null = null;
  let maker: ListMaker | null = null;

  store.subscribe((state) => {
    const key = keyOf(state);
    if (isSame(key, wanted)) return;
    wanted = key;
    const [all] = key;
    const { lastOpened } = state;
    if (isSame(key, shown.key)) {
      making = null;
      store.setState({ isListing: false });
    } else if (all === NONE || isWhole(state)) show(all, { key, lastOpened });
    else if (isQuick(all, state) && maker?.isReady(state))
      show(allSteps(maker.list(state)), { key, lastOpened });
    else {
      // Nothing of the capture before is shown.
      store.setState(
        shown.lastOpened === lastOpened ? { isListing: true } : { listed: all, isListing: true },
      );
      if (making?.lastOpened !== lastOpened || !isSameWish(making.key, key)) void make(state, key);
    }
  });

  function show(listed: ConnectionLines, origin: Origin): void {
    making = null;
    shown = origin;
    store.setState({ listed, isListing: false });
  }

  async function make(choice: ListingChoice, key: readonly unknown[]): Promise<void> {
    const own: Origin = { key, lastOpened: choice.lastOpened };
    making = own;
    maker ??= await loadListMaker(findFrame);
    await maker?.prepare(choice);
    if (making !== own) return;
    const isLeft = (): boolean => making !== own;
    const listed = maker && (await takeTurns(maker.list(choice), { isLeft }));
    if (making !== own) return;
    if (listed === null) {
      making = null;
      // Asked for once more, it is tried once more.
      wanted = [];
      store.setState({ isListing: false });
      return;
    }
    show(listed, own);
    if (key !== wanted && making === null) void make(store.getState(), wanted);
  }
}

/** Loads the code that filters and sorts; null if it cannot be loaded, which `LostParts` says on the page. */
async function loadListMaker(findFrame: FindFrame): Promise<ListMaker | null> {
  try {
    return new (await import("./connection-list.ts")).ListMaker(findFrame);
  } catch {
    return null;
  }
}

function keyOf({
  capture,
  filter,
  filterWords,
  order,
  times,
}: ListChoice): readonly [ConnectionLines, ...(readonly unknown[])] {
  return [
    valueOf(capture)?.connections ?? NONE,
    filter,
    filterWords,
    order.column,
    order.isDescending,
    times === "local",
    valueOf(capture)?.names,
  ];
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, i) => part === other[i]);
}

/** Whether filter, order and capture are the same, whatever is known of the connections. */
function isSameWish([, ...one]: readonly unknown[], [, ...other]: readonly unknown[]): boolean {
  return isSame(one, other);
}

function isQuick({ length }: ConnectionLines, { filter }: ListChoice): boolean {
  return length <= FEW && length * filter.length <= FEW_CHARACTERS;
}

/** Whether the list is unfiltered and in capture order. */
function isWhole({ filter, order }: ListChoice): boolean {
  return filter.trim() === "" && isCaptureOrder(order);
}
