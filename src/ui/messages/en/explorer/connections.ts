import { formatCount } from "../../../figures.ts";
import { counted } from "../start/wording.ts";
import { wordOutcome } from "./outcomes.ts";

export const connections = {
  judged: (judged: number, all: number) => `${formatCount(judged)} of ${formatCount(all)} judged so far`,
  unjudged: "…",
  count: (count: number) => counted(count, "connection", "connections"),
  shownOf: (shown: number, all: number) =>
    `${formatCount(shown)} of ${counted(all, "connection", "connections")}`,
  outcome: wordOutcome,
  filterLabel: "Filter connections",
  filterPlaceholder: "Filter: port:443 outcome:refused …",
  filterSyntax:
    "Words are joined by and; a comma means or, a leading minus not; quotes hold words together. ↓ shows what can be asked. time: counts seconds from the start of the capture.",
  filterKeys: {
    outcome: "outcome",
    start: "start",
    state: "state",
    note: "note",
    port: "port",
    host: "host",
    opening: "opening",
    closing: "closing",
    time: "time",
  },
  noKey: (typed: string) => `A filter has no “${typed}:”.`,
  noValue: (key: string, typed: string) => `No ${key} is called “${typed}”.`,
  noTime: (typed: string) => `“${typed}” is no time: 2.5-4, 2.5- or -4, in seconds.`,
  meant: "Did you mean",
  known: "All that is known",
  offers: "Completions",
  notListed: "The connection on screen is not in this list.",
  openFirst: "Open the first",
  starts: { captured: "captured", "not-captured": "not captured" },
  filterHint: (words: string) => `Show only: ${words}`,
  all: "show all",
  columns: {
    start: "Order",
    client: "Client",
    server: "→ Server",
    outcome: "Outcome",
    segments: "Segments",
    payload: "Data",
    duration: "Duration",
    handshakeRoundTrip: "RTT",
    openingTime: "Opening",
  },
  columnHints: {
    start: "Order of the first segment in the capture",
    client: "Address and port of the client",
    server: "Address and port of the server",
    outcome: "How the connection ended",
    segments: "TCP segments of both ends",
    payload: "Octets of data of both ends; retransmissions are not counted twice",
    duration: "From the first to the last segment",
    handshakeRoundTrip:
      "Round trip of the handshake: from the last SYN to its SYN,ACK; at the server from the SYN,ACK to its ACK",
    openingTime: "Time that opening took: from the first SYN until connect() can return",
  },
  guessedRoles: "Who is the client is a guess: the capture does not hold the SYN",
  noFigure: "–",
  fingerprint: (segments: number) => `Exchange of ${counted(segments, "segment", "segments")}`,
};
