// For checks: the states that a kernel recorded of one end, and how a path told by `inspect` is compared with them.

/** Nanoseconds between a FIN that waits behind data and the close() that asked for it. */
const QUEUED = 300_000n;

/** A path as it is compared: without what is before the opening, and with the state that one segment may pass. */
export function normalPath(path) {
  let first = 0;
  while (first < path.length && ["CLOSED", "LISTEN"].includes(path[first])) first++;
  const normal = [];
  for (const state of path.slice(first)) {
    if (state === "TIME-WAIT" && normal.at(-1) === "FIN-WAIT-1") normal.push("FIN-WAIT-2");
    if (normal.at(-1) !== state) normal.push(state);
  }
  return normal;
}

/** The kernel's path as the file can show it: without what lay before its first packet or after the capture's stop. */
export function pathWithin(path, atFirst, atStop) {
  let within = path[0] === "CLOSED" && path[1] === "LISTEN" ? path.slice(1) : path;
  const isMidStream = !["CLOSED", "LISTEN", "SYN-SENT", "SYN-RECEIVED"].includes(atFirst);
  if (isMidStream && within.includes(atFirst)) within = within.slice(within.indexOf(atFirst));
  if (within.includes(atStop)) within = within.slice(0, within.lastIndexOf(atStop) + 1);
  return within;
}

export function isSubsequence(part, whole) {
  let at = 0;
  for (const state of whole) if (state === part[at]) at++;
  return at === part.length;
}

/** The path of an end as its moves give it, and after each claim the path so far. */
export function judgedPath(connection, end) {
  const states = [connection.path[end][0]];
  const claims = [];
  const moves = [
    ...connection.segments.flatMap(({ moves: made, frames }) => made.map((move) => ({ ...move, frames }))),
    ...connection.epilogue.map((move) => ({ ...move, frames: ["epilogue"] })),
  ];
  for (const { end: mover, via, to, basis, rule, frames } of moves) {
    if (mover !== end || basis === "predicted") continue;
    for (const state of [via, to]) if (state && states.at(-1) !== state) states.push(state);
    claims.push({ basis, rule, frames, upTo: normalPath(states) });
  }
  return { told: normalPath(states), claims };
}

/** The two collections write the earliest time of a change in seconds, and in nanoseconds. */
function nanoseconds(time) {
  return time < 1e12 ? BigInt(Math.round(time * 1e6)) * 1000n : BigInt(time);
}

/** The states of one end over time. */
export class HostTruth {
  constructor(first, transitions) {
    this.first = first;
    this.transitions = transitions;
  }

  /**
   * @param {{path: string[], transitions: object[]}} end
   * @param {bigint | null} fin when its first FIN was captured, which may have waited behind data
   * @returns {HostTruth | null} null without exact times
   */
  static of(end, fin = null) {
    if (end.transitions.some(({ t_ns: at }) => at === undefined)) return null;
    const transitions = end.transitions
      .map(({ t_ns: at, t_lo: low, to, from }) => ({
        at: BigInt(at),
        low: low ? nanoseconds(low) : null,
        to,
        from,
      }))
      .toSorted((a, b) => (a.at < b.at ? -1 : 1));
    const truth = new HostTruth(end.path[0], transitions);
    truth.path = normalPath(end.path);
    truth.onWire = truth.withQueuedFin(fin);
    return truth;
  }

  /** The set of states from a time to another one. */
  between(from, until) {
    const states = new Set();
    let state = this.first;
    for (const { at, low, from: before, to } of this.transitions) {
      if (at <= from) {
        state = to;
        continue;
      }
      const isWithin = at <= until || (low !== null && low <= until);
      if (!isWithin) break;
      states.add(to).add(before);
    }
    return [...states.add(state)];
  }

  allows(state, from, until) {
    const isClosed = (one) => one === "CLOSED" || one === "LISTEN";
    const possible = [...this.between(from, until), ...(this.onWire?.between(from, until) ?? [])];
    return possible.some((one) => one === state || (isClosed(one) && isClosed(state)));
  }

  /** The same end as the wire shows it where its FIN waited behind data, or never left; null if it did not wait. */
  withQueuedFin(fin) {
    const closes = this.transitions.find(
      ({ from, to }) =>
        ["FIN-WAIT-1", "LAST-ACK"].includes(to) &&
        ["ESTABLISHED", "CLOSE-WAIT", "SYN-RECEIVED"].includes(from),
    );
    if (closes === undefined || (fin !== null && fin - closes.at < QUEUED)) return null;
    const closing = { ESTABLISHED: "FIN-WAIT-1", "CLOSE-WAIT": "LAST-ACK" };
    const transitions = [];
    let state = this.first;
    let [isEarly, isSent] = [false, false];
    const move = (at, to, low = null) => {
      transitions.push({ at, low, from: state, to });
      state = to;
    };
    const send = () => {
      isSent = true;
      move(fin - 10_000n, closing[state] ?? state);
    };
    for (const { at, to, low } of this.transitions) {
      if (fin !== null && isEarly && !isSent && at > fin - 100_000n) send();
      if (at === closes.at && to === closes.to && !isEarly) isEarly = true;
      else if (isEarly && !isSent && to === "CLOSING") move(at, "CLOSE-WAIT", low);
      else if (isEarly && isSent && state === "LAST-ACK" && to === "TIME-WAIT") move(at, "CLOSED", low);
      else move(at, to, low);
    }
    if (fin !== null && isEarly && !isSent) send();
    const truth = new HostTruth(this.first, transitions);
    truth.path = normalPath([this.first, ...transitions.map(({ to }) => to)]);
    return truth;
  }
}
