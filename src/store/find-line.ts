import type { ConnectionLines, ConnectionSummary } from "./opened-capture.ts";

/** The index of a connection in the lines; -1 if it is not among them. */
export function placeOf(lines: ConnectionLines, id: number): number {
  if (lines.at(id)?.id === id) return id;
  if (lines.placeOf) return lines.placeOf(id);
  let place = 0;
  for (const line of lines) {
    if (line.id === id) return place;
    place++;
  }
  return -1;
}

/** The lines from one index up to, but without, another. */
export function linesBetween(lines: ConnectionLines, from: number, to: number): ConnectionSummary[] {
  const some: ConnectionSummary[] = [];
  for (let place = from; place < to; place++) {
    const line = lines.at(place);
    if (line) some.push(line);
  }
  return some;
}
