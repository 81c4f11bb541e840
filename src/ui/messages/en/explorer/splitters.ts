import type { PanelSize } from "../../../explorer/panel-sizes.ts";

const names: Record<PanelSize, string> = {
  connections: "Width of the connections",
  graphColumn: "Width of the state graph",
  graphRow: "Height of the state graph",
};

/** The borders between panels. */
export const splitters = { names, hint: "Drag to resize; double-click for the usual size" };
