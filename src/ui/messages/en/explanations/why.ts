import type { Basis, Side } from "../../../../tcp/state.ts";
import { countOctets, ends, oneOf, times } from "../start/wording.ts";
import { calls, wordCall } from "./calls.ts";
import { fates } from "./fates.ts";
import { linuxDifferences } from "./linux-differences.ts";
import { notes } from "./notes.ts";

const bases: Record<Basis, (provedBy: string | null) => string> = {
  start: () => "",
  sent: () => "",
  arrived: () => "Observed: the capture at this end holds the segment.",
  proved: (provedBy) => (provedBy === null ? "" : `Proved by ${provedBy}.`),
  assumed: () => "Assumed: nothing in the capture confirms or denies it.",
  gap: () => "Inferred: what caused it is not in the capture, but a later segment needs it.",
  timer: () => "Inferred: a timer ran out; no segment tells.",
  predicted: () =>
    "Predicted: unless a segment comes first, a timer will run out after the capture has ended.",
};

/** What an acknowledged segment takes of the sequence numbers. */
export interface Taken {
  /** SEG.LEN. */
  readonly length: number;
  readonly payloadLength: number;
  readonly countsSyn: boolean;
  readonly countsFin: boolean;
}

function wordTaken({ payloadLength, countsSyn, countsFin }: Taken): string {
  const flag = countsSyn ? "SYN" : countsFin ? "FIN" : null;
  if (flag === null) return countOctets(payloadLength);
  return payloadLength === 0
    ? `a ${flag} counts one`
    : `${countOctets(payloadLength)} and one for the ${flag}`;
}

const scaled = (shift: number): string => (2 ** shift).toLocaleString("en-US");

/** Explanations of a segment, a sentence a fact. */
export const why = {
  calls,
  call: wordCall,
  bases,
  fates,
  notes,
  linuxDifferences,
  segment: (position: number) => `segment ${position.toLocaleString("en-US")}`,
  causedBy: (segment: string) => `Here ${segment} arrives.`,
  clause: (clause: string) => (clause.startsWith("RFC") ? clause : `RFC 9293 §${clause}`),
  via: (state: string) => `by way of ${state}`,
  alternatives: (end: Side, state: string, others: readonly string[]) =>
    `The capture begins too late to tell whether the ${ends[end]} is in ${oneOf([state, ...others])}.`,
  /** @param doubts each end that is in one of two states */
  either: (doubts: readonly { readonly side: Side; readonly states: readonly string[] }[]) =>
    `The capture holds one direction only, and both stories fit every captured segment: ${doubts
      .map(({ side, states }) => `the ${ends[side]} is in ${oneOf(states)}`)
      .join(", ")}.`,
  comment: (comment: string) => `Comment in the capture: “${comment}”`,
  noMove: "Neither end changes its state.",
  initial: (wire: string) => `Its sequence number ${wire} is the initial one, chosen by the sender.`,
  initialNotTold: (shown: string) =>
    `Its sequence number is the initial one, chosen by the sender; the text shows it as ${shown} and does not tell it.`,
  derived: (number: string) =>
    `The text does not print its sequence number; ${number} follows from what came before.`,
  unknownNumber: "The text does not print its sequence number, and nothing before tells it.",
  carries: (octets: number, first: string, last: string) =>
    octets === 1
      ? `It carries one octet, number ${first}.`
      : `It carries ${countOctets(octets)}, numbers ${first} to ${last}.`,
  finTakes: (number: string) => `The FIN takes number ${number}.`,
  acknowledges: (ack: string, seq: string, segment: string, taken: Taken) =>
    `ack ${ack} = seq ${seq} of ${segment} + ${taken.length.toLocaleString("en-US")}: ${wordTaken(taken)}.`,
  acknowledgesAgain: (ack: string) => `ack ${ack} as before: it acknowledges nothing new.`,
  acknowledgesInside: (ack: string, segment: string) =>
    `ack ${ack} lies inside ${segment}: only a part of it is acknowledged.`,
  acknowledgesBeyond: (ack: string) => `ack ${ack} lies beyond all that the capture holds of the other end.`,
  negotiated: {
    mss: (client: number, server: number) =>
      client === server
        ? `Neither end is to be sent more than ${countOctets(client)} of data in one segment (MSS).`
        : `The client is to be sent at most ${countOctets(client)} of data in one segment, the server ${countOctets(server)} (MSS).`,
    windowScale: (client: number, server: number) =>
      `Window scaling is in use: multiply the client’s windows by ${scaled(client)}, the server’s by ${scaled(server)}.`,
    sack: "Selective acknowledgments are in use: both ends permit them.",
    timestamps: "Timestamps are in use: both ends have offered them.",
    refused: {
      mss: "",
      "window-scale": "No window scaling",
      "sack-permitted": "No selective acknowledgments",
      timestamps: "No timestamps",
    },
    onlyOne: (what: string, end: Side) => `${what}: only the ${ends[end]} has offered them.`,
  },
  window: (octets: string) => `Window: ${octets} octets.`,
  scaledWindow: (field: string, shift: number, octets: string) =>
    `Window: ${field} × ${scaled(shift)} = ${octets} octets.`,
  unscaledWindow: (field: string) =>
    `Window field: ${field}; by what it must be multiplied is not known, for the capture does not hold both SYNs.`,
  roundTrip: {
    handshake: (duration: string, from: string) =>
      `It answers ${from} after ${duration}: the round trip of the handshake.`,
    opening: (duration: string, from: string) =>
      `With the repeated SYNs, opening has taken ${duration} since ${from}.`,
    data: (duration: string, from: string) => `It comes ${duration} after ${from}, which it acknowledges.`,
  },
  otherTtl: (ttl: number, usual: number, others: number) =>
    `It came with TTL ${ttl}; all ${others} others from this end have ${usual}.`,
  waits: {
    timeWait: (end: Side, duration: string) =>
      `The ${ends[end]} now waits 2MSL in TIME-WAIT: ${duration} on Linux, 4 minutes in RFC 9293.`,
    closeWait: (end: Side, until: string | null, duration: string | null) =>
      `The ${ends[end]} stays in CLOSE-WAIT ${times(until, duration)}: its application has not closed yet.`,
    finWait2: (end: Side, until: string | null, duration: string | null) =>
      `The ${ends[end]} stays in FIN-WAIT-2 ${times(until, duration)}: the other end has not closed yet.`,
  },
};
