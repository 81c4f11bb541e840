const NANOSECONDS = 1_000_000_000;

/** Most decimals a capture's clock is shown with: microseconds. */
const MOST_DECIMALS = 6;

/**
 * How many decimals, 0 to 6, fit into `characters` for every time of a connection that lasts `duration` nanoseconds;
 * room for a minus sign is included.
 */
export function decimalsFor(duration: number, characters: number): number {
  const whole = String(Math.trunc(Math.abs(duration || 0) / NANOSECONDS)).length;
  return Math.max(0, Math.min(MOST_DECIMALS, characters - whole - 1));
}

/** Nanoseconds as seconds: `1.034500`; empty where the time is not known. */
export function formatSeconds(nanoseconds: number, decimals: number): string {
  return Number.isNaN(nanoseconds) ? "" : (nanoseconds / NANOSECONDS).toFixed(decimals).replace("-", "−");
}
