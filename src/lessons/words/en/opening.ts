import type { OpeningWords } from "../lesson-words.ts";

export const opening: OpeningWords = {
  "handshake-and-close": {
    notes: {
      syn: "The client calls connect(). Its SYN announces the number from which it will count its bytes. The client is now in {c}.",
      "syn-ack":
        "The server answers with its own SYN and acknowledges the client’s: a SYN takes one number, so the acknowledgment number is {a}. With this segment the client is in {c}.",
      ack: "The third segment tells the server that its SYN arrived. Now the server, too, is in {s}, and both know the other’s first number.",
      data: "The request: {n} bytes, the first of them has number {first}. The server acknowledges them with {a}: the number it expects next.",
      fin: "The client has nothing more to send and closes: FIN. It waits in {c}; the server, told that no more will come, is in {s}.",
      "ack-of-fin":
        "The FIN has number {fin} and takes one number as a SYN does, so the server acknowledges {a}. The client is in {c}: its own direction is closed, the other still open.",
      "other-fin":
        "{pause} later the server’s program closes as well. The server is in {s} until its FIN is acknowledged; the client goes to {c}.",
      last: "The last ACK. The server is in {s}; the client stays in {c} for a while, in case this very ACK is lost. Four segments closed the connection.",
    },
    questions: {},
  },
  refused: {
    notes: {
      syn: "The client asks for a port on which nobody listens. The client is in {c}; the server has no socket for it: {s}.",
      rst: "The other host answers with RST, and the client is back in {c}. Its connect() fails with “connection refused”.",
      number:
        "The RST carries an ACK of {a}: the SYN’s number {seq} plus one. So the client can be sure that the answer is to its own SYN.",
      lesson:
        "The answer came after {took}. A refusal is quick, because the host is there and only the program is missing. No answer at all would take minutes.",
    },
    questions: {
      rst: {
        ask: "How will the client’s program notice that nobody listens?",
        options: {
          fast: "At once: the other host says so",
          slow: "After many attempts",
          silent: "Not at all",
        },
      },
    },
  },
  "icmp-rejected": {
    notes: {
      icmp: "One SYN; the client is in {c}. No TCP segment answers it, but an ICMP message “port unreachable” comes back and quotes the SYN, so the client knows which attempt is meant.",
      compare:
        "A firewall that rejects says so by ICMP or RST; one that drops says nothing. Linux ends connect() at this ICMP message with “connection refused”.",
    },
    questions: {
      icmp: {
        ask: "A client connects to a port that a firewall closes with an error. What can such a firewall answer to a SYN?",
        options: {
          icmp: "An error message of another protocol",
          fin: "A FIN",
          silent: "Nothing: only the server itself could answer",
        },
      },
    },
  },
  "simultaneous-open": {
    notes: {
      syn: "Both programs call connect() to each other at the same time. The first SYN is on its way; its sender is in {c}.",
      crossing:
        "Before it arrives, the other end sends a SYN, too. A SYN where a SYN-ACK was expected: both go to {c}, without ever having listened.",
      "syn-ack":
        "Each end acknowledges the other’s SYN with {a} and repeats its own SYN with the same number {seq}.",
      established: "The SYN-ACKs cross as well, and both ends are in {c}. Nobody was the server.",
      one: "Two SYNs, but one connection: both ends use the same pair of addresses and ports.",
    },
    questions: {
      one: {
        ask: "How many connections are open now?",
        options: { one: "One connection", two: "Two connections", none: "None yet" },
      },
    },
  },
  "fast-open": {
    notes: {
      request:
        "The first connection: the SYN carries an empty Fast Open option. The client asks for a cookie.",
      cookie: "The SYN-ACK brings the cookie. The client keeps it for the next visit.",
      data: "The next connection: the SYN carries the cookie and {n} bytes of data at once. No round trip is spent on the handshake.",
      accepted:
        "The SYN-ACK acknowledges {a}: one for the SYN and all the data. The server took the request.",
      answer:
        "The server’s program already answers with {n} bytes, although the server is still in {s}: the client’s ACK is still to come.",
      fin: "And it closes at once: from {before} the server goes straight to {s}.",
    },
    questions: {},
  },
  "given-up": {
    notes: {
      syn: "The client calls connect() and is in {c}. Its program will not wait and soon closes the socket, of which no segment tells.",
      late: "The SYN-ACK comes {late} after the SYN. The server is in {s} and believes that somebody wants to talk.",
      rst: "The client’s host knows no such socket any more and answers with RST. Only this shows that the client is in {c}; the server goes back to {s} as if nothing had been.",
    },
    questions: {},
  },
  "refused-at-last": {
    notes: {
      "syn-ack": "The SYN-ACK is here: the client is in {c}, the server in {s}.",
      ack: "The client’s ACK travels. Meanwhile the server’s program closes its listening socket, so the ACK finds nobody: the server never leaves {s} for the better.",
      lesson:
        "A RST comes, and the client falls from an open connection to {c}. But connect() has succeeded already: the program hears of the end only when it reads or writes, as “connection reset by peer”.",
      rst: "The number of the RST, {seq}, is the acknowledgment number of the client’s ACK, {a}; so it fits. The server is back in {s}, as far as segments tell: that its listening socket is gone, they do not.",
    },
    questions: {
      lesson: {
        ask: "The server’s answer will end the connection. When does the client’s program notice?",
        options: {
          first: "connect() fails",
          later: "At its next read or write",
          never: "Never",
        },
      },
    },
  },
  "new-syn": {
    notes: {
      waiting:
        "The SYN-ACK goes out, but no ACK comes back: whether it was lost, this capture at the server cannot tell. The client is still in {c}, the server, as far as one can see, in {s}. Then the client gives up.",
      again:
        "It tries once more from the same port with another first number, and is in {c} again. The new SYN ends the old attempt.",
      answered:
        "The server answers the new SYN at once. This server works with SYN cookies: it keeps nothing of an attempt, all it needs to know is inside the number of its SYN-ACK.",
      cookie: "Only the ACK, which brings the cookie back, creates a connection: {s}.",
    },
    questions: {},
  },
  "old-duplicate-syn": {
    notes: {
      old: "A SYN from an earlier attempt wandered about the network and arrives now. The server cannot know that: {s}.",
      answer:
        "The server answers it with ACK {a}. But the client sent another SYN, with another number; this answer does not fit.",
      rst: "So the client sends a RST with the number that was acknowledged, {seq}, and stays in {c}: it still waits for the answer to its own SYN. The server believes it and goes back to {s}.",
      new: "Now the real SYN arrives, and the server is in {s} once more.",
      "why-three":
        "This time the numbers fit: the client is in {c}, the server in {s}. That is what the third segment is for: with two segments only, the server would have opened a connection for the old SYN, too.",
    },
    questions: {
      "why-three": {
        ask: "Why has the handshake three segments?",
        options: {
          old: "So that an old SYN opens nothing",
          speed: "To measure the round trip",
          port: "To choose the port",
        },
      },
    },
  },
  "half-open": {
    notes: {
      open: "A quiet connection: both ends are in {c}. Now the client crashes, loses its state, and sends nothing.",
      "new-syn":
        "The client is back and connects from the same port: {c}. The server still has the old connection, so this SYN opens no new one: it arrives, and the old connection ignores it.",
      challenge:
        "The server stays in {s} and says where it stands: an ACK of {a}. That is a challenge ACK; it fits nothing that the client sent now.",
      rst: "The client answers with RST, and takes for its number what the server expects: {seq}. The old connection ends: {s}.",
      again: "The client repeats its SYN, and the server, free again, is in {s}.",
      done: "Both ends are in {c}. The half-open connection was found out and cleared away.",
    },
    questions: {},
  },
};
