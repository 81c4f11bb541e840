import { useSynfin, useSynfinStore } from "./use-synfin.ts";
import { useViewsOfBar } from "./use-views.ts";
import { useWords } from "./use-words.ts";
import { toggleView, type View } from "./view.ts";

/** Shows a view, or leaves it. */
function ViewButton({ view }: { readonly view: View }) {
  const store = useSynfinStore();
  const { open, hint } = useWords(view.words);
  const isOn = useSynfin(view.isOn);
  return (
    <button
      type="button"
      className="button"
      title={`${hint} (${view.key})`}
      aria-keyshortcuts={view.key}
      aria-pressed={view.place === "sheet" ? undefined : isOn}
      onClick={() => toggleView(view, store.getState())}
    >
      {open}
    </button>
  );
}

/** The buttons of a bar. */
export function ViewButtons({ bar }: { readonly bar: NonNullable<View["bar"]> }) {
  return useViewsOfBar(bar).map((view) => <ViewButton key={view.name} view={view} />);
}
