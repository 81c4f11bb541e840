import type { RoleBasis } from "../../../../tcp/connection.ts";
import type { Closing, Opening, Outcome } from "../../../../tcp/verdict.ts";

/** What each outcome means, in one sentence. */
const outcomeSentences: Record<Outcome, string> = {
  refused:
    "The client asked for a connection and a RST came back: nobody listens there, or a firewall refuses.",
  "one-direction-captured": "Only the segments of one end are in the capture.",
  "no-answer": "The client sent its SYN, and nothing came back that answers it.",
  "abandoned-by-client": "Nothing answered the client’s SYN, and the client gave up with a RST.",
  complete: "Both ends have closed, and both closes were acknowledged.",
  "closed-then-reset-by-client": "Both ends have sent a FIN; instead of the last ACK the client sent a RST.",
  "closed-then-reset-by-server": "Both ends have sent a FIN; instead of the last ACK the server sent a RST.",
  "reset-by-client": "The connection was open, and the client ended it with a RST.",
  "reset-by-server": "The connection was open, and the server ended it with a RST.",
  "reset-by-client-during-handshake": "The client ended the handshake with a RST.",
  "reset-by-server-during-handshake": "The server ended the handshake with a RST.",
  "keep-alive-limit":
    "Nobody answered the keep-alives; the end that sent them gave up and ended the connection with a RST.",
  "close-not-finished": "Both ends have sent a FIN, but one of them was never acknowledged.",
  "half-closed-by-client": "The client has closed and that was acknowledged; the server never closed.",
  "half-closed-by-server": "The server has closed and that was acknowledged; the client never closed.",
  "close-unanswered-by-client": "The client has sent a FIN that was never acknowledged.",
  "close-unanswered-by-server": "The server has sent a FIN that was never acknowledged.",
  open: "The connection was open when the capture ended: neither end has closed it.",
  "half-open": "The server answered the SYN, but the client never completed the handshake.",
  "rejected-by-icmp":
    "An ICMP error answered the client’s SYN: the port, the host or its network cannot be reached, or a firewall says so.",
};

const openings: Record<Opening, string> = {
  "three-way": "three-way handshake",
  "fast-open": "Fast Open",
  "simultaneous-open": "simultaneous open: both called connect(); the first SYN’s sender is named client",
  "syn-only": "SYN only",
  "partly-captured": "handshake partly captured",
  "not-captured": "not captured",
};

const closings: Record<Closing, string> = {
  "four-segments": "four segments",
  "three-segments": "three segments",
  simultaneous: "simultaneous",
  rst: "RST",
  "fin-then-rst": "FIN, then RST",
  "one-side-only": "one side only",
  none: "none",
};

/** What the guess of who is the client rests on; null: the handshake tells. */
const guesses: Record<RoleBasis, string | null> = {
  SYN: null,
  "SYN-ACK": null,
  "shared-endpoint": "one end talks to several others in this capture, as a server does",
  "well-known-port": "one port is below 1024",
  "service-port": "one port is known for a service",
  "ephemeral-port": "one port is of the kind that clients are given",
  "lower-port": "the lower port is taken for the server’s",
  "first-sender": "the end that sends first is taken for the client",
};

export const overview = {
  guesses,
  roles: "Roles",
  guessed: (reason: string) => `guessed: ${reason}`,
  after: "After the last segment",
  outcomeSentences,
  openings,
  closings,
  sentence: (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}. `,
  outcome: "Outcome",
  evidence: "Evidence",
  moreSegments: (count: string) => `and ${count} between these`,
  opening: "Opening",
  closing: "Closing",
  closedBy: { client: "client first", server: "server first" },
  handshakeRoundTrip: "Handshake round trip",
  openingTime: "Opening took",
  duration: "Duration",
  data: "Data",
  fromClient: (octets: string) => `${octets} from the client`,
  fromServer: (octets: string) => `${octets} from the server`,
  retransmissions: "Retransmissions",
  noTimes: "the capture tells no times",
  goTo: (position: number) => `Go to segment ${position}`,
  hint: "Press → for the first segment, or the space bar to play.",
};
