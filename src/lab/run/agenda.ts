/** Something to do. `end` orders what is due at the same time, before the order in which it was planned. */
interface Entry {
  readonly at: number;
  readonly end: number;
  readonly order: number;
  readonly act: () => void;
}

/**
 * What is still to happen, in the order of (time, end, order planned). Times are whole nanoseconds since the script
 * began.
 */
export class Agenda {
  now = 0;
  private readonly heap: Entry[] = [];
  private planned = 0;

  /** @param end 0 and 1 for the hosts, 2 for the wire */
  add(at: number, end: number, act: () => void): void {
    const { heap } = this;
    const entry = { at: Math.max(at, this.now), end, order: this.planned++, act };
    let index = heap.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (isBefore(heap[parent], entry)) break;
      heap[index] = heap[parent];
      index = parent;
    }
    heap[index] = entry;
  }

  /** When the next thing is due; null if there is none. */
  get next(): number | null {
    return this.heap[0]?.at ?? null;
  }

  /** Does the next thing. */
  step(): void {
    const { heap } = this;
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined) return;
    if (heap.length > 0) this.sink(last);
    this.now = first.at;
    first.act();
  }

  private sink(entry: Entry): void {
    const { heap } = this;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) child++;
      if (isBefore(entry, heap[child])) break;
      heap[index] = heap[child];
      index = child;
    }
    heap[index] = entry;
  }
}

function isBefore(a: Entry, b: Entry): boolean {
  if (a.at !== b.at) return a.at < b.at;
  return a.end === b.end ? a.order < b.order : a.end < b.end;
}
