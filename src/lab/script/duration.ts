/** Units of a duration in a script, in nanoseconds, the largest first. */
export const UNITS = [
  ["s", 1e9],
  ["ms", 1e6],
  ["us", 1e3],
] as const;

/** A duration in the unit that needs no fraction, or the smallest one: `1s`, `5ms`, `12.5us`. */
export function printDuration(nanoseconds: number): string {
  const [unit, size] = UNITS.find(([, each]) => nanoseconds % each === 0) ?? UNITS[2];
  return `${printDecimal(nanoseconds, size)}${unit}`;
}

/** `value / unit` as an exact decimal. `unit` is a power of ten. */
export function printDecimal(value: number, unit: number): string {
  const digits = String(unit).length - 1;
  const fraction = String(value % unit)
    .padStart(digits, "0")
    .replace(/0+$/u, "");
  const whole = String(Math.floor(value / unit));
  return fraction === "" || digits === 0 ? whole : `${whole}.${fraction}`;
}

/**
 * The digits of a number times a power of ten, rounded down to whole units: no float is in between, so that every
 * machine reads the same.
 */
export function decimalTimes(digits: string, unit: number): number {
  const [whole = "0", fraction = ""] = digits.split(".");
  const places = String(unit).length - 1;
  return Number(whole) * unit + Number(fraction.slice(0, places).padEnd(places, "0") || "0");
}
