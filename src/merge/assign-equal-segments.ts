import { type ClockRelation, onFirstClock } from "../segments/clock-relation.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import { type EqualGroup, Match, type Pairing } from "./pairing.ts";
import { type Both, otherOf, type Witness } from "./strand.ts";

/**
 * Gives equal segments partners that can be drawn: what arrived is the last one that had been sent by then. Where as many
 * are there as here and each of them had been sent, they stay pairs in their order; otherwise nothing tells which of
 * them are one segment.
 */
export function assignEqualSegments(
  pairing: Pairing,
  tables: Both<SegmentTable>,
  clock: ClockRelation | null,
): void {
  if (clock === null) return;
  const timeOf = (witness: Witness, row: number): number => {
    const time = tables[witness].time[row];
    return witness === 0 ? time : onFirstClock(clock, time);
  };
  for (const group of pairing.groups) {
    if (group.senders === null || isInOrder(group, timeOf)) continue;
    assign(pairing, group.lists, group.senders, timeOf);
  }
}

type TimeOf = (witness: Witness, row: number) => number;

function isInOrder({ lists, senders }: EqualGroup, timeOf: TimeOf): boolean {
  if (senders === null || lists[0].length !== lists[1].length) return false;
  const arrived = otherOf(senders);
  return lists[senders].every(
    (row, index) => !(timeOf(arrived, lists[arrived][index]) < timeOf(senders, row)),
  );
}

function assign(pairing: Pairing, lists: Both<readonly number[]>, senders: Witness, timeOf: TimeOf): void {
  const receivers = otherOf(senders);
  for (const witness of [0, 1] as const)
    for (const row of lists[witness]) pairing.refer(witness, row, -1, Match.Ambiguous);
  const sent: number[] = [];
  let next = 0;
  for (const row of lists[receivers]) {
    const at = timeOf(receivers, row);
    for (; next < lists[senders].length && !(timeOf(senders, lists[senders][next]) > at); next++)
      sent.push(lists[senders][next]);
    const partner = sent.pop();
    if (partner === undefined) pairing.refer(receivers, row, -1, Match.AmbiguousAgain);
    else if (senders === 0) pairing.join(partner, row, Match.Ambiguous);
    else pairing.join(row, partner, Match.Ambiguous);
  }
}
