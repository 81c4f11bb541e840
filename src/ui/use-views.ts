import { createContext, useContext, useMemo } from "react";
import type { LaterPart } from "./parts/later-part.tsx";
import { useSynfin } from "./use-synfin.ts";
import { isOffered, type Place, type PropsAt, type View, type ViewAt } from "./view.ts";

/** A view with its parts, each of which is loaded when it is first drawn. */
export interface PartedAt<P extends Place> {
  readonly view: ViewAt<P>;
  readonly Part: LaterPart<PropsAt[P]> | null;
  readonly Waiting: LaterPart<PropsAt["card"]> | null;
}
export type PartedView = { [P in Place]: PartedAt<P> }[Place];

/** The views of the page. The page provides them: what one of them draws shows others, and cannot import the list. */
export const ViewsContext = createContext<readonly PartedView[]>([]);

/** The views that take a place, in the order of the list. */
export function useViewsAt<P extends Place>(place: P): readonly PartedAt<P>[] {
  const all = useContext(ViewsContext);
  return useMemo(
    () => all.filter((one) => one.view.place === place) as unknown as PartedAt<P>[],
    [all, place],
  );
}

/** The view that stands in a place now; null: none. */
export function useViewIn<P extends Place>(place: P): PartedAt<P> | null {
  const views = useViewsAt(place);
  return useSynfin((state) => views.find(({ view }) => view.isOn(state)) ?? null);
}

/** The views that can be shown now, of those for which a bar has a button. */
export function useViewsOfBar(bar: NonNullable<View["bar"]>): readonly View[] {
  const all = useContext(ViewsContext);
  const views = useMemo(() => all.map(({ view }) => view).filter((view) => view.bar === bar), [all, bar]);
  const names = useSynfin((state) =>
    views
      .filter((view) => isOffered(view, state))
      .map(({ name }) => name)
      .join(" "),
  );
  return views.filter(({ name }) => names.split(" ").includes(name));
}

/** The view that waits to begin; null: none does. */
export function useWaitingView(): PartedView | null {
  const all = useContext(ViewsContext);
  return useSynfin((state) => all.find(({ view }) => view.waiting?.isOn(state)) ?? null);
}
