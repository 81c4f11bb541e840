import type { Tour } from "../tour.ts";
import {
  acknowledgment,
  client,
  copy,
  fate,
  flags,
  noted,
  payload,
  sequence,
  server,
  takes,
  wait,
} from "./claims.ts";

/** What TCP does when segments of the handshake or the close are lost. */
export const losing = {
  "syn-lost": {
    steps: [
      {
        position: 1,
        note: "lost",
        claims: { c: client("SYN-SENT"), s: server("LISTEN"), fate: fate("lost-or-late") },
      },
      {
        position: 2,
        note: "again",
        claims: {
          pause: wait(1, 1),
          s: server("SYN-RECEIVED"),
          seq: sequence(0),
          noted: noted("syn-retransmission"),
        },
        question: { kind: "segment" },
      },
      { position: 3, note: "answer", claims: { c: client("ESTABLISHED") } },
      { position: 4, note: "open", claims: { s: server("ESTABLISHED"), all: wait(1, 1.01) } },
    ],
  },
  "syn-never-answered": {
    steps: [
      { position: 1, note: "syn", claims: { c: client("SYN-SENT"), fate: fate("no-answer") } },
      { position: 2, note: "first", claims: { pause: wait(1, 1), n: copy(1) } },
      {
        position: 3,
        note: "second",
        claims: { pause: wait(2, 2), n: copy(2) },
        question: { kind: "choice", options: ["double", "same", "more"], right: "double" },
      },
      { position: 5, note: "doubling", claims: { third: wait(3, 4, 4), fourth: wait(4, 8) } },
      { position: 7, note: "last", claims: { n: copy(6), all: wait(1, 64), c: client("SYN-SENT") } },
      {
        connection: 1,
        position: 3,
        note: "mended",
        claims: { c: client("ESTABLISHED"), s: server("ESTABLISHED") },
      },
    ],
  },
  "syn-ack-lost": {
    steps: [
      { position: 1, note: "silence", claims: { c: client("SYN-SENT") } },
      { position: 2, note: "again", claims: { pause: wait(1, 1), noted: noted("syn-retransmission") } },
      { position: 3, note: "answer", claims: { c: client("ESTABLISHED"), flags: flags("server", "S.") } },
      {
        position: 5,
        note: "second",
        claims: { c: client("ESTABLISHED"), noted: noted("syn-ack-retransmission") },
        question: { kind: "choice", options: ["restart", "reset", "ack"], right: "ack" },
      },
      { position: 6, note: "repeat", claims: { a: acknowledgment(1), flags: flags("client", ".") } },
    ],
  },
  "syn-received-for-ever": {
    steps: [
      { position: 1, note: "syn", claims: { c: client("SYN-SENT"), s: server("SYN-RECEIVED") } },
      { position: 2, note: "no-ack", claims: { s: server("SYN-RECEIVED"), fate: fate("lost-or-late") } },
      { position: 3, note: "again", claims: { pause: wait(2, 1), noted: noted("syn-ack-retransmission") } },
      { position: 6, note: "back-off", claims: { n: copy(4), pause: wait(5, 8), before: wait(4, 4, 5) } },
      {
        position: 7,
        note: "flood",
        claims: { n: copy(5), all: wait(2, 31), s: server("SYN-RECEIVED") },
        question: { kind: "choice", options: ["bandwidth", "memory", "time"], right: "memory" },
      },
      { connection: 1, position: 3, note: "real", claims: { s: server("ESTABLISHED") } },
    ],
  },
  "completed-by-data": {
    steps: [
      { position: 2, note: "syn-ack", claims: { c: client("ESTABLISHED"), s: server("SYN-RECEIVED") } },
      {
        position: 3,
        note: "again",
        claims: { pause: wait(2, 1), s: server("SYN-RECEIVED"), noted: noted("syn-ack-retransmission") },
      },
      {
        position: 4,
        note: "data",
        claims: { s: server("ESTABLISHED"), a: acknowledgment(1), takes: takes("server", "T06") },
        question: { kind: "state", side: "server" },
      },
      { position: 5, note: "both", claims: { a: acknowledgment(19) } },
    ],
  },
  "completed-by-fin": {
    steps: [
      { position: 2, note: "syn-ack", claims: { c: client("ESTABLISHED"), s: server("SYN-RECEIVED") } },
      {
        position: 3,
        note: "fin",
        claims: {
          s: server("CLOSE-WAIT"),
          before: server("SYN-RECEIVED", 2),
          a: acknowledgment(1),
          takes: takes("server", "T08"),
        },
        question: { kind: "state", side: "server" },
      },
      { position: 4, note: "ack", claims: { a: acknowledgment(2), c: client("FIN-WAIT-2") } },
      { position: 6, note: "end", claims: { s: server("CLOSED"), c: client("TIME-WAIT") } },
    ],
  },
  "fin-lost": {
    steps: [
      {
        position: 8,
        note: "fin",
        claims: { c: client("FIN-WAIT-1"), s: server("ESTABLISHED"), fate: fate("lost-or-late") },
      },
      { position: 9, note: "again", claims: { pause: wait(8, 0.21), n: copy(1), c: client("FIN-WAIT-1") } },
      {
        position: 13,
        note: "back-off",
        claims: { n: copy(5), pause: wait(12, 1.73), before: wait(11, 0.86, 12) },
      },
      {
        position: 14,
        note: "silent-end",
        claims: { c: client("CLOSED"), s: server("ESTABLISHED"), takes: takes("client", "T35") },
        question: { kind: "choice", options: ["not", "knows", "half"], right: "not" },
      },
      {
        position: 15,
        note: "rst",
        claims: { s: server("CLOSED"), flags: flags("client", "R"), takes: takes("server", "T32") },
        question: { kind: "state", side: "server" },
      },
    ],
  },
  "loss-at-both-ends": {
    steps: [
      {
        position: 3,
        note: "both",
        claims: { c: client("ESTABLISHED"), s: server("ESTABLISHED") },
      },
      { position: 4, note: "data", claims: { octets: payload(18), fate: fate("lost") } },
      { position: 5, note: "again", claims: { pause: wait(4, 0.28), noted: noted("retransmission") } },
      { position: 7, note: "came", claims: { octets: payload(18), fate: fate("delivered") } },
      { position: 8, note: "answer", claims: { a: acknowledgment(37), fate: fate("lost") } },
      {
        position: 9,
        note: "alike",
        claims: { pause: wait(7, 0.26), fate: fate("duplicate") },
        question: { kind: "choice", options: ["waits", "again", "reset"], right: "again" },
      },
      { position: 10, note: "told", claims: { a: acknowledgment(37) } },
    ],
  },
} as const satisfies Record<string, Tour>;
