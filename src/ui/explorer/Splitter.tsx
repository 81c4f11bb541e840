import "./splitter.css";
import type { KeyboardEvent, PointerEvent } from "react";
import { useWords } from "../use-words.ts";
import { PANEL_BOUNDS, type PanelSize } from "./panel-sizes.ts";
import { splitterWords } from "./splitters.words.ts";

interface SplitterProps {
  readonly panel: PanelSize;
  /** Id of the element whose size it changes. */
  readonly controls: string;
  readonly size: number;
  /** null: the usual size. */
  readonly onResize: (size: number | null) => void;
}

/** The border of a panel, which can be dragged or moved by keys (WAI-ARIA "Window Splitter"). */
export function Splitter({ panel, controls, size, onResize }: SplitterProps) {
  const words = useWords(splitterWords);
  const { least, most } = PANEL_BOUNDS[panel];
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onResize(sizeAt(panel, event));
  };
  const move = (event: KeyboardEvent): void => {
    const next = sizeByKey(event.key, size, panel);
    if (next === undefined) return;
    event.preventDefault();
    onResize(next);
  };
  return (
    <div
      className={`splitter splitter-${panel}`}
      role="separator"
      tabIndex={0}
      title={words.hint}
      aria-label={words.names[panel]}
      aria-orientation={panel === "graphRow" ? "horizontal" : "vertical"}
      aria-controls={controls}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={size}
      onPointerDown={(event) => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onDoubleClick={() => onResize(null)}
      onKeyDown={move}
    />
  );
}

/** The size that puts the border under the pointer. */
function sizeAt(panel: PanelSize, { currentTarget, clientX, clientY }: PointerEvent<HTMLDivElement>): number {
  const explorer = currentTarget.parentElement?.getBoundingClientRect() ?? new DOMRect();
  if (panel === "connections") return (100 * (clientX - explorer.left)) / explorer.width;
  if (panel === "graphColumn") return (100 * (explorer.right - clientX)) / explorer.width;
  const foot = currentTarget.parentElement?.querySelector(".explorer-foot")?.getBoundingClientRect();
  const height = (foot?.top ?? explorer.bottom) - explorer.top;
  return (100 * (clientY - explorer.top)) / height;
}

/** undefined for a key that moves nothing, null for the usual size. */
function sizeByKey(key: string, size: number, panel: PanelSize): number | null | undefined {
  const { least, most } = PANEL_BOUNDS[panel];
  // The graph stands on the right: its border moves left when it grows.
  const rightward = panel === "graphColumn" ? -2 : 2;
  if (key === "Home") return least;
  if (key === "End") return most;
  if (key === "Enter") return null;
  if (panel === "graphRow") return key === "ArrowDown" ? size + 2 : key === "ArrowUp" ? size - 2 : undefined;
  return key === "ArrowRight" ? size + rightward : key === "ArrowLeft" ? size - rightward : undefined;
}
