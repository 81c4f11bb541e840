/** The columns of the list. */
export type ListColumn =
  | "start"
  | "client"
  | "server"
  | "outcome"
  | "segments"
  | "payload"
  | "duration"
  | "handshakeRoundTrip"
  | "openingTime";

/** What connections can be sorted by: these, and the other columns of the table. */
export type SortColumn =
  | ListColumn
  | "name"
  | "syns"
  | "retransmissions"
  | "zeroWindow"
  | "lastStates"
  | "closer"
  | "clientData"
  | "serverData";

export interface SortOrder {
  readonly column: SortColumn;
  readonly isDescending: boolean;
}

/** The order of the capture: first segment first. */
export const CAPTURE_ORDER: SortOrder = { column: "start", isDescending: false };

export function isCaptureOrder({ column, isDescending }: SortOrder): boolean {
  return column === CAPTURE_ORDER.column && isDescending === CAPTURE_ORDER.isDescending;
}
