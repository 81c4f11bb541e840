/** Outlines on a 16 × 16 grid, drawn in the colour of the text. */
const OUTLINES = {
  first: "M3.5 3v10M12.5 3.5 6.5 8l6 4.5z",
  back: "M11 3.5 5 8l6 4.5z",
  play: "M5 3.5 12 8l-7 4.5z",
  pause: "M5 3.5v9M11 3.5v9",
  forward: "M5 3.5 11 8l-6 4.5z",
  loop: "M4 6.5A4.5 4.5 0 0 1 12.3 6M12.5 2.8V6.2H9.1M12 9.5A4.5 4.5 0 0 1 3.7 10M3.5 13.2V9.8h3.4",
  last: "M12.5 3v10M3.5 3.5 9.5 8l-6 4.5z",
  close: "m4 4 8 8m0-8-8 8",
  display:
    "M2.5 4.5h6M12 4.5h1.5M2.5 11.5H4M7.5 11.5h6M8.5 4.5a1.75 1.75 0 1 0 3.5 0 1.75 1.75 0 1 0-3.5 0M4 11.5a1.75 1.75 0 1 0 3.5 0 1.75 1.75 0 1 0-3.5 0",
  more: "M3 8h.01M8 8h.01M13 8h.01",
  up: "m4.5 9.5 3.5-3.5 3.5 3.5",
  down: "m4.5 6.5 3.5 3.5 3.5-3.5",
} as const;

export function Icon({ name }: { readonly name: keyof typeof OUTLINES }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={OUTLINES[name]} />
    </svg>
  );
}
