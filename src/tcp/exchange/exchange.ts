import { LASTING_MEMORY, type RowMemory } from "../../segments/row-memory.ts";
import type { SegmentColumns } from "../../segments/segment-table.ts";
import { findCapturedTwice } from "./captured-twice.ts";
import { findDropped } from "./dropped-segments.ts";
import { NumberSpaces } from "./number-spaces.ts";
import { orderOfCapture, orderOfSending } from "./order-of-sending.ts";
import { windowScales } from "./window-scales.ts";

/**
 * The segments of one connection, prepared for judging: numbers unwrapped so that they can be compared with `<`,
 * in the number space of their direction. Ends are 0 = client and 1 = server; rows are 0-based.
 */
export interface Exchange {
  readonly columns: SegmentColumns;
  /** Where what is found out about its rows goes. */
  readonly memory: RowMemory;
  readonly length: number;
  readonly isSelfConnect: boolean;
  /** The end that sent the row. In a self-connect always 0, as is the receiver. */
  readonly sender: Uint8Array;
  readonly receiver: Uint8Array;
  /** SEG.SEQ and SEG.SEQ + SEG.LEN, unwrapped; SYN and FIN count. NaN for a second record of a packet and a stray SYN. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** SEG.ACK, unwrapped in the receiver's number space; NaN without the ACK flag, and where it is not known. */
  readonly ack: Float64Array;
  /** Effective control bits: without a FIN that had no effect (RFC 9293 section 3.10.7.4). */
  readonly flags: Uint16Array;
  /** 1 for a second record of the same packet. */
  readonly isCapturedTwice: Uint8Array;
  /** 1 for a SYN or SYN,ACK that reaches the ends of this connection but is not part of it. */
  readonly isStray: Uint8Array;
  /** 1 for a segment that its receiver must drop: it has no ACK flag, or acknowledges what was never sent. */
  readonly isDropped: Uint8Array;
  /** 1 if one of the three is 1: the row drives nothing. */
  readonly isInert: Uint8Array;
  /** The first copy of a repeated SYN, SYN,ACK or FIN, as row + 1; 0 = not a copy. */
  readonly copyOf: Uint32Array;
  /** 1 if a SYN,ACK has another ISN than the one before: the server started again. */
  readonly isNewInitial: Uint8Array;
  /** 1 if the sequence number shows that the sender has sent its FIN, whose first copy was not captured. */
  readonly impliesFin: Uint8Array;
  /** 1 if the sender has just sent something that the capture does not hold, perhaps a FIN. */
  readonly followsUnseen: Uint8Array;
  /**
   * Rows in the order in which they were sent, as far as it is known, with skipped rows. An index of this column is a
   * turn.
   */
  readonly turns: Uint32Array;
  /** The position at which a row counts as sent: its own, or that of the row it was sent before. */
  readonly place: Uint32Array;
  /** Whether the end sent a SYN without ACK. */
  readonly sentSyn: readonly [boolean, boolean];
  /** Shift of each end's windows after the handshake; null if no SYN shows it. */
  readonly windowScale: readonly [number | null, number | null];
}

interface ExchangeOptions {
  readonly memory?: RowMemory;
  /** Whether the rows are known to stand in the order of sending. */
  readonly isInOrder?: boolean;
}

/** Prepares the segments of one connection. @param clientDirection as in `Connection` */
export function prepareExchange(
  columns: SegmentColumns,
  clientDirection: 0 | 1,
  isSelfConnect: boolean,
  { memory = LASTING_MEMORY, isInOrder = false }: ExchangeOptions = {},
): Exchange {
  const length = columns.length;
  const sender = memory.uint8(length);
  const receiver = memory.uint8(length);
  for (let row = 0; row < length; row++) {
    const fromClient = isSelfConnect || (columns.flow[row] & 1) === clientDirection;
    sender[row] = fromClient ? 0 : 1;
    receiver[row] = isSelfConnect ? 0 : fromClient ? 1 : 0;
  }
  const numbers = new NumberSpaces({ columns, sender, receiver, memory });
  const isCapturedTwice = findCapturedTwice(columns, memory);
  for (let row = 0; row < length; row++) if (isCapturedTwice[row] === 0) numbers.take(row);
  const { start, end, ack, isStray, copyOf, isNewInitial } = numbers;
  const flags = memory.uint16(length);
  const isInert = memory.uint8(length);
  for (let row = 0; row < length; row++) {
    flags[row] = columns.flags[row];
    isInert[row] = isCapturedTwice[row] | isStray[row];
  }
  const numbered = { columns, memory, sender, receiver, start, end, ack, copyOf, flags, isInert };
  const isDropped = findDropped(numbered);
  for (let row = 0; row < length; row++) isInert[row] |= isDropped[row];
  const { turns, place } = isInOrder ? orderOfCapture(length, memory) : orderOfSending(numbered);
  const sentSyn = [numbers.hasSyn(0), numbers.hasSyn(1)] as const;
  const windowScale = windowScales({ columns, sender, isInert, isSelfConnect });
  return {
    columns,
    memory,
    length,
    isSelfConnect,
    sender,
    receiver,
    start,
    end,
    ack,
    flags,
    isCapturedTwice,
    isStray,
    isDropped,
    isInert,
    copyOf,
    isNewInitial,
    impliesFin: numbers.impliesFin,
    followsUnseen: numbers.followsUnseen,
    turns,
    place,
    sentSyn,
    windowScale,
  };
}
