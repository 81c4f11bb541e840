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
  window,
} from "./claims.ts";

/** What happens while a connection is open, and how it can end before its time. */
export const enduring = {
  "zero-window": {
    steps: [
      { position: 2, note: "small", claims: { w: window(2896) } },
      { position: 5, note: "full", claims: { noted: noted("window-full"), n: payload(1448) } },
      {
        position: 9,
        note: "zero",
        claims: { w: window(0), a: acknowledgment(4345), noted: noted("zero-window") },
      },
      {
        position: 10,
        note: "probe",
        claims: { seq: sequence(4344), next: acknowledgment(4345, 9), noted: noted("window-probe") },
        question: { kind: "choice", options: ["wait", "probe", "close"], right: "probe" },
      },
      { position: 14, note: "still", claims: { w: window(0), noted: noted("window-probe-ack") } },
      {
        position: 15,
        note: "update",
        claims: { w: window(2896), a: acknowledgment(4345), noted: noted("window-update") },
      },
      { position: 16, note: "on", claims: { seq: sequence(4345), shut: wait(9, 2.5) } },
    ],
  },
  "keep-alive": {
    steps: [
      { position: 7, note: "idle", claims: { c: client("ESTABLISHED"), s: server("ESTABLISHED") } },
      {
        position: 8,
        note: "probe",
        claims: { pause: wait(7, 1), seq: sequence(29), n: payload(0), noted: noted("keep-alive") },
      },
      {
        position: 9,
        note: "answer",
        claims: { a: acknowledgment(30), noted: noted("keep-alive-ack") },
        question: { kind: "acknowledgment" },
      },
      { position: 13, note: "nothing-moves", claims: { c: client("ESTABLISHED"), s: server("ESTABLISHED") } },
      { position: 14, note: "close", claims: { c: client("FIN-WAIT-1"), seq: sequence(30) } },
    ],
  },
  "reset-by-client": {
    steps: [
      { position: 7, note: "open", claims: { c: client("ESTABLISHED"), s: server("ESTABLISHED") } },
      {
        position: 8,
        note: "rst",
        claims: {
          c: client("CLOSED"),
          s: server("CLOSED"),
          flags: flags("client", "R."),
          takes: takes("client", "T34"),
        },
        question: { kind: "state", side: "server" },
      },
      { position: 8, note: "number", claims: { seq: sequence(30), next: acknowledgment(30, 5) } },
      { position: 8, note: "no-answer" },
    ],
  },
  "reset-by-server": {
    steps: [
      { position: 8, note: "request", claims: { n: payload(18), s: server("ESTABLISHED") } },
      { position: 9, note: "acknowledged", claims: { a: acknowledgment(37) } },
      {
        position: 10,
        note: "rst",
        claims: {
          s: server("CLOSED"),
          c: client("CLOSED"),
          flags: flags("server", "R."),
          takes: takes("server", "T34"),
        },
        question: { kind: "choice", options: ["fin", "rst", "nothing"], right: "rst" },
      },
      { position: 10, note: "why" },
    ],
  },
  "blind-reset": {
    steps: [
      { position: 7, note: "open", claims: { s: server("ESTABLISHED") } },
      {
        position: 8,
        note: "near",
        claims: {
          seq: sequence(130),
          next: acknowledgment(30, 6),
          s: server("ESTABLISHED"),
          noted: noted("rst-not-exact"),
        },
        question: { kind: "state", side: "server" },
      },
      { position: 9, note: "challenge", claims: { a: acknowledgment(30), noted: noted("challenge-ack") } },
      { position: 10, note: "far", claims: { noted: noted("rst-outside"), s: server("ESTABLISHED") } },
      { position: 11, note: "syn", claims: { noted: noted("stray-syn"), s: server("ESTABLISHED") } },
      {
        position: 12,
        note: "again",
        claims: { noted: noted("challenge-ack"), a: acknowledgment(30) },
        question: { kind: "choice", options: ["any", "exact", "address"], right: "exact" },
      },
      { position: 13, note: "alive", claims: { c: client("ESTABLISHED"), s: server("ESTABLISHED") } },
    ],
  },
  partial: {
    steps: [
      { position: 1, note: "forged", claims: { flags: flags("server", "R"), fate: fate("lost-or-ignored") } },
      { position: 2, note: "middle", claims: { c: client("ESTABLISHED"), takes: takes("client", "T42") } },
      { connection: 1, position: 1, note: "alone", claims: { c: client("SYN-SENT") } },
      {
        connection: 1,
        position: 2,
        note: "must",
        claims: {
          c: client("ESTABLISHED"),
          a: acknowledgment(1),
          takes: takes("client", "T39"),
          other: takes("server", "T40"),
        },
      },
      {
        connection: 2,
        position: 1,
        note: "other",
        claims: { s: server("SYN-RECEIVED"), a: acknowledgment(1) },
      },
      {
        connection: 2,
        position: 2,
        note: "data",
        claims: { s: server("ESTABLISHED"), a: acknowledgment(19), takes: takes("server", "T41") },
      },
    ],
  },
} as const satisfies Record<string, Tour>;
