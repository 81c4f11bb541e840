import type { KeyboardEvent } from "react";

interface RangeHandleProps {
  readonly label: string;
  /** The value as it is shown. */
  readonly text: string;
  /** The same by the clock; null where there is none. */
  readonly clock: string | null;
  /** Seconds since the start of the capture. */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly onMove: (value: number) => void;
  readonly onClear: () => void;
}

/** One end of the time in view, moved by keys (WAI-ARIA "Slider"). Escape brings the whole capture back. */
export function RangeHandle({
  label,
  text,
  clock,
  value,
  least,
  most,
  step,
  onMove,
  onClear,
}: RangeHandleProps) {
  const move = (event: KeyboardEvent): void => {
    if (event.key === "Escape") onClear();
    const target = targetOf(event.key, { value, least, most, step });
    if (target === null) return;
    event.preventDefault();
    const bounded = Math.max(least, Math.min(target, most));
    if (bounded !== value) onMove(bounded);
  };
  return (
    <span
      className="range-handle"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={value}
      aria-valuetext={clock === null ? text : `${text}, ${clock}`}
      title={clock ?? text}
      onKeyDown={move}
    >
      {text}
    </span>
  );
}

type Bounds = Pick<RangeHandleProps, "value" | "least" | "most" | "step">;

/** null for a key that moves nothing. */
function targetOf(key: string, { value, least, most, step }: Bounds): number | null {
  if (key === "ArrowRight" || key === "ArrowUp") return value + step;
  if (key === "ArrowLeft" || key === "ArrowDown") return value - step;
  if (key === "PageUp") return value + 5 * step;
  if (key === "PageDown") return value - 5 * step;
  if (key === "Home") return least;
  return key === "End" ? most : null;
}
