import { type CSSProperties, useState } from "react";
import {
  boundedSize,
  PANEL_BOUNDS,
  type PanelSize,
  type PanelSizes,
  rememberedSizes,
  rememberSizes,
} from "./panel-sizes.ts";

/** The sizes of the panels: for the style sheet, for the splitters, and how to change them. */
export function usePanelSizes() {
  const [sizes, setSizes] = useState<PanelSizes>(rememberedSizes);
  const resize = (panel: PanelSize, size: number | null): void => {
    const { [panel]: _, ...others } = sizes;
    const next = size === null ? others : { ...others, [panel]: boundedSize(panel, size) };
    setSizes(next);
    rememberSizes(next);
  };
  /** For a splitter. */
  const splitterProps = (panel: PanelSize) => ({
    panel,
    size: sizes[panel] ?? PANEL_BOUNDS[panel].usual,
    onResize: (size: number | null) => resize(panel, size),
  });
  return { style: styleOf(sizes), splitterProps };
}

/** A column of a chosen width may be narrower than the default allows. */
function styleOf({ connections, graphColumn, graphRow }: PanelSizes): CSSProperties {
  const style: Record<`--${string}`, string> = {};
  if (connections !== undefined) {
    style["--connections"] = `${connections}%`;
    style["--connections-least"] = "300px";
  }
  if (graphColumn !== undefined) {
    style["--graph-column"] = `${graphColumn}%`;
    style["--graph-column-least"] = "280px";
  }
  if (graphRow !== undefined) {
    style["--graph-row"] = `${graphRow}fr`;
    style["--segment-row"] = `${100 - graphRow}fr`;
  }
  return style;
}
