import type { ConnectionLines, ConnectionSummary } from "./opened-capture.ts";

/** The place of a connection in the lines; -1 where it is not among them. */
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

/** The lines from one place up to another, which is not among them. */
export function linesBetween(lines: ConnectionLines, from: number, to: number): ConnectionSummary[] {
  const some: ConnectionSummary[] = [];
  for (let place = from; place < to; place++) {
    const line = lines.at(place);
    if (line) some.push(line);
  }
  return some;
}
