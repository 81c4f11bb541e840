import { SegmentTableBuilder } from "../segments/segment-table-builder.ts";
import { Mark, type TimeBase } from "../segments/segment-table.ts";
import type { SharedConnection } from "../share/shared-connection.ts";

/** One segment of a connection that a test shares; what is not said is 0, none or unknown. */
export interface SharedRow {
  readonly from?: "client" | "server";
  readonly flags: number;
  readonly seq?: number;
  readonly ack?: number;
  readonly payload?: number;
  readonly window?: number;
  readonly frame?: number;
  /** Nanoseconds from the origin. */
  readonly time?: number | undefined;
  readonly marks?: number;
  readonly ipId?: number | undefined;
  readonly ttl?: number;
  readonly urgent?: number;
  readonly options?: readonly number[];
}

/** The clock of the rows, as a test may set it. */
export interface SharedClock {
  readonly timeBase?: TimeBase;
  readonly lastRecordTime?: number;
}

/** A connection between 192.0.2.1:40000 and 192.0.2.2:80 as a link tells it, of those rows. */
export function sharedRows(
  rows: readonly SharedRow[],
  rest: Partial<SharedConnection> = {},
  { timeBase, lastRecordTime = Number.NaN }: SharedClock = {},
): SharedConnection {
  const segments = new SegmentTableBuilder();
  const isTimed = rows.some(({ time }) => time !== undefined);
  segments.timeBase = timeBase ?? { kind: isTimed ? "epoch" : "none", origin: 0n };
  for (const [index, row] of rows.entries()) {
    const { options = [], ipId, marks = 0 } = row;
    segments.append({
      frame: row.frame ?? index + 1,
      time: row.time ?? Number.NaN,
      flow: row.from === "server" ? 1 : 0,
      sequenceNumber: row.seq ?? 0,
      acknowledgmentNumber: row.ack ?? 0,
      payloadLength: row.payload ?? 0,
      window: row.window ?? 0,
      flags: row.flags,
      marks: marks | (ipId === undefined ? 0 : Mark.HasIpId),
      ipId,
      ttl: row.ttl ?? 0,
      octets: Uint8Array.from(options),
      optionsAt: 0,
      optionsLength: options.length,
      urgentPointer: row.urgent ?? 0,
    });
  }
  segments.lastRecordTime = lastRecordTime;
  return {
    segments,
    client: { address: "192.0.2.1", port: 40_000 },
    server: { address: "192.0.2.2", port: 80 },
    roleBasis: "first-sender",
    why: "first",
    successor: null,
    icmpErrors: [],
    hostNames: new Map(),
    title: "",
    folds: [],
    lacksTimestampsAndSack: false,
    witnesses: null,
    notes: [],
    unread: [],
    ...rest,
  };
}
