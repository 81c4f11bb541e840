import type { SegmentColumns } from "./segment-table.ts";

/** Nanoseconds within which one packet passes two capture points of the same host or bridge. */
export const SAME_PACKET = 10e6;

/**
 * Whether two interfaces of one capture saw two rows at once. Rows with the same TCP header are then one packet
 * (docs/state-machine.md 3.5): no timer sends a segment again within {@link SAME_PACKET}.
 */
export function areOnTwoInterfaces(
  { capturePoint, time }: Pick<SegmentColumns, "capturePoint" | "time">,
  before: number,
  row: number,
): boolean {
  const [one, other] = [capturePoint[before], capturePoint[row]];
  const step = time[row] - time[before];
  return one !== 0 && other !== 0 && one !== other && step >= 0 && step <= SAME_PACKET;
}
