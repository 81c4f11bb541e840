import { memo, useMemo } from "react";
import type { DrawnView } from "../../diagram/sequence/draw-view.ts";
import { type Mark, placeOfLayer } from "../../diagram/sequence/layer.ts";
import type { Layer, OverProps } from "./layer.ts";
import type { ScrollWindow } from "./use-scroll-window.ts";

interface LayersProps {
  readonly layers: readonly Layer[];
  readonly drawn: DrawnView;
}

/** What the layers draw, above the segments. */
export const LayerMarks = memo(function LayerMarks({ layers, drawn }: LayersProps) {
  return useMemo(() => layers.filter(({ marks }) => marks !== undefined), [layers]).map((layer) => (
    <g key={layer.name} className={`layer-${layer.name}`}>
      {layer.marks?.(placeOf(layer, layers, drawn)).map(drawMark)}
    </g>
  ));
});

function drawMark(mark: Mark, index: number) {
  return mark.kind === "path" ? (
    <path key={index} className={mark.look} d={mark.d} />
  ) : (
    <text key={index} className={mark.look} x={mark.x} y={mark.y} textAnchor={mark.anchor}>
      {mark.text}
    </text>
  );
}

/** What of the layers one can touch. */
export function LayersOver({
  layers,
  drawn,
  view,
  ...props
}: LayersProps & Omit<OverProps, "place"> & { readonly view: ScrollWindow }) {
  return layers.map((layer) => {
    const { Over, name } = layer;
    return (
      Over && (
        <div key={name} className={`layer-over layer-${name}`} style={{ top: drawn.origin + view.shift }}>
          <Over place={placeOf(layer, layers, drawn)} {...props} />
        </div>
      )
    );
  });
}

function placeOf(layer: Layer, layers: readonly Layer[], { layout, origin, first, last }: DrawnView) {
  return placeOfLayer(layer, layers, { ...layout, origin }, first, last);
}
