/**
 * The first index of `low`..`high` - 1 at which `isBefore` does not hold; `high` if it holds at all of them. Where it
 * holds at an index, it has to hold at every one below. Takes log2(high - low) steps.
 */
export function bisect(low: number, high: number, isBefore: (index: number) => boolean): number {
  let from = low;
  let until = high;
  while (from < until) {
    const middle = (from + until) >>> 1;
    if (isBefore(middle)) from = middle + 1;
    else until = middle;
  }
  return from;
}
