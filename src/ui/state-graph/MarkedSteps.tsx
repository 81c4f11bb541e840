import { IconButton } from "../parts/IconButton.tsx";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { graphWords } from "./graph.words.ts";

/** Buttons that go along the segments of the picked state or arrow, while one is picked. */
export function MarkedSteps() {
  const words = useWords(graphWords);
  const marked = useSynfin((state) => state.marked);
  const place = useSynfin((state) => state.marked?.indexOf(state.position) ?? -1);
  const goToMarked = useSynfin((state) => state.goToMarked);
  const clearMarks = useSynfin((state) => state.clearMarks);
  if (marked === null) return null;
  return (
    <div className="marked-steps" role="group" aria-label={words.marked.label}>
      <IconButton
        className="marked-button"
        icon="up"
        label={words.marked.previous}
        onClick={() => goToMarked(-1)}
      />
      <IconButton
        className="marked-button"
        icon="down"
        label={words.marked.next}
        onClick={() => goToMarked(1)}
      />
      <span className="marked-count">{words.marked.count(place + 1, marked.length)}</span>
      <IconButton className="marked-button" icon="close" label={words.marked.clear} onClick={clearMarks} />
    </div>
  );
}
