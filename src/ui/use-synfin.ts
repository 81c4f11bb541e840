import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { present } from "../base/assert.ts";
import type { SynfinState } from "../store/synfin-state.ts";
import type { SynfinStore } from "../store/synfin-store.ts";

export const StoreContext = createContext<SynfinStore | null>(null);

export function useSynfinStore(): SynfinStore {
  return present(useContext(StoreContext), "the store");
}

/** What `select` takes from the store; renders again only when that changes. */
export function useSynfin<Selected>(select: (state: SynfinState) => Selected): Selected {
  return useStore(useSynfinStore(), select);
}
