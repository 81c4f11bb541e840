import { expect, test } from "vitest";
import { FIN } from "../segments/flags.ts";
import { exchangesToTry } from "../testing/exchanges-to-try.ts";
import type { SimulatedHost } from "../testing/simulated-host.ts";
import type { TrueMove } from "../testing/simulated-surroundings.ts";
import { type SimulatedExchange, simulateExchange } from "../testing/simulated-wire.ts";
import { analyseConnection } from "./analyse-connection.ts";
import { type ConnectionAnalysis, FATES, type Move } from "./analysis.ts";
import { ConnectionGrouping } from "./connections/group-connections.ts";
import type { Basis, TcpState } from "./state.ts";
import { endStatesAt } from "./states.ts";

const EXCHANGES = exchangesToTry(1000);
const FIRST_SEED = Number(process.env["SYNFIN_SEED"] ?? 1);

/** Bases that claim to know; `assumed`, `gap`, `timer` and `predicted` say that they do not. */
const KNOWN: ReadonlySet<Basis> = new Set<Basis>(["start", "sent", "proved"]);

/** Seconds within which a host has acted on a segment that its capture holds. */
const REACTION = 100e-6;

interface Step {
  readonly at: number;
  readonly to: TcpState;
}

/** One connection of the simulation, with the rows that the analysis counts to it. */
interface Truth extends SimulatedExchange {
  readonly hosts: readonly [SimulatedHost, SimulatedHost];
}

/** Every claim of the analysis that did not happen in the simulation, in words. */
function falseClaims(exchange: SimulatedExchange): string[] {
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
  { clients, servers }: SimulatedExchange,
  { connection, initialSequenceNumber: { client, server } }: ConnectionAnalysis,
): readonly [SimulatedHost, SimulatedHost] | null {
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

function falseReceipts(exchange: SimulatedExchange, { provedBy, fate }: ConnectionAnalysis): string[] {
  const wrong: string[] = [];
  for (const [index, segment] of exchange.rows.entries()) {
    const proof = provedBy[index] ?? 0;
    if (proof === 0 || FATES[fate[index] ?? 0] !== "delivered") continue;
    const provedAt = exchange.rows[proof - 1]?.sentAt ?? 0;
    // Which of several copies came cannot always be told; that one of them came can.
    const copies = exchange.rows.filter((other) => other.from === segment.from && other.seq === segment.seq);
    const came = copies.some(({ id }) => exchange.arrivals.get(id)?.some((at) => at <= provedAt));
    if (!came) wrong.push(`row ${index + 1} had not arrived when row ${proof} was sent`);
  }
  return wrong;
}

/** Every known move of the analysis must be among the true ones, in the same order, and before what proves it. */
function falseMoves(exchange: Truth, analysis: ConnectionAnalysis, host: 0 | 1): string[] {
  const side = clientOf(analysis) === host ? "client" : "server";
  const truth = exchange.hosts[host].moves;
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
function hidesOrderOfClosing({ capturedAt, rows, sent, arrivals }: SimulatedExchange, host: 0 | 1): boolean {
  if (host === capturedAt) return false;
  const ownFin = sent.find(({ from, flags }) => from === host && (flags & FIN) !== 0);
  if (ownFin !== undefined && !rows.some(({ id }) => id === ownFin.id)) return true;
  const came = rows.filter(({ from }) => from !== host).map(({ id }) => arrivals.get(id)?.[0] ?? Number.NaN);
  return came.some((at, index) => came.slice(0, index).some((before) => before > at));
}

/** The states a move leads through, and when it must have happened at the latest. */
function stepsOf(move: Move, { rows, times }: SimulatedExchange): Step[] {
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
    if (move.at >= from || move.isSilent) possible.add(before);
    if (move.at > until) return possible;
    if (!move.isSilent && move.at < from) possible.clear();
    before = move.to;
  }
  return possible.add(before);
}

function describe(exchange: SimulatedExchange): string {
  return exchange.rows
    .map(({ from, flags, seq, ack, length, id }, index) => {
      const came = exchange.arrivals.get(id)?.map((at) => at.toFixed(4)) ?? ["lost"];
      const time = (exchange.times[index] ?? 0).toFixed(4);
      return `${index + 1} ${time} ${from === 0 ? "c" : "s"} ${flags.toString(16)} ${seq} ${ack} +${length} -> ${came.join(" ")}`;
    })
    .join("\n");
}

/** The first exchange of which something false is claimed, told in full; empty if there is none. */
function firstFailure(count: number, isTimed: boolean): string {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + count; seed++) {
    const exchange = simulateExchange(seed, true, isTimed);
    const wrong = falseClaims(exchange);
    if (wrong.length > 0) return report(seed, exchange, wrong);
  }
  return "";
}

const PATIENCE = { timeout: 600_000 };

test(`${EXCHANGES} random exchanges: what the analysis calls proved is what happened`, PATIENCE, () => {
  expect(firstFailure(EXCHANGES, true)).toBe("");
});

test(`${EXCHANGES} random exchanges without times, as in a text: the same holds`, PATIENCE, () => {
  expect(firstFailure(EXCHANGES, false)).toBe("");
});

function report(seed: number, exchange: SimulatedExchange, wrong: readonly string[]): string {
  const where = exchange.capturedAt === 0 ? "client" : "server";
  const truth = exchange.clients
    .concat(exchange.servers)
    .map(({ moves }) =>
      moves.map(({ at, to, isSilent }) => `${at.toFixed(4)} ${to}${isSilent ? " (silent)" : ""}`).join(", "),
    );
  return [`seed ${seed}, captured at the ${where}`, ...wrong, describe(exchange), ...truth].join("\n");
}
