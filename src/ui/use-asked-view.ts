import { useContext, useEffect } from "react";
import { useSynfin, useSynfinStore } from "./use-synfin.ts";
import { ViewsContext } from "./use-views.ts";
import { isOffered } from "./view.ts";

/** Shows the view that the opened link asks for, as soon as it can be shown. */
export function useAskedView(): void {
  const store = useSynfinStore();
  const views = useContext(ViewsContext);
  const asked = useSynfin(({ askedView }) => views.find(({ view }) => view.link?.view === askedView)?.view);
  const canBe = useSynfin((state) => asked !== undefined && isOffered(asked, state));
  useEffect(() => {
    if (asked === undefined || !canBe) return;
    store.getState().look({ askedView: null });
    if (!asked.isOn(store.getState())) asked.show(store.getState());
  }, [store, asked, canBe]);
}
