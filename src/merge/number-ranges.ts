import { bisect } from "../base/bisect.ts";

/** Numbers from one to before another one, as numbers that compare with `<`. */
export interface NumberRange {
  readonly from: number;
  readonly until: number;
}

/** The same numbers in ranges that ascend and do not touch. */
export function joinedRanges(ranges: readonly NumberRange[]): NumberRange[] {
  const all: NumberRange[] = [];
  for (const { from, until } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last === undefined || from > last.until) all.push({ from, until });
    else if (until > last.until) all[all.length - 1] = { from: last.from, until };
  }
  return all;
}

/** Whether any of the ranges has one of the numbers. @param ranges as {@link joinedRanges} gives them */
export function touches(ranges: readonly NumberRange[], from: number, until: number): boolean {
  const first = bisect(0, ranges.length, (index) => ranges[index].until <= from);
  return first < ranges.length && ranges[first].from < until;
}
