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

/** How a connection opens, or does not. */
export const opening = {
  "handshake-and-close": {
    steps: [
      { position: 1, note: "syn", claims: { c: client("SYN-SENT"), flags: flags("client", "S") } },
      {
        position: 2,
        note: "syn-ack",
        claims: { c: client("ESTABLISHED"), a: acknowledgment(1), flags: flags("server", "S.") },
        question: { kind: "acknowledgment" },
      },
      {
        position: 3,
        note: "ack",
        claims: { s: server("ESTABLISHED"), flags: flags("client", ".") },
        question: { kind: "state", side: "server" },
      },
      { position: 4, note: "data", claims: { n: payload(29), first: sequence(1), a: acknowledgment(30, 5) } },
      {
        position: 8,
        note: "fin",
        claims: { c: client("FIN-WAIT-1"), s: server("CLOSE-WAIT"), flags: flags("client", "F.") },
      },
      {
        position: 9,
        note: "ack-of-fin",
        claims: { c: client("FIN-WAIT-2"), a: acknowledgment(31), fin: sequence(30, 8) },
        question: { kind: "acknowledgment" },
      },
      {
        position: 10,
        note: "other-fin",
        claims: { s: server("LAST-ACK"), c: client("TIME-WAIT"), pause: wait(9, 0.26) },
        question: { kind: "state", side: "client" },
      },
      { position: 11, note: "last", claims: { s: server("CLOSED"), c: client("TIME-WAIT") } },
    ],
  },
  refused: {
    steps: [
      { position: 1, note: "syn", claims: { c: client("SYN-SENT"), s: server("CLOSED") } },
      {
        position: 2,
        note: "rst",
        claims: { c: client("CLOSED"), flags: flags("server", "R."), takes: takes("client", "T14") },
        question: { kind: "choice", options: ["slow", "fast", "silent"], right: "fast" },
      },
      { position: 2, note: "number", claims: { a: acknowledgment(1), seq: sequence(0, 1) } },
      { position: 2, note: "lesson", claims: { took: wait(1, 0.01) } },
    ],
  },
  "icmp-rejected": {
    steps: [
      {
        position: 1,
        note: "icmp",
        claims: { c: client("SYN-SENT"), noted: noted("icmp-unreachable") },
        question: { kind: "choice", options: ["fin", "icmp", "silent"], right: "icmp" },
      },
      { position: 1, note: "compare" },
    ],
  },
  "simultaneous-open": {
    steps: [
      { position: 1, note: "syn", claims: { c: client("SYN-SENT") } },
      {
        position: 2,
        note: "crossing",
        claims: {
          c: client("SYN-RECEIVED"),
          flags: flags("server", "S"),
          noted: noted("simultaneous-open"),
          takes: takes("client", "T05"),
        },
        question: { kind: "state", side: "client" },
      },
      {
        position: 3,
        note: "syn-ack",
        claims: { a: acknowledgment(1), seq: sequence(0), flags: flags("client", "S.") },
      },
      {
        position: 4,
        note: "established",
        claims: { c: client("ESTABLISHED"), s: server("ESTABLISHED"), takes: takes("server", "T07") },
      },
      {
        position: 5,
        note: "one",
        question: { kind: "choice", options: ["two", "none", "one"], right: "one" },
      },
    ],
  },
  "fast-open": {
    steps: [
      { position: 1, note: "request", claims: { noted: noted("tfo-request") } },
      { position: 2, note: "cookie", claims: { noted: noted("tfo-cookie") } },
      { connection: 1, position: 1, note: "data", claims: { n: payload(18), noted: noted("tfo-data") } },
      {
        connection: 1,
        position: 2,
        note: "accepted",
        claims: { a: acknowledgment(19), noted: noted("tfo-accepted") },
        question: { kind: "acknowledgment" },
      },
      { connection: 1, position: 3, note: "answer", claims: { s: server("SYN-RECEIVED"), n: payload(32) } },
      {
        connection: 1,
        position: 4,
        note: "fin",
        claims: { before: server("SYN-RECEIVED", 3), s: server("FIN-WAIT-1"), takes: takes("server", "T11") },
        question: { kind: "state", side: "server" },
      },
    ],
  },
  "given-up": {
    steps: [
      { position: 1, note: "syn", claims: { c: client("SYN-SENT") } },
      { position: 2, note: "late", claims: { late: wait(1, 0.21), s: server("SYN-RECEIVED") } },
      {
        position: 3,
        note: "rst",
        claims: {
          c: client("CLOSED"),
          s: server("LISTEN"),
          flags: flags("client", "R"),
          gone: takes("client", "T15"),
          back: takes("server", "T09"),
        },
        question: { kind: "segment" },
      },
    ],
  },
  "refused-at-last": {
    steps: [
      { position: 2, note: "syn-ack", claims: { c: client("ESTABLISHED"), s: server("SYN-RECEIVED") } },
      { position: 3, note: "ack", claims: { s: server("SYN-RECEIVED"), noted: noted("rejected") } },
      {
        position: 4,
        note: "lesson",
        claims: { c: client("CLOSED"), flags: flags("server", "R") },
        question: { kind: "choice", options: ["first", "later", "never"], right: "later" },
      },
      {
        position: 4,
        note: "rst",
        claims: {
          s: server("LISTEN"),
          seq: sequence(1),
          a: acknowledgment(1, 3),
          takes: takes("server", "T12"),
        },
      },
    ],
  },
  "new-syn": {
    steps: [
      { position: 2, note: "waiting", claims: { c: client("SYN-SENT"), s: server("SYN-RECEIVED") } },
      {
        connection: 1,
        position: 1,
        note: "again",
        claims: { c: client("SYN-SENT"), noted: noted("port-reuse") },
      },
      {
        connection: 1,
        position: 2,
        note: "answered",
        claims: { c: client("ESTABLISHED"), flags: flags("server", "S.") },
      },
      {
        connection: 1,
        position: 3,
        note: "cookie",
        claims: { s: server("ESTABLISHED") },
        question: { kind: "state", side: "server" },
      },
    ],
  },
  "old-duplicate-syn": {
    steps: [
      { position: 1, note: "old", claims: { s: server("SYN-RECEIVED") } },
      { position: 2, note: "answer", claims: { a: acknowledgment(1), noted: noted("rejected") } },
      {
        position: 3,
        note: "rst",
        claims: {
          c: client("SYN-SENT"),
          s: server("LISTEN"),
          seq: sequence(1),
          flags: flags("client", "R"),
          takes: takes("server", "T09"),
        },
        question: { kind: "state", side: "server" },
      },
      {
        connection: 1,
        position: 1,
        note: "new",
        claims: { s: server("SYN-RECEIVED"), noted: noted("port-reuse") },
      },
      {
        connection: 1,
        position: 3,
        note: "why-three",
        claims: { c: client("ESTABLISHED"), s: server("ESTABLISHED") },
        question: { kind: "choice", options: ["speed", "port", "old"], right: "old" },
      },
    ],
  },
  "half-open": {
    steps: [
      { position: 7, note: "open", claims: { c: client("ESTABLISHED"), s: server("ESTABLISHED") } },
      {
        connection: 1,
        position: 1,
        note: "new-syn",
        claims: { c: client("SYN-SENT"), fate: fate("delivered"), noted: noted("port-reuse") },
      },
      {
        position: 8,
        note: "challenge",
        claims: {
          s: server("ESTABLISHED"),
          a: acknowledgment(19),
          noted: noted("challenge-ack"),
          flags: flags("server", "."),
        },
      },
      {
        position: 9,
        note: "rst",
        claims: {
          s: server("CLOSED"),
          seq: sequence(19),
          a: acknowledgment(19, 8),
          takes: takes("server", "T32"),
        },
        question: { kind: "state", side: "server" },
      },
      {
        connection: 1,
        position: 2,
        note: "again",
        claims: { s: server("SYN-RECEIVED"), noted: noted("syn-retransmission") },
      },
      {
        connection: 1,
        position: 4,
        note: "done",
        claims: { c: client("ESTABLISHED"), s: server("ESTABLISHED") },
      },
    ],
  },
} as const satisfies Record<string, Tour>;
