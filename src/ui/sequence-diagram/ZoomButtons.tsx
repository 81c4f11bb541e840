import { FARTHEST_ZOOM, NEAREST_ZOOM } from "../../store/zooming.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { diagramWords } from "./diagram.words.ts";

/** Farther, nearer, and everything at once. */
export function ZoomButtons() {
  const diagram = useWords(diagramWords);
  const { zoom: words } = diagram;
  const zoom = useSynfin((state) => state.zoom);
  const zoomBy = useSynfin((state) => state.zoomBy);
  const zoomTo = useSynfin((state) => state.zoomTo);
  return (
    <div className="switch zoom-buttons" role="group" aria-label={words.label}>
      <button
        type="button"
        aria-label={words.farther}
        title={words.farther}
        disabled={zoom === FARTHEST_ZOOM}
        onClick={() => zoomBy(-1)}
      >
        −
      </button>
      <button
        type="button"
        aria-label={words.nearer}
        title={words.nearer}
        disabled={zoom === NEAREST_ZOOM}
        onClick={() => zoomBy(1)}
      >
        +
      </button>
      <button type="button" title={words.fitHint} onClick={() => zoomTo("fit")}>
        {words.fit}
      </button>
    </div>
  );
}
