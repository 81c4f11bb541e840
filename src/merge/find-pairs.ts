import type { Steps } from "../base/turns.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import type { Connection } from "../tcp/connection.ts";
import { rewrittenConnections, sharedFlows, type Undecided } from "./find-strands.ts";
import type { SidedStrand } from "./order-rows.ts";
import { type BegunStrand, type PairedStrand, SegmentPairer } from "./pair-segments.ts";
import { Match, type Pairing } from "./pairing.ts";
import { sideOf } from "./sending-side.ts";
import { type Both, type OneCapture, otherOf, type Strand, type Witness } from "./strand.ts";

/** What both captures hold. */
export interface SharedRows {
  readonly strands: readonly SidedStrand[];
  readonly pairing: Pairing;
  readonly undecided: readonly Undecided[];
}

/** Finds the rows of both captures that are the same segments: the first part of merging, and all that an offer needs. */
export function* findPairs(captures: Both<OneCapture>, tables: Both<SegmentTable>): Steps<SharedRows> {
  const sides = new SidesOfAddresses(tables[0]);
  const direct = sharedFlows(tables);
  const pairer = new SegmentPairer(tables, direct);
  const found = yield* pairAll(pairer, direct, sides);
  const { pairing } = pairer;
  const rest = ([0, 1] as const).map((witness) => unpaired(captures[witness], pairing, witness));
  const { strands, undecided } = rewrittenConnections(captures, [rest[0], rest[1]]);
  const more = yield* pairAll(new SegmentPairer(tables, strands, pairing), strands, sides);
  const sided: SidedStrand[] = [];
  for (const { strand, side } of [...found, ...more])
    sided.push({ ...strand, side: side ?? sides.of(strand) ?? clientsSide(tables[0], strand) });
  return { strands: sided, pairing, undecided };
}

/** Pairs the rows of each strand; those that share none are left out. */
function* pairAll(
  pairer: SegmentPairer,
  strands: readonly Strand[],
  sides: SidesOfAddresses,
): Steps<PairedStrand[]> {
  const found: PairedStrand[] = [];
  const open: BegunStrand[] = [];
  const finish = function* (begun: BegunStrand): Steps<void> {
    const paired = yield* pairer.pairRest(begun);
    if (hasPair(pairer.pairing, begun.strand)) found.push(paired);
  };
  for (const strand of strands) {
    const begun = yield* pairer.pairDistinct(strand);
    if (begun.side === null) open.push(begun);
    else {
      sides.note(strand, begun.side);
      yield* finish(begun);
    }
    yield;
  }
  for (const begun of open) {
    yield* finish({ ...begun, side: sides.of(begun.strand) });
    yield;
  }
  return found;
}

/** At which side an address stands, as the strands tell whose times do: it is the same in all connections. */
class SidesOfAddresses {
  private readonly first: SegmentTable;
  /** Above 0 where the first capture is nearer. */
  private readonly votes = new Map<string, number>();

  constructor(first: SegmentTable) {
    this.first = first;
  }

  note(strand: Strand, side: Witness): void {
    const [a, b] = this.endsOf(strand);
    this.vote(a, side);
    this.vote(b, otherOf(side));
  }

  of(strand: Strand): Witness | null {
    const [a, b] = this.endsOf(strand);
    return sideOf((this.votes.get(a) ?? 0) - (this.votes.get(b) ?? 0));
  }

  private endsOf({ rows }: Strand): Both<string> {
    const { flow, flows } = this.first;
    const pair = flow[rows[0][0]] >>> 1;
    return [flows.a(pair).address, flows.b(pair).address];
  }

  private vote(address: string, side: Witness): void {
    this.votes.set(address, (this.votes.get(address) ?? 0) + (side === 0 ? 1 : -1));
  }
}

/** Where nothing tells: the first capture counts as the client's, who is the sender of the first segment. */
function clientsSide({ flow }: SegmentTable, { rows }: Strand): Witness {
  return (flow[rows[0][0]] & 1) === 0 ? 0 : 1;
}

function hasPair(pairing: Pairing, { rows }: Strand): boolean {
  return rows[0].some((row) => isPaired(pairing, row));
}

/** Whether a row of the first capture has a partner. */
export function isPaired({ matches }: Pairing, row: number): boolean {
  const match = matches[0][row];
  return match === Match.Exact || match === Match.Cut;
}

/** The connections of which no segment is paired. */
function unpaired({ connections }: OneCapture, { matches }: Pairing, witness: Witness): Connection[] {
  const left: Connection[] = [];
  for (let id = 0; id < connections.length; id++) {
    const connection = connections.at(id);
    if (connection === undefined || connection.isSelfConnect) continue;
    if (connection.rows.every((row) => matches[witness][row] === Match.None)) left.push(connection);
  }
  return left;
}
