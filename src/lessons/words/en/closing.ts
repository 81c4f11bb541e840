import type { ClosingWords } from "../lesson-words.ts";

export const closing: ClosingWords = {
  "three-segment-close": {
    notes: {
      fin: "The client closes: {c}. The server gets the FIN: {s}.",
      both: "The server’s program closes at once, so ACK and FIN travel in one segment: it acknowledges {a}, one more than the FIN’s {fin}. The server is in {s}.",
      client:
        "For the client this is two things at once: from {before} it passes through the second waiting state to {c}.",
      last: "The client acknowledges {a}, the server is in {s}. Three segments instead of four.",
      when: "If the server still had data to send, its FIN would have to wait, and there would be four segments.",
    },
    questions: {
      both: {
        ask: "The server has to acknowledge the FIN, and sooner or later to send its own. When can one segment do both?",
        options: {
          "at-once": "When its program closes at once",
          lost: "When a segment is lost",
          data: "When much data is still to be sent",
        },
      },
    },
  },
  "server-closes-first": {
    notes: {
      fin: "Here the server closes first, as after an answer of HTTP/1.0. Now the server is in {s} and the client in {c}.",
      ack: "The client acknowledges {a}; the server is in {s}.",
      "other-fin": "{pause} later the client’s program closes, too. The client is in {c}, the server in {s}.",
      who: "The client is in {c}; the server has to wait in {s}. Waiting is for the one who closes first, be it client or server.",
    },
    questions: {},
  },
  "half-close": {
    notes: {
      shutdown:
        "Request and FIN right behind each other: the client has called shutdown(SHUT_WR), as its reading on will show. It is in {c}: nothing more to send, but much to hear.",
      half: "With the ACK of {a} the client is in {c}, the server in {s}. One direction is closed, the other open: half-closed.",
      data: "The server sends {n} bytes from {s}. The client takes them in {c}.",
      ack: "The client acknowledges {a}. It may still acknowledge; only data may it send no more. Its own number stays at {seq}.",
      fin: "After {waited} the server is done: {s}. The client goes to {c}.",
    },
    questions: {},
  },
  "simultaneous-close": {
    notes: {
      fin: "The client closes: {c}. The server is in {s}, but its program is about to close as well.",
      crossing:
        "The FINs cross. In {before} the client expected an ACK and gets a FIN: {c}. The same happens to the server: {s}.",
      ack: "Each end acknowledges the other’s FIN, here with {a}. The client still waits for its own ACK in {c}; the server has it: {s}.",
      end: "Now the client has it, too. Both ends are in {c}: both closed first, so both have to wait.",
    },
    questions: {},
  },
  "close-wait-stays": {
    notes: {
      fin: "The client closes, the server is in {s}: its program is told that no more will come.",
      wait: "The server acknowledges, but its program does not close. The client waits in {c}, the server in {s}. TCP can do nothing about it.",
      late: "A socket that stays in {before} is a fault of the program: it forgot to call close(), and no timer clears it away. Here the program closes after all, {pause} later, and the server goes from {before} to {s}.",
      rst: "But the client’s {was} has run out meanwhile. Nobody knows this connection any more: RST, and the client is known to be in {c}.",
    },
    questions: {
      late: {
        ask: "On this server sockets pile up in {before}. Whose fault is it?",
        options: {
          program: "The program’s at this end",
          kernel: "The operating system’s",
          peer: "The other end’s",
        },
      },
    },
  },
  "time-wait": {
    notes: {
      fin: "The server’s FIN has arrived: the client is in {c}. The server waits for the last ACK in {s}.",
      lost: "But this ACK is lost. The server remains in {s}.",
      again:
        "After {pause} it sends its FIN again. That is why the client still stands in {c}: it can acknowledge it once more.",
      done: "The same ACK of {a} again. This time it arrives, and the server is in {s}.",
      timer:
        "With the repeated FIN the clock of {c} starts anew; on Linux it runs for a minute. No segment shows its end.",
      reuse: "When it has run out, the same port is used again, with a new first number: {c}.",
    },
    questions: {
      again: {
        ask: "If the FIN comes once more, what will the client answer?",
        options: { ack: "The same ACK again", reset: "A RST", nothing: "Nothing at all" },
      },
    },
  },
  "time-wait-assassination": {
    notes: {
      closed: "An orderly close. The client waits in {c}, the server is in {s}.",
      old: "{pause} later an old segment turns up, a copy of the answer with number {seq}.",
      ack: "In {c} the client does as the RFC tells it and says what it expects: ACK {a}.",
      rst: "The server has long forgotten the connection and answers this ACK with RST. The client believes it: {c}.",
      danger:
        "So an old copy ended {tw} before its time, and what is left of the old connection may now disturb a new one. RFC 1337 calls it assassination and proposes to ignore a RST in this state.",
    },
    questions: {},
  },
  "port-reuse": {
    notes: {
      closed: "The server closed first and has to wait in {s}.",
      syn: "The client takes the same port again. Its SYN has a higher number and a later timestamp than all before, so the server may end the wait and is in {s}.",
      new: "The SYN-ACK has a new first number, too. Its ACK is {a}, counted from the new SYN; the client is in {c}.",
      pair: "A new connection on the same pair of addresses and ports: {s}. Only numbers and timestamps tell its segments from the old ones.",
    },
    questions: {
      syn: {
        ask: "The server’s wait is not over, and the client sends a new SYN from the same port. What does the server do?",
        options: {
          accept: "It accepts, if the number is new enough",
          refuse: "It always refuses",
          wait: "It waits for the timer first",
        },
      },
    },
  },
};
