import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { useSynfin, useSynfinStore } from "../use-synfin.ts";
import { useScene } from "./scene.ts";
import { SequenceDiagram } from "./SequenceDiagram.tsx";
import { useLayers } from "./use-layers.ts";

interface PresentDiagramProps {
  readonly analysis: ConnectionAnalysis;
  /** Size of the letters of state names; absent: the usual one. CSS pixels. */
  readonly nameSize?: number | null;
}

/**
 * The diagram at the playhead, which it moves. A component of its own, so that a step does not render the rest of the
 * page.
 */
export function PresentDiagram({ analysis, nameSize = null }: PresentDiagramProps) {
  const scene = useScene(
    analysis,
    useSynfin((state) => state.position),
  );
  const marked = useSynfin((state) => state.marked);
  const zoom = useSynfin((state) => state.zoom);
  const { goTo, zoomBy, zoomTo } = useSynfinStore().getState();
  const layers = useLayers(analysis);
  if (layers === null) return null;
  return (
    <SequenceDiagram
      scene={{ ...scene, marked }}
      layers={layers}
      onPosition={goTo}
      zooming={{ zoom, zoomBy, zoomTo }}
      nameSize={nameSize}
    />
  );
}
