/** Rows by the number they end at, lowest first: segments that were not sent in sequence and wait for their proof. */
export class EndHeap {
  private readonly rows: number[] = [];
  private readonly end: Float64Array;

  /** @param end unwrapped end of each row */
  constructor(end: Float64Array) {
    this.end = end;
  }

  push(row: number): void {
    const { rows } = this;
    let at = rows.length;
    rows.push(row);
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (this.endAt(parent) <= this.endAt(at)) return;
      this.swap(parent, at);
      at = parent;
    }
  }

  /** Takes out a row that ends at or before `limit`; -1 if there is none. */
  popUpTo(limit: number): number {
    const { rows } = this;
    const first = rows[0];
    if (first === undefined || this.end[first] > limit) return -1;
    const last = rows.pop() ?? first;
    if (rows.length > 0) {
      rows[0] = last;
      this.sink();
    }
    return first;
  }

  /** Takes out all rows, in no order. */
  drain(): number[] {
    return this.rows.splice(0);
  }

  private sink(): void {
    let at = 0;
    for (;;) {
      const left = at * 2 + 1;
      if (left >= this.rows.length) return;
      const right = left + 1;
      const child = right < this.rows.length && this.endAt(right) < this.endAt(left) ? right : left;
      if (this.endAt(at) <= this.endAt(child)) return;
      this.swap(at, child);
      at = child;
    }
  }

  private endAt(index: number): number {
    return this.end[this.rows[index]];
  }

  private swap(a: number, b: number): void {
    const row = this.rows[a];
    this.rows[a] = this.rows[b];
    this.rows[b] = row;
  }
}
