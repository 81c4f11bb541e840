import type { StoreApi } from "zustand/vanilla";
import { allSteps, type Steps, takeTurns } from "../base/turns.ts";
import type { ListChoice } from "./connection-list.ts";
import { valueOf } from "./loadable.ts";
import type { ConnectionLines } from "./opened-capture.ts";
import { isCaptureOrder } from "./sort-order.ts";

/** The part of the store that the list shows. */
export interface ListingPart {
  /**
   * The connections as filtered and sorted; the same lines as long as nothing of them changed. Of very many
   * connections, and of the first that are filtered or sorted, they are those before until the new ones are made.
   */
  readonly listed: ConnectionLines;
}

/** What decides what is listed. */
export interface ListingChoice extends ListChoice {
  /** Another one for each capture that is opened; the same while more of its connections are judged. */
  readonly lastOpened: object | null;
}

/** What a list was made from, and which capture it is of. */
interface Origin {
  readonly key: readonly unknown[];
  readonly lastOpened: object | null;
}

type ListMaker = (choice: ListChoice) => Steps<ConnectionLines>;

const NONE: ConnectionLines = [];
/** Up to here a list is made at once: connections, and characters of the filter that all of them are held against. */
const FEW = 20_000;
const FEW_CHARACTERS = 50 * FEW;

export const NOTHING_LISTED: ListingPart = { listed: NONE };

/**
 * Keeps `listed` as the store's filter and order want it. It makes long lists in turns, so that the page never waits for
 * them. While more of a capture is judged, the list that is being made is made to its end before the next one is begun.
 */
export function followListing(store: StoreApi<ListingChoice & ListingPart>): void {
  let wanted: readonly unknown[] = keyOf(store.getState());
  let shown: Origin = { key: wanted, lastOpened: null };
  let making: Origin | null = null;
  let makeList: ListMaker | null = null;

  store.subscribe((state) => {
    const key = keyOf(state);
    if (isSame(key, wanted)) return;
    wanted = key;
    const [all] = key;
    const { lastOpened } = state;
    if (isSame(key, shown.key)) making = null;
    else if (all === NONE || isWhole(state)) show(all, { key, lastOpened });
    else if (isQuick(all, state) && makeList) show(allSteps(makeList(state)), { key, lastOpened });
    else {
      // Nothing of the capture before is shown.
      if (shown.lastOpened !== lastOpened) store.setState({ listed: all });
      if (making?.lastOpened !== lastOpened || !isSameWish(making.key, key)) void make(state, key);
    }
  });

  function show(listed: ConnectionLines, origin: Origin): void {
    making = null;
    shown = origin;
    store.setState({ listed });
  }

  async function make(choice: ListingChoice, key: readonly unknown[]): Promise<void> {
    const own: Origin = { key, lastOpened: choice.lastOpened };
    making = own;
    makeList ??= await loadListMaker();
    const listed = makeList && (await takeTurns(makeList(choice), { isLeft: () => making !== own }));
    if (making !== own) return;
    if (listed === null) {
      making = null;
      // Asked for once more, it is tried once more.
      wanted = [];
      return;
    }
    show(listed, own);
    if (key !== wanted && making === null) void make(store.getState(), wanted);
  }
}

/** Loads what filters and sorts; null where it cannot be loaded, of which `LostParts` tells the person. */
async function loadListMaker(): Promise<ListMaker | null> {
  try {
    return (await import("./connection-list.ts")).listInSteps;
  } catch {
    return null;
  }
}

function keyOf({
  capture,
  filter,
  filterWords,
  order,
}: ListChoice): readonly [ConnectionLines, ...(readonly unknown[])] {
  return [valueOf(capture)?.connections ?? NONE, filter, filterWords, order.column, order.isDescending];
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, i) => part === other[i]);
}

/** The same is filtered and sorted in the same way, whatever is known of the connections. */
function isSameWish([, ...one]: readonly unknown[], [, ...other]: readonly unknown[]): boolean {
  return isSame(one, other);
}

function isQuick({ length }: ConnectionLines, { filter }: ListChoice): boolean {
  return length <= FEW && length * filter.length <= FEW_CHARACTERS;
}

/** Nothing is filtered and the order is that of the capture. */
function isWhole({ filter, order }: ListChoice): boolean {
  return filter.trim() === "" && isCaptureOrder(order);
}
