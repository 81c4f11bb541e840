import type { Tour } from "../tour.ts";
import {
  acknowledgment,
  client,
  fate,
  flags,
  noted,
  payload,
  sequence,
  server,
  takes,
  wait,
} from "./claims.ts";

/** How a connection closes. */
export const closing = {
  "three-segment-close": {
    steps: [
      { position: 8, note: "fin", claims: { c: client("FIN-WAIT-1"), s: server("CLOSE-WAIT") } },
      {
        position: 9,
        note: "both",
        claims: {
          a: acknowledgment(31),
          fin: sequence(30, 8),
          s: server("LAST-ACK"),
          flags: flags("server", "F."),
        },
        question: { kind: "choice", options: ["lost", "data", "at-once"], right: "at-once" },
      },
      {
        position: 9,
        note: "client",
        claims: { c: client("TIME-WAIT"), before: client("FIN-WAIT-1", 8), takes: takes("client", "T22") },
      },
      {
        position: 10,
        note: "last",
        claims: { s: server("CLOSED"), a: acknowledgment(45) },
        question: { kind: "state", side: "server" },
      },
      { position: 10, note: "when" },
    ],
  },
  "server-closes-first": {
    steps: [
      {
        position: 8,
        note: "fin",
        claims: { s: server("FIN-WAIT-1"), c: client("CLOSE-WAIT"), flags: flags("server", "F.") },
        question: { kind: "state", side: "client" },
      },
      { position: 9, note: "ack", claims: { s: server("FIN-WAIT-2"), a: acknowledgment(34) } },
      {
        position: 10,
        note: "other-fin",
        claims: { c: client("LAST-ACK"), s: server("TIME-WAIT"), pause: wait(9, 0.25) },
        question: { kind: "state", side: "server" },
      },
      { position: 11, note: "who", claims: { c: client("CLOSED"), s: server("TIME-WAIT") } },
    ],
  },
  "half-close": {
    steps: [
      { position: 5, note: "shutdown", claims: { c: client("FIN-WAIT-1"), flags: flags("client", "F.") } },
      {
        position: 7,
        note: "half",
        claims: { c: client("FIN-WAIT-2"), s: server("CLOSE-WAIT"), a: acknowledgment(31) },
        question: { kind: "state", side: "client" },
      },
      {
        position: 8,
        note: "data",
        claims: { n: payload(700), s: server("CLOSE-WAIT"), c: client("FIN-WAIT-2") },
      },
      { position: 9, note: "ack", claims: { a: acknowledgment(701), seq: sequence(31) } },
      {
        position: 14,
        note: "fin",
        claims: { s: server("LAST-ACK"), c: client("TIME-WAIT"), waited: wait(7, 0.36) },
      },
    ],
  },
  "simultaneous-close": {
    steps: [
      { position: 8, note: "fin", claims: { c: client("FIN-WAIT-1"), s: server("ESTABLISHED") } },
      {
        position: 9,
        note: "crossing",
        claims: {
          c: client("CLOSING"),
          s: server("CLOSING"),
          before: client("FIN-WAIT-1", 8),
          noted: noted("simultaneous-close"),
          takes: takes("client", "T21"),
        },
        question: { kind: "state", side: "client" },
      },
      {
        position: 10,
        note: "ack",
        claims: { a: acknowledgment(34), c: client("CLOSING"), s: server("TIME-WAIT") },
      },
      {
        position: 11,
        note: "end",
        claims: { c: client("TIME-WAIT"), s: server("TIME-WAIT"), takes: takes("client", "T25") },
        question: { kind: "state", side: "client" },
      },
    ],
  },
  "close-wait-stays": {
    steps: [
      { position: 8, note: "fin", claims: { s: server("CLOSE-WAIT") } },
      { position: 9, note: "wait", claims: { c: client("FIN-WAIT-2"), s: server("CLOSE-WAIT") } },
      {
        position: 10,
        note: "late",
        claims: {
          pause: wait(9, 10),
          s: server("LAST-ACK"),
          noted: noted("rejected"),
          before: server("CLOSE-WAIT", 9),
        },
        question: { kind: "choice", options: ["kernel", "program", "peer"], right: "program" },
      },
      {
        position: 11,
        note: "rst",
        claims: {
          flags: flags("client", "R"),
          c: client("CLOSED"),
          was: client("FIN-WAIT-2", 10),
          takes: takes("server", "T33"),
        },
        question: { kind: "segment" },
      },
    ],
  },
  "time-wait": {
    steps: [
      { position: 10, note: "fin", claims: { c: client("TIME-WAIT"), s: server("LAST-ACK") } },
      { position: 11, note: "lost", claims: { s: server("LAST-ACK"), fate: fate("lost-or-ignored") } },
      {
        position: 12,
        note: "again",
        claims: {
          pause: wait(10, 0.21),
          c: client("TIME-WAIT"),
          noted: noted("fin-retransmission"),
          takes: takes("client", "T29"),
        },
        question: { kind: "choice", options: ["reset", "nothing", "ack"], right: "ack" },
      },
      { position: 13, note: "done", claims: { s: server("CLOSED"), a: acknowledgment(34) } },
      { position: 13, note: "timer", claims: { c: client("TIME-WAIT") } },
      {
        connection: 1,
        position: 1,
        note: "reuse",
        claims: { c: client("SYN-SENT"), noted: noted("port-reuse") },
      },
    ],
  },
  "time-wait-assassination": {
    steps: [
      { position: 11, note: "closed", claims: { c: client("TIME-WAIT"), s: server("CLOSED") } },
      {
        position: 12,
        note: "old",
        claims: { pause: wait(11, 1), seq: sequence(1), fate: fate("duplicate") },
      },
      { position: 13, note: "ack", claims: { a: acknowledgment(34), c: client("TIME-WAIT") } },
      {
        position: 14,
        note: "rst",
        claims: { c: client("CLOSED"), flags: flags("server", "R"), takes: takes("client", "T31") },
        question: { kind: "state", side: "client" },
      },
      { position: 14, note: "danger", claims: { tw: client("TIME-WAIT", 13) } },
    ],
  },
  "port-reuse": {
    steps: [
      { position: 10, note: "closed", claims: { s: server("TIME-WAIT") } },
      {
        connection: 1,
        position: 1,
        note: "syn",
        claims: { noted: noted("port-reuse"), s: server("SYN-RECEIVED") },
        question: { kind: "choice", options: ["refuse", "wait", "accept"], right: "accept" },
      },
      { connection: 1, position: 2, note: "new", claims: { c: client("ESTABLISHED"), a: acknowledgment(1) } },
      { connection: 1, position: 3, note: "pair", claims: { s: server("ESTABLISHED") } },
    ],
  },
} as const satisfies Record<string, Tour>;
