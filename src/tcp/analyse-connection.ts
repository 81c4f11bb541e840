import { present } from "../base/assert.ts";
import { LASTING_MEMORY, type RowMemory } from "../segments/row-memory.ts";
import type { SegmentColumns, SegmentTable } from "../segments/segment-table.ts";
import { sliceColumns } from "../segments/slice-columns.ts";
import { type WitnessedRows, witnessedSlice } from "../segments/witnessed-rows.ts";
import { type ConnectionAnalysis, type EndState, FATES, type SteppedConnection } from "./analysis.ts";
import { type ConnectionsById, plainConnection } from "./connection.ts";
import { findSuccession, findPrecedence } from "./connections/succession.ts";
import { judgeDelivery } from "./delivery/delivery.ts";
import { noteRejectedAnswers } from "./delivery/note-rejected-answers.ts";
import { type Exchange, prepareExchange } from "./exchange/exchange.ts";
import { numberBases } from "./exchange/number-bases.ts";
import { epilogueOf } from "./machine/epilogue.ts";
import {
  findAmbiguousClose,
  type InitialStates,
  initialStates,
  rejectsAnswer,
} from "./machine/initial-states.ts";
import { findQuotedErrors, findUnreachable } from "./machine/quoted-errors.ts";
import { stepThrough } from "./machine/step.ts";
import { annotateConnection } from "./notes/annotate.ts";
import { classifyResets } from "./resets/classify-resets.ts";
import { seeDelivery } from "./seen/see-delivery.ts";
import { judgeVerdict } from "./verdict/judge-verdict.ts";

/**
 * Everything the core says of one connection, as plain data. Costs time linear in the connection's segments. Of a table
 * that was made of two captures, what they show is observed.
 * @param connections all of the table, as `ConnectionGrouping` gives them once it has finished
 * @param id index into `connections`; throws if there is none
 */
export function analyseConnection(
  table: SegmentTable,
  connections: ConnectionsById,
  id: number,
  options: StepOptions = {},
): ConnectionAnalysis {
  const stepped = stepConnection(table, connections, id, options);
  const { witnessed } = options;
  return judged(stepped, witnessed ? { ...stepped, segments: asClientSaw(stepped, witnessed) } : stepped);
}

/** @param timed the same, with the times by which durations are measured */
function judged(stepped: SteppedConnection, timed: SteppedConnection): ConnectionAnalysis {
  const annotations = annotateConnection(stepped);
  return { ...stepped, annotations, verdict: judgeVerdict(timed, annotations) };
}

/**
 * The segments with the times of one host: durations between the clocks of two hosts are known only within the offset
 * that is possible. The client's, because that is where a connection is opened and waited for.
 */
function asClientSaw(
  { segments, fromClient, connection }: SteppedConnection,
  { arrivalTime }: WitnessedRows,
): SegmentColumns {
  const time = segments.time.slice();
  for (const [index, row] of connection.rows.entries())
    if (fromClient[index] === 0 && !Number.isNaN(arrivalTime[row])) time[index] = arrivalTime[row];
  return { ...segments, time };
}

export interface StepOptions {
  /** The frame from which on no ICMP error was captured yet. */
  readonly before?: number;
  /** If it does not last, the analysis is valid until the next one. */
  readonly memory?: RowMemory;
  /** What captures of both sides show, if the table was made of two. */
  readonly witnessed?: WitnessedRows | null;
}

/**
 * As {@link analyseConnection}, without annotations and verdict: judge the delivery, then step.
 */
export function stepConnection(
  table: SegmentTable,
  connections: ConnectionsById,
  id: number,
  { before = Number.POSITIVE_INFINITY, memory = LASTING_MEMORY, witnessed = null }: StepOptions = {},
): SteppedConnection {
  memory.begin();
  const connection = present(connections.at(id), `connection ${id}`);
  const { rows, clientDirection, isSelfConnect } = connection;
  const segments = sliceColumns(table, rows, memory);
  const exchange = prepareExchange(segments, clientDirection, isSelfConnect, {
    memory,
    isInOrder: witnessed !== null,
  });
  const sent = classifyResets(exchange);
  const { resets, delivery } =
    witnessed === null
      ? { resets: sent, delivery: judgeDelivery(exchange, sent) }
      : seeDelivery(exchange, sent, witnessedSlice(witnessed, rows), clientDirection);
  noteRejectedAnswers(exchange, resets, delivery);
  const succession = findSuccession(table, connections, connection);
  const isOldDuplicate = succession?.opener === 0 && succession.isPrompt && rejectsAnswer(exchange, resets);
  const initial = initialStates(exchange, resets, isOldDuplicate);
  const precedence = findPrecedence(table, connections, connection);
  if (precedence.isChallenged) {
    // What the challenge ACK shows: it came, at once.
    delivery.fate[0] = FATES.indexOf("delivered");
    delivery.arrivesAt[0] = 1;
  }
  const quotedErrors = findQuotedErrors(table, rows, before);
  const unreachable = findUnreachable(quotedErrors, segments, exchange);
  const neighbours = { precedence, succession, isOldDuplicate };
  const context = stepThrough({ exchange, resets, delivery, initial, neighbours, unreachable }, rows);
  const epilogue = epilogueOf(context, { succession, captureEnd: table.lastRecordTime });
  const bases = numberBases(exchange);
  return {
    connection: memory.lasts ? plainConnection(connection) : connection,
    segments,
    fromClient: sentByClient(exchange),
    capturedAt: delivery.vantage < 0 ? null : delivery.vantage === 0 ? "client" : "server",
    fate: delivery.fate,
    arrivesAt: delivery.arrivesAt,
    provedBy: delivery.provedBy,
    contradictedBy: delivery.contradictedBy,
    copyOf: exchange.copyOf,
    rstShape: resets.shape,
    findings: context.findings,
    quotedErrors,
    initialSequenceNumber: { client: bases.initial[0], server: bases.initial[1] },
    relativeBase: { client: bases.relative[0], server: bases.relative[1] },
    numbers: {
      start: exchange.start,
      end: exchange.end,
      ack: exchange.ack,
      origin: { client: bases.origin[0], server: bases.origin[1] },
      windowScale: { client: exchange.windowScale[0], server: exchange.windowScale[1] },
    },
    initial: { client: endState(initial, 0), server: endState(initial, 1) },
    ambiguousClose: findAmbiguousClose(exchange, initial),
    moves: context.machine.moves,
    epilogue,
  };
}

function sentByClient({ sender, length, memory }: Exchange): Uint8Array {
  const fromClient = memory.uint8(length);
  for (let row = 0; row < length; row++) fromClient[row] = 1 - sender[row];
  return fromClient;
}

function endState({ states, bases }: InitialStates, end: 0 | 1): EndState {
  return { state: states[end], basis: bases[end], alternatives: [] };
}
