/** A time read from a list or a column, where NaN stands for none; one beyond the end is none, too. */
export function orNaN(value: number | undefined): number {
  return value ?? Number.NaN;
}
