import fc from "fast-check";
import { expect, test } from "vitest";
import { FIN } from "../segments/flags.ts";
import { anyScript } from "../testing/any-script.ts";
import { exchangesToTry } from "../testing/exchanges-to-try.ts";
import {
  captured,
  describeExchange,
  type LabExchange,
  type TrueEnd,
  type TrueMove,
} from "../testing/lab-exchange.ts";
import { analyseConnection } from "./analyse-connection.ts";
import { type ConnectionAnalysis, FATES, type Move } from "./analysis.ts";
import { ConnectionGrouping } from "./connections/group-connections.ts";
import { type Basis, isSynchronized, type TcpState } from "./state.ts";
import { endStatesAt } from "./states.ts";

const EXCHANGES = exchangesToTry(1000);
const FIRST_SEED = Number(process.env["SYNFIN_SEED"] ?? 1);

/** Bases that claim to know; `assumed`, `gap`, `timer` and `predicted` say that they do not. */
const KNOWN: ReadonlySet<Basis> = new Set<Basis>(["start", "sent", "proved"]);

/** Nanoseconds within which a host has acted on a segment that its capture holds. */
const REACTION = 100e3;

interface Step {
  readonly at: number;
  readonly to: TcpState;
}

/** One connection of the run, with the rows that the analysis counts to it. */
interface Truth extends LabExchange {
  readonly hosts: readonly [TrueEnd, TrueEnd];
}

/** Every claim of the analysis that did not happen in the run, in words. */
function falseClaims(exchange: LabExchange): string[] {
  const grouping = new ConnectionGrouping(exchange.table);
  grouping.finish();
  return grouping.connections.flatMap(({ id, rows, why }) => {
    if (why === "mid-stream" || why === "syn-not-captured") return [`a new connection, ${why}`];
    const analysis = analyseConnection(exchange.table, grouping.connections, id);
    const hosts = hostsOf(exchange, analysis);
    if (hosts === null) return [];
    const own = { ...exchange, hosts, rows: pick(exchange.rows, rows), times: pick(exchange.times, rows) };
    const receipts = falseReceipts(own, analysis);
    const moves = falseMoves(own, analysis, 0).concat(falseMoves(own, analysis, 1));
    return receipts.concat(moves, falseStates(own, analysis));
  });
}

/** The hosts that the connection is between, told by their initial sequence numbers; null if it shows none. */
function hostsOf(
  { ends: [clients, servers] }: LabExchange,
  { connection, initialSequenceNumber: { client, server } }: ConnectionAnalysis,
): readonly [TrueEnd, TrueEnd] | null {
  const [left, right] = connection.client.port === 40000 ? [client, server] : [server, client];
  const one = clients.find(({ isn }) => isn === left) ?? (clients.length === 1 ? clients[0] : undefined);
  const index = one === undefined ? -1 : clients.indexOf(one);
  const other = servers.find(({ isn }) => isn === right) ?? servers[Math.min(index, servers.length - 1)];
  return one === undefined || other === undefined ? null : [one, other];
}

function pick<T>(list: readonly T[], rows: Uint32Array): T[] {
  return [...rows].flatMap((row) => list.slice(row, row + 1));
}

/** The host that the analysis calls client. */
function clientOf({ connection }: ConnectionAnalysis): 0 | 1 {
  return connection.client.port === 40000 ? 0 : 1;
}

function falseReceipts(exchange: LabExchange, { provedBy, fate }: ConnectionAnalysis): string[] {
  const wrong: string[] = [];
  for (const [index, segment] of exchange.rows.entries()) {
    const proof = provedBy[index] ?? 0;
    if (proof === 0 || FATES[fate[index] ?? 0] !== "delivered") continue;
    const provedAt = exchange.rows[proof - 1]?.sentAt ?? 0;
    // Which of several copies came cannot always be told; that one of them came can.
    const copies = exchange.rows.filter(
      ({ from, sequence }) => from === segment.from && sequence === segment.sequence,
    );
    const came = copies.some(({ arrivals }) =>
      arrivals.some(({ processed }) => processed !== null && processed.at <= provedAt),
    );
    if (!came) wrong.push(`row ${index + 1} had not arrived when row ${proof} was sent`);
  }
  return wrong;
}

/** Every known move of the analysis must be among the true ones, in the same order, and before what proves it. */
function falseMoves(exchange: Truth, analysis: ConnectionAnalysis, host: 0 | 1): string[] {
  const side = clientOf(analysis) === host ? "client" : "server";
  const truth = exchange.hosts[host].moves.flatMap(({ at, via, to }) =>
    [via, to].flatMap((state) => (state === null ? [] : [{ at, to: state }])),
  );
  const closing = hidesOrderOfClosing(exchange, host);
  const claims = [...analysis.moves, ...analysis.epilogue].filter(
    (move) =>
      move.side === side &&
      KNOWN.has(move.basis) &&
      move.from !== move.to &&
      !(closing && CLOSING_ARROWS.has(move.arrow)),
  );
  const wrong: string[] = [];
  let next = 0;
  for (const claim of claims) {
    for (const step of stepsOf(claim, exchange)) {
      const found = truth.findIndex(
        (move, index) => index >= next && move.to === step.to && move.at <= step.at,
      );
      if (found < 0)
        wrong.push(`${claim.arrow} at row ${claim.position}: ${side} never became ${step.to} there`);
      else next = found + 1;
    }
  }
  return wrong;
}

/** Arrows that say whose FIN came first. */
const CLOSING_ARROWS: ReadonlySet<string> = new Set([
  "T18",
  "T19",
  "T20",
  "T21",
  "T22",
  "T23",
  "T25",
  "T26",
  "T27",
]);

/**
 * What no capture at the other end can show: the first copy of this host's FIN was lost before it got there, so the
 * later copy, which acknowledges the peer's FIN, looks like the first; or two segments in flight changed places.
 */
function hidesOrderOfClosing({ capturedAt, rows, trace, hosts }: Truth, host: 0 | 1): boolean {
  if (holdsFinBack(hosts[host])) return true;
  if (host === capturedAt) return false;
  const ownFin = trace.segments.find(({ from, flags }) => from === host && (flags & FIN) !== 0);
  if (ownFin !== undefined && !rows.some(({ id }) => id === ownFin.id)) return true;
  const came = rows
    .filter(({ from }) => from !== host)
    .map(({ arrivals }) => arrivals[0]?.processed?.at ?? Number.NaN);
  return came.some((at, index) => came.slice(0, index).some((before) => before > at));
}

/** A FIN that waits behind data: what the wire shows is the order in which the FINs left and came. */
function holdsFinBack({ moves }: TrueEnd): boolean {
  return moves.some(({ at, shownAt }) => shownAt > at);
}

/** The states a move leads through, and when it must have happened at the latest. */
function stepsOf(move: Move, { rows, times }: LabExchange): Step[] {
  // The SYN of the next connection shows it, which is none of these rows.
  const isSucceeded = move.arrow === "T37" || move.arrow === "T30" || move.arrow === "T10";
  if (isSucceeded) return move.to === null ? [] : [{ at: Number.POSITIVE_INFINITY, to: move.to }];
  const proof = move.provedBy === null ? undefined : rows[move.provedBy - 1]?.sentAt;
  const at = proof ?? (move.basis === "sent" ? (times[move.position - 1] ?? 0) : Number.POSITIVE_INFINITY);
  const to = move.to === null ? [] : [{ at, to: move.to }];
  // FIN and its acknowledgment may also come apart: then CLOSING lies between, which RFC 9293 figure 5 draws as well.
  return move.via === null || move.arrow === "T22" ? to : [{ at, to: move.via }].concat(to);
}

/** At the host where it was captured, the state after each row is known to the microsecond. */
function falseStates(exchange: Truth, analysis: ConnectionAnalysis): string[] {
  const host = exchange.capturedAt;
  const side = clientOf(analysis) === host ? "client" : "server";
  const { moves } = exchange.hosts[host];
  const wrong: string[] = [];
  for (let position = 1; position <= exchange.rows.length; position++) {
    const claim = endStatesAt(analysis, position)[side];
    if (claim.state === null || !KNOWN.has(claim.basis)) continue;
    if (isClosing(claim.state) && holdsFinBack(exchange.hosts[host])) continue;
    const from = exchange.times[position - 1] ?? 0;
    const nextRow = exchange.times[position] ?? Number.POSITIVE_INFINITY;
    const until = Math.max(nextRow, from + REACTION);
    const possible = statesBetween(moves, from, until, exchange.hosts[host].initial);
    if (!possible.has(claim.state)) {
      wrong.push(`after row ${position} the ${side} was ${[...possible].join("/")}, not ${claim.state}`);
    }
  }
  return wrong;
}

function isClosing(state: TcpState): boolean {
  return isSynchronized(state) && state !== "ESTABLISHED";
}

/** What a timer ends in silence cannot be seen: the state before stays possible. */
function statesBetween(
  moves: readonly TrueMove[],
  from: number,
  until: number,
  initial: TcpState,
): ReadonlySet<TcpState> {
  const possible = new Set<TcpState>();
  let before: TcpState = initial;
  for (const move of moves) {
    if (move.shownAt >= from || move.isSilent) possible.add(before);
    if (move.at > until) return possible;
    if (!move.isSilent && move.shownAt < from) possible.clear();
    if (move.via !== null) possible.add(move.via);
    before = move.to;
  }
  return possible.add(before);
}

const PATIENCE = { timeout: 600_000 };

/** The first script of which something false is claimed, told in full; with SYNFIN_SHRINK the smallest. Or nothing. */
function firstFailure(isTimed: boolean): string {
  const { errorInstance } = fc.check(
    fc.property(
      anyScript({ reopens: true, fails: true }),
      fc.constantFrom<0 | 1>(0, 1),
      (script, capturedAt) => {
        const exchange = captured(script, capturedAt, isTimed);
        const wrong = falseClaims(exchange);
        if (wrong.length > 0) throw new Error([...wrong, describeExchange(exchange)].join("\n"));
      },
    ),
    { numRuns: EXCHANGES, seed: FIRST_SEED, endOnFailure: process.env["SYNFIN_SHRINK"] === undefined },
  );
  return errorInstance instanceof Error ? errorInstance.message : "";
}

test(`${EXCHANGES} random exchanges: what the analysis calls proved is what happened`, PATIENCE, () => {
  expect(firstFailure(true)).toBe("");
});

test(`${EXCHANGES} random exchanges without times, as in a text: the same holds`, PATIENCE, () => {
  expect(firstFailure(false)).toBe("");
});
