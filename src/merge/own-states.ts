import { Shown, type WitnessedRows } from "../segments/witnessed-rows.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type { Side, TcpState } from "../tcp/state.ts";

/**
 * The state of an end by position, after that segment's own event there: it was sent, or it arrived. Where it never
 * came, the state in which the end was when it was sent. Segments that cross are so told as each host saw them, which
 * one order of all cannot.
 * @param rows of the connection alone
 */
export function statesAtOwnEvents(
  {
    initial,
    moves,
    fromClient,
    numbers,
  }: Pick<ConnectionAnalysis, "initial" | "moves" | "fromClient" | "numbers">,
  rows: WitnessedRows,
  side: Side,
): (TcpState | null)[] {
  const isOwn = (row: number): boolean => (fromClient[row] === 1) === (side === "client");
  const eventOf = (row: number): number => {
    const isUnsent = (rows.shown[row] & (Shown.NotSent | Shown.Again)) !== 0;
    return (isOwn(row) && !isUnsent) || rows.arrivedAt[row] === 0 ? rows.sentAt[row] : rows.arrivedAt[row];
  };
  /** The last octets that came between two events: what had to wait took effect with them. */
  const lastArrival = (from: number, until: number): number => {
    let found = from;
    for (let row = 0; row < fromClient.length; row++) {
      const at = rows.arrivedAt[row];
      const hasOctets = numbers.end[row] > numbers.start[row];
      if (!isOwn(row) && hasOctets && at > found && at < until) found = at;
    }
    return found;
  };
  const events: number[] = [];
  const states: (TcpState | null)[] = [];
  let last = 0;
  for (const { side: mover, position, causedBy, to } of moves) {
    if (mover !== side) continue;
    const row = (causedBy ?? position) - 1;
    const from = rows.sentAt[position - 1];
    // What nobody saw arrive takes effect behind the segment at whose position it does.
    const isUnseen = causedBy !== null && rows.arrivedAt[row] === 0;
    const isLate = causedBy !== null && eventOf(row) < from;
    last = Math.max(
      last,
      isUnseen ? from + 0.5 : isLate ? lastArrival(from, rows.sentAt[position] ?? Infinity) : eventOf(row),
      causedBy === null ? 0 : from,
    );
    events.push(last);
    states.push(to);
  }
  const inOrder = Array.from({ length: fromClient.length }, (_, row) => row).toSorted(
    (a, b) => eventOf(a) - eventOf(b),
  );
  const told: (TcpState | null)[] = [initial[side].state];
  let state = initial[side].state;
  let next = 0;
  for (const row of inOrder) {
    for (; next < events.length && events[next] <= eventOf(row); next++) state = states[next];
    told[row + 1] = state;
  }
  return told;
}
