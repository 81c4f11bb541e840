import type { Steps } from "../base/turns.ts";
import { ACK, RST } from "../segments/flags.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import type { Connection } from "../tcp/connection.ts";
import { sharedFlows } from "./find-strands.ts";
import type { SidedStrand } from "./order-rows.ts";
import { type BegunStrand, type PairedStrand, SegmentPairer } from "./pair-segments.ts";
import { Match, type Pairing } from "./pairing.ts";
import { rewrittenConnections, type Undecided } from "./rewritten-connections.ts";
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
  const shared = sharedFlows(tables);
  const pairer = new SegmentPairer(tables, shared);
  const found = yield* pairAll(pairer, shared, sides);
  const { pairing } = pairer;
  const rest = ([0, 1] as const).map((witness) => unsettled(captures[witness], pairing, witness));
  const { strands: all, undecided: open } = rewrittenConnections(captures, [rest[0], rest[1]]);
  const undecided = open.filter(({ connection }) => hasNoPair(captures[0], connection, pairing));
  const strands = all.filter(
    ({ shift, rows }) => shift[0] !== 0 || shift[1] !== 0 || areFree(pairing, rows[0]),
  );
  const direct = withoutRewritten(found, strands, tables, { pairing, rest: [rest[0], rest[1]] });
  const more = yield* pairAll(new SegmentPairer(tables, strands, pairing), strands, sides);
  const sided: SidedStrand[] = [];
  for (const { strand, side, isTold } of [...direct, ...more]) {
    const told = isTold ? side : sides.of(strand);
    sided.push({ ...strand, side: told ?? side ?? clientsSide(tables[0], strand), isGuess: told === null });
  }
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
  /** Not counted yet: most captures never ask. */
  private readonly noted: (readonly [strand: Strand, side: Witness])[] = [];
  /** Above 0 where the first capture is nearer. */
  private readonly votes = new Map<string, number>();

  constructor(first: SegmentTable) {
    this.first = first;
  }

  note(strand: Strand, side: Witness): void {
    this.noted.push([strand, side]);
  }

  of(strand: Strand): Witness | null {
    for (const [told, side] of this.noted.splice(0)) {
      const [a, b] = this.endsOf(told);
      this.vote(a, side);
      this.vote(b, otherOf(side));
    }
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

/** Whether the second capture holds a row of the first one, or one of several that equal it. */
export function isPaired({ matches }: Pairing, row: number): boolean {
  return matches[0][row] !== Match.None && matches[0][row] !== Match.Twice;
}

/**
 * The connections of which no segment that acknowledges anything is paired. The SYN of one whose other end's numbers were
 * renewed has a partner all the same, and so has a RST without ACK.
 */
function unsettled({ table, connections }: OneCapture, { matches }: Pairing, witness: Witness): Connection[] {
  const left: Connection[] = [];
  for (let id = 0; id < connections.length; id++) {
    const connection = connections.at(id);
    if (connection === undefined || connection.isSelfConnect) continue;
    const { rows } = connection;
    const isOpen = (row: number): boolean =>
      matches[witness][row] === Match.None || matches[witness][row] === Match.Twice;
    const acknowledges = (row: number): boolean => (table.flags[row] & ACK) !== 0;
    const isPairless = rows.every(isOpen);
    const hasOpenAnswers = rows.some(acknowledges) && rows.every((row) => !acknowledges(row) || isOpen(row));
    if (isPairless || hasOpenAnswers) left.push(connection);
  }
  return left;
}

function hasNoPair({ connections }: OneCapture, id: number, pairing: Pairing): boolean {
  return areFree(pairing, connections.at(id)?.rows ?? []);
}

function areFree(pairing: Pairing, rows: ArrayLike<number>): boolean {
  return Array.from(rows).every((row) => !isPaired(pairing, row));
}

/**
 * The strands without the rows of rewritten connections, and without connections of which a RST is the only pair: one
 * without ACK agrees by chance where the other end's numbers were renewed, and is no evidence.
 */
function withoutRewritten(
  found: readonly PairedStrand[],
  rewritten: readonly Strand[],
  tables: Both<SegmentTable>,
  { pairing, rest }: { readonly pairing: Pairing; readonly rest: Both<readonly Connection[]> },
): readonly PairedStrand[] {
  const moved: Both<Set<number>> = [new Set(), new Set()];
  for (const witness of [0, 1] as const) {
    const isNoEvidence = (row: number): boolean =>
      (tables[witness].flags[row] & RST) !== 0 || pairing.matches[witness][row] === Match.None;
    const isResetOnly = ({ rows }: { readonly rows: Uint32Array }): boolean => rows.every(isNoEvidence);
    for (const { rows } of rest[witness].filter(isResetOnly)) for (const row of rows) moved[witness].add(row);
    for (const { rows } of rewritten) for (const row of rows[witness]) moved[witness].add(row);
  }
  if (moved[0].size === 0 || moved[1].size === 0) return found;
  pairing.release(moved);
  const left = (rows: Uint32Array, witness: Witness): Uint32Array =>
    rows.some((row) => moved[witness].has(row)) ? rows.filter((row) => !moved[witness].has(row)) : rows;
  const ofRest = ({ rows }: Strand): Both<Uint32Array> => [left(rows[0], 0), left(rows[1], 1)];
  return found
    .map((paired) => ({ ...paired, strand: { ...paired.strand, rows: ofRest(paired.strand) } }))
    .filter(({ strand }) => hasPair(pairing, strand));
}
