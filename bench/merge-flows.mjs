// Many connections at once, as a capture holds them: a heap of the next segment of each.

/** The segments of all flows by time; the flows come in order of their first segment. */
export function* merged(flows, manifest) {
  const heap = [];
  let upcoming = flows.next();
  for (;;) {
    while (!upcoming.done && (heap.length === 0 || upcoming.value.start <= heap[0].segment.time)) {
      const { flow, segments, connections = 1 } = upcoming.value;
      manifest.connections += connections;
      const first = segments.next();
      if (!first.done) push(heap, { flow, segments, segment: first.value });
      upcoming = flows.next();
    }
    const [first] = heap;
    if (first === undefined) return;
    yield first;
    const next = first.segments.next();
    const last = heap.pop();
    if (!next.done) push(heap, first === last ? { ...first, segment: next.value } : last, first, next.value);
    else if (first !== last) sink(heap, last);
  }
}

/** Without `first`: adds an entry. With it: `first` goes on with its next segment, the last entry comes back. */
function push(heap, entry, first, segment) {
  if (first !== undefined && first !== entry) {
    heap.push(entry);
    first.segment = segment;
    sink(heap, first);
    return;
  }
  heap.push(entry);
  for (let at = heap.length - 1; at > 0;) {
    const parent = (at - 1) >>> 1;
    if (heap[parent].segment.time <= heap[at].segment.time) return;
    [heap[parent], heap[at]] = [heap[at], heap[parent]];
    at = parent;
  }
}

/** Puts the entry at the top and lets it sink to its place. */
function sink(heap, entry) {
  let at = 0;
  for (;;) {
    let child = at * 2 + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1].segment.time < heap[child].segment.time) child++;
    if (entry.segment.time <= heap[child].segment.time) break;
    heap[at] = heap[child];
    at = child;
  }
  heap[at] = entry;
}
