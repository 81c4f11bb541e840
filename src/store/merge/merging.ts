import type { CaptureSource, ToldWitnesses } from "../opened-capture.ts";
import type { OpeningPart } from "../opened.ts";

/** What other captures have to do with the open one, and what can be made of them. */
export interface OfferedKinship {
  /** `both`: another one holds its connections, too. `same`: another one is the same. `pieces`: all are one, cut. */
  readonly kind: "both" | "same" | "pieces";
  /** What the others are called. */
  readonly names: readonly string[];
  /** Connections that both hold, or that go on from one piece to the next. */
  readonly connections: number;
  /** Opens them as one. */
  readonly source: CaptureSource;
}

/** What two captures show of a connection, and the clock that is drawn. */
export interface ToldMerge {
  readonly connection: number;
  readonly told: ToldWitnesses;
  /** By how much more than the middle the second clock is ahead, as drawn; nanoseconds. */
  readonly shift: number;
}

export interface MergingPart {
  /** null: nothing is offered. */
  readonly kinship: OfferedKinship | null;
  /** null: the connection on screen was captured at one place, or is not asked about yet. */
  readonly told: ToldMerge | null;
  /** The connection about which it was answered last whether two captures show it; null: none. */
  readonly answered: number | null;
}

/** Nothing is merged, nothing offered. */
export const NOT_MERGED: MergingPart = { kinship: null, told: null, answered: null };

/** Opens the open capture and those that belong to it as one; nothing happens where none do. */
export function openKin({ kinship, openAgain }: MergingPart & Pick<OpeningPart, "openAgain">): void {
  if (kinship === null) return;
  const { source } = kinship;
  openAgain({ name: kinship.names.join(", "), source, choice: null }, null);
}
