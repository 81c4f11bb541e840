import { Mark, type SegmentColumns } from "./segment-table.ts";

type Identified = Pick<SegmentColumns, "marks" | "ipId">;

/**
 * Whether the row has an IP identification that tells its datagram from the others of its sender. Many stacks send 0 where
 * nothing is fragmented. RFC 6864 section 4.1 lets a stack repeat another one: Cisco IOS does so when it sends a SYN again.
 */
export function hasIdentification({ marks, ipId }: Identified, row: number): boolean {
  return (marks[row] & Mark.HasIpId) !== 0 && ipId[row] !== 0;
}

/** Whether two like rows of one sender have the identification of one datagram. */
export function isSameDatagram(columns: Identified, a: number, b: number): boolean {
  return (
    hasIdentification(columns, a) && hasIdentification(columns, b) && columns.ipId[a] === columns.ipId[b]
  );
}
