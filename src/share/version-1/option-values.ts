import type { SequenceNumber } from "../../segments/sequence-number.ts";
import { USUAL_MSS } from "./format.ts";
import type { OptionLayout } from "./option-layouts.ts";
import { SenderClock } from "./sender-clock.ts";
import type { StartingNumbers } from "./starting-numbers.ts";

/** The segment that option values belong to: what they are predicted from. */
export interface OptionPlace {
  readonly layout: OptionLayout;
  readonly end: 0 | 1;
  /** Nanoseconds from the first time; NaN if there is none. */
  readonly time: number;
  readonly ack: SequenceNumber;
}

/** A SACK block as [left edge, right edge). */
export type SackBlock = readonly [left: SequenceNumber, right: SequenceNumber];

/** What writer and reader remember of the option values of both ends. */
export class OptionValues {
  readonly clocks: readonly [SenderClock, SenderClock];
  /** The last maximum segment size of each end. */
  private readonly mss: [number | null, number | null] = [null, null];
  /** The blocks of each end's last SACK option. */
  private readonly blocks: [readonly SackBlock[], readonly SackBlock[]] = [[], []];

  constructor({ clock: [client, server] }: StartingNumbers) {
    this.clocks = [
      new SenderClock(client?.rate ?? 0, client?.first ?? 0),
      new SenderClock(server?.rate ?? 0, server?.first ?? 0),
    ];
  }

  expectedMss(end: 0 | 1): number {
    return this.mss[end] ?? this.mss[end === 0 ? 1 : 0] ?? USUAL_MSS;
  }

  takeMss(end: 0 | 1, mss: number): void {
    this.mss[end] = mss;
  }

  /**
   * The prediction for the edges of a block: the same block of the sender's SACK before, or its acknowledgment
   * number.
   */
  expectedBlock(end: 0 | 1, index: number, ack: SequenceNumber): SackBlock {
    return this.blocks[end][index] ?? [ack, ack];
  }

  takeBlocks(end: 0 | 1, blocks: readonly SackBlock[]): void {
    this.blocks[end] = blocks;
  }
}
