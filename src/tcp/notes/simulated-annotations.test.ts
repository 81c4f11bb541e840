import { expect, test } from "vitest";
import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import { advance, distance } from "../../segments/sequence-number.ts";
import { exchangesToTry } from "../../testing/exchanges-to-try.ts";
import { exchangeOf, type LabExchange, type LabSegment } from "../../testing/lab-exchange.ts";
import { analyseTable } from "../analyse-table.ts";
import type { ConnectionAnalysis } from "../analysis.ts";
import { type AnnotationKind, RETRANSMISSIONS } from "../annotation.ts";

const EXCHANGES = exchangesToTry(400);
const FIRST_SEED = Number(process.env["SYNFIN_SEED"] ?? 1);

/** The host sent these numbers before. Out-of-order is the name of a repetition that comes within a round trip. */
const REPEATED: ReadonlySet<AnnotationKind> = new Set([...RETRANSMISSIONS, "out-of-order"]);

function sequenceEnd({ flags, sequence, octets }: LabSegment): number {
  return advance(sequence, octets + ((flags & SYN) === 0 ? 0 : 1) + ((flags & FIN) === 0 ? 0 : 1));
}

/** The positions of the capturing host's own segments that begin with numbers it had sent before. */
function trulyRepeated({ rows, capturedAt }: LabExchange): Set<number> {
  const repeated = new Set<number>();
  const seen = new Set<string>();
  let next: number | null = null;
  for (const [index, row] of rows.entries()) {
    if (row.from !== capturedAt || (row.flags & RST) !== 0) continue;
    const end = sequenceEnd(row);
    if (end === row.sequence) continue;
    // The SYN,ACK of a simultaneous open repeats a number, but is another segment (RFC 9293 figure 7).
    const key = `${row.flags & (SYN | ACK)} ${row.sequence}`;
    const isSyn = (row.flags & SYN) !== 0;
    if (isSyn ? seen.has(key) : next !== null && distance(row.sequence, next) > 0) repeated.add(index + 1);
    seen.add(key);
    if (next === null || distance(next, end) > 0) next = end;
  }
  return repeated;
}

/** What is said of the host at whose side it was captured, where the truth is known to the last segment. */
function falseClaims(exchange: LabExchange): string[] {
  const analyses = analyseTable(exchange.table);
  const [analysis] = analyses;
  // A SYN that repeats its number after a RST is an attempt of its own (docs/state-machine.md N3).
  if (analysis === undefined || analyses.length > 1) return [];
  const isOwn = (position: number): boolean => exchange.rows[position - 1]?.from === exchange.capturedAt;
  const truth = trulyRepeated(exchange);
  const claimed = new Set(
    analysis.annotations
      .filter(({ kind, position }) => REPEATED.has(kind) && isOwn(position))
      .map(({ position }) => position),
  );
  const wrong: string[] = [];
  for (const position of truth) if (!claimed.has(position)) wrong.push(`row ${position} is a repetition`);
  for (const position of claimed) if (!truth.has(position)) wrong.push(`row ${position} is no repetition`);
  for (const { kind, position } of analysis.annotations) {
    if (kind === "gap-before" && isOwn(position)) wrong.push(`row ${position} leaves no gap`);
    if (kind === "captured-twice" && isOwn(position)) wrong.push(`row ${position} was sent once`);
  }
  return [...wrong, ...falseAmounts(exchange, analysis), ...falseOutcome(exchange, analysis)];
}

function falseAmounts(exchange: LabExchange, analysis: ConnectionAnalysis): string[] {
  const side =
    (analysis.connection.client.port === 40000 ? 0 : 1) === exchange.capturedAt ? "client" : "server";
  const own = exchange.rows.filter(({ from, flags }) => from === exchange.capturedAt && (flags & RST) === 0);
  const octets = new Set(
    own.flatMap(({ sequence, octets: length }) => Array.from({ length }, (_, i) => advance(sequence, i))),
  );
  const said = analysis.verdict.payload[side];
  return said === octets.size ? [] : [`the ${side} sent ${octets.size} octets, not ${said}`];
}

/** An outcome that says something happened is right only if it did. */
function falseOutcome(
  { trace: { segments: sent }, ends }: LabExchange,
  { verdict }: ConnectionAnalysis,
): string[] {
  const { outcome } = verdict;
  const finSent = [0, 1].map((host) => sent.some(({ from, flags }) => from === host && (flags & FIN) !== 0));
  const wasEstablished = ends.map(([first]) =>
    first?.moves.some(({ to, via }) => to === "ESTABLISHED" || via === "ESTABLISHED"),
  );
  if (outcome === "complete" && !finSent.every(Boolean)) return ["complete without two FINs"];
  if (outcome === "refused" && wasEstablished.some(Boolean)) return ["refused after it was established"];
  if (outcome === "no-answer" && wasEstablished.every(Boolean)) return ["no answer after it was established"];
  if (outcome.startsWith("reset-by") && !sent.some(({ flags }) => (flags & RST) !== 0))
    return ["reset without RST"];
  return [];
}

test(
  `${EXCHANGES} random exchanges: what is said of repetitions, octets and outcomes is so`,
  { timeout: 600_000 },
  () => {
    const failures: string[] = [];
    for (let seed = FIRST_SEED; seed < FIRST_SEED + EXCHANGES; seed++) {
      const exchange = exchangeOf(seed);
      const wrong = falseClaims(exchange);
      if (wrong.length > 0) failures.push(`seed ${seed}: ${wrong.join("; ")}`);
    }
    expect(failures).toEqual([]);
  },
);
