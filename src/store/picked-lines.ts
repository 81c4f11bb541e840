import { placeOf } from "./find-line.ts";
import type { ConnectionLines, ConnectionSummary } from "./opened-capture.ts";

/** Some lines of others, in an order of their own. */
export class PickedLines implements ConnectionLines {
  private readonly all: ConnectionLines;
  private readonly places: Uint32Array;

  /** @param places of the lines among the others */
  constructor(all: ConnectionLines, places: Uint32Array) {
    this.all = all;
    this.places = places;
  }

  get length(): number {
    return this.places.length;
  }

  at(place: number): ConnectionSummary | undefined {
    const original = this.places[place];
    return original === undefined ? undefined : this.all.at(original);
  }

  placeOf(id: number): number {
    return this.places.indexOf(placeOf(this.all, id));
  }

  *[Symbol.iterator](): Generator<ConnectionSummary> {
    for (const place of this.places) {
      const line = this.all.at(place);
      if (line) yield line;
    }
  }
}
