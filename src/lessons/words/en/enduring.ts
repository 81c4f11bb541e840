import type { EnduringWords } from "../lesson-words.ts";

export const enduring: EnduringWords = {
  "zero-window": {
    notes: {
      small: "The server has a small receive buffer: its window is {w} bytes. More may not be on the way.",
      full: "Another {n} bytes, and the window is full. The client has to stop.",
      zero: "The server acknowledges {a}, but its program reads nothing: the window is {w}.",
      probe:
        "The client probes: an old number, {seq}, one less than the {next} expected, and no data. The server has to answer such a segment.",
      still: "The answer: still a window of {w}.",
      update:
        "Now the program reads. The server tells it unasked: the same ACK of {a}, but a window of {w}. This is a window update.",
      on: "The client goes on at {seq}. The window was shut for {shut}.",
    },
    questions: {
      probe: {
        ask: "A window update can be lost. How does the client guard against waiting for ever?",
        options: {
          probe: "It asks again and again",
          wait: "It waits",
          close: "It closes the connection",
        },
      },
    },
  },
  "keep-alive": {
    notes: {
      idle: "Request and answer are through. Both ends are in {c}, and nobody has anything to say.",
      probe:
        "After {pause} of silence the client asks: are you still there? The segment has {n} bytes and an old number, {seq}.",
      answer:
        "The server has got that number already and says what it expects: ACK {a}. That is the sign of life.",
      "nothing-moves":
        "Again and again. No state changes: {c} at the client, {s} at the server. Keep-alives do not belong to the data.",
      close: "The close goes on with the right number, {seq}: the client is in {c}.",
    },
    questions: {},
  },
  "reset-by-client": {
    notes: {
      open: "An open connection: both ends in {c}.",
      rst: "The client’s program throws it away: RST instead of FIN. Both ends are in {s} at once; what was on the way is lost.",
      number:
        "The RST has exactly the number that the server expects: {seq}, as its last ACK of {next} says. That is what makes it credible.",
      "no-answer": "A RST is not acknowledged, and nobody waits afterwards.",
    },
    questions: {},
  },
  "reset-by-server": {
    notes: {
      request: "A second request of {n} bytes. The server is in {s}.",
      acknowledged:
        "The server’s TCP acknowledges {a}: the data is in its buffer. That does not mean that the program has read it.",
      rst: "The program closes without reading. TCP must not pretend that all went well: RST. Both ends are in {s}.",
      why: "So a close with unread data becomes a reset, and the client learns that its request was not heard.",
    },
    questions: {
      rst: {
        ask: "The server’s program closes without having read the second request. What does its TCP send?",
        options: {
          fin: "A FIN, as at any close",
          rst: "A RST: data is unread",
          nothing: "Nothing before the client closes, too",
        },
      },
    },
  },
  "blind-reset": {
    notes: {
      open: "An open connection, captured at the server: {s}. An attacker who cannot see it begins to guess.",
      near: "A forged RST with number {seq}. It is inside the window, but the server expects {next} exactly. It stays in {s}.",
      challenge:
        "Instead the server asks back with an ACK of {a}: a challenge ACK (RFC 5961). A peer that had really reset would answer with the exact number.",
      far: "The next RST lies outside the window: ignored without an answer. {s}.",
      syn: "A forged SYN does no more: {s}.",
      again:
        "Not the SYN either: it gets a challenge ACK of {a}. Only a RST with the exact number ends the connection.",
      alive: "And the connection lives on: client {c}, server {s}.",
    },
    questions: {
      again: {
        ask: "What would the attacker have to guess?",
        options: {
          exact: "The exact next number",
          any: "Any number in the window",
          address: "The addresses only",
        },
      },
    },
  },
  partial: {
    notes: {
      forged:
        "This capture began too late and holds little. The first thing in it is a RST with a number far off: forged, and ignored.",
      middle:
        "Data: so the connection was open. That the client is in {c} follows from this segment; how it got there, the capture does not say.",
      alone:
        "A second connection of which only the client’s segments were captured. It is in {c}; of the server nothing can be said yet.",
      must: "An ACK of {a}: there must have been a SYN-ACK, or the client could not know the number. So it is in {c}.",
      other:
        "A third, of which only the server’s segments were captured. The ACK of {a} proves a SYN; the server is in {s}.",
      data: "The server acknowledges data: its number is {a}, beyond the SYN. It takes data only once the client’s ACK is there, so it is in {s}.",
    },
    questions: {},
  },
};
