/** Figures as they stand on the page. Units are SI symbols, which no language translates. */

const COUNT = new Intl.NumberFormat("en-US");

/** 12345 → `12,345`. */
export function formatCount(count: number): string {
  return COUNT.format(count);
}

/** Octets in three figures: `72 B`, `1.01 kB`, `34.5 MB`. */
export function formatOctets(octets: number): string {
  if (octets < 1000) return `${octets} B`;
  return formatScaled(octets, ["kB", "MB", "GB", "TB"], 1000);
}

const MICROSECOND = 1_000;
const MILLISECOND = 1_000_000;
const SECOND = 1_000_000_000;

/** Nanoseconds in three figures: `350 ns`, `29.8 µs`, `10.8 ms`, `1.02 s`, `2 min 9 s`, `3 h 5 min`, `4 d 2 h`. */
export function formatDuration(nanoseconds: number): string {
  const sign = nanoseconds < 0 ? "−" : "";
  const size = Math.abs(nanoseconds);
  if (size === 0) return "0 s";
  if (size < MICROSECOND) return `${sign}${Math.round(size)} ns`;
  if (size < MILLISECOND - 500) return `${sign}${wholeOrThreeFigures(size / MICROSECOND)} µs`;
  if (size < SECOND - MILLISECOND / 2) return `${sign}${threeFigures(size / MILLISECOND)} ms`;
  const seconds = Math.round(size / SECOND);
  if (seconds < 60) return `${sign}${threeFigures(size / SECOND)} s`;
  if (seconds < 3600) return sign + twoUnits(Math.trunc(seconds / 60), "min", seconds % 60, "s");
  const hours = Math.trunc(seconds / 3600);
  if (hours >= 72) return sign + twoUnits(Math.trunc(hours / 24), "d", hours % 24, "h");
  return sign + twoUnits(hours, "h", Math.trunc((seconds % 3600) / 60), "min");
}

/** A number as on the wire: `284972257`, or with the eight digits of its four octets: `0x10fc54e1`. */
export function formatWireNumber(number: number, form: "relative" | "wire" | "hexadecimal"): string {
  return form === "hexadecimal" ? `0x${number.toString(16).padStart(8, "0")}` : String(number);
}

function twoUnits(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return `${formatCount(large)} ${largeUnit}${small === 0 ? "" : ` ${small} ${smallUnit}`}`;
}

function formatScaled(value: number, units: readonly string[], step: number): string {
  let scaled = value / step;
  let unit = 0;
  while (scaled >= step - 0.5 && unit < units.length - 1) {
    scaled /= step;
    unit++;
  }
  return `${threeFigures(scaled)} ${units[unit]}`;
}

/** Most clocks count whole microseconds, so no decimals are invented. */
function wholeOrThreeFigures(value: number): string {
  return Number.isInteger(value) ? String(value) : threeFigures(value);
}

function threeFigures(value: number): string {
  if (value >= 99.95) return formatCount(Math.round(value));
  return value >= 9.995 ? value.toFixed(1) : value.toFixed(2);
}
