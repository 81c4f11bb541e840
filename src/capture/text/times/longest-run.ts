import { bisect } from "../../../base/bisect.ts";

/**
 * Which elements belong to the longest non-decreasing run (subsequence) of `values`. Where two elements
 * exclude each other and either would do, the one nearer to its successor is kept. O(n log n).
 */
export function longestRun(values: readonly number[]): boolean[] {
  const isKept = isSorted(values) ? null : keptByPatience(values);
  if (isKept === null) return values.map(() => true);
  preferNearSuccessors(values, isKept);
  return isKept;
}

/** Whether no element is smaller than the one before it. */
export function isSorted(values: readonly number[]): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] < values[i - 1]) return false;
  return true;
}

/** Patience sorting: `tails[k]` is the last index of the best run of k + 1 elements so far. */
function keptByPatience(values: readonly number[]): boolean[] {
  const tails: number[] = [];
  const previous = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const low = bisect(0, tails.length, (run) => values[tails[run]] <= value);
    previous[i] = low === 0 ? -1 : tails[low - 1];
    tails[low] = i;
  }
  const isKept = values.map(() => false);
  for (let at = tails.at(-1) ?? 0; at >= 0; at = previous[at]) isKept[at] = true;
  return isKept;
}

function preferNearSuccessors(values: readonly number[], isKept: boolean[]): void {
  const kept: number[] = [];
  for (let i = 0; i < isKept.length; i++) if (isKept[i]) kept.push(i);
  for (let k = 0; k < kept.length; k++) {
    const current = kept[k];
    const before = k > 0 ? values[kept[k - 1]] : -Infinity;
    const successor = kept[k + 1];
    if (successor === undefined) continue;
    const after = values[successor];
    const from = k > 0 ? kept[k - 1] + 1 : 0;
    let best = current;
    for (let i = from; i < successor; i++) {
      const value = values[i];
      if (value >= before && value <= after && value > values[best]) best = i;
    }
    if (best === current) continue;
    isKept[current] = false;
    isKept[best] = true;
    kept[k] = best;
  }
}
