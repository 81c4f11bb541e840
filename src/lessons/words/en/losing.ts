import type { LosingWords } from "../lesson-words.ts";

export const losing: LosingWords = {
  "syn-lost": {
    notes: {
      lost: "The SYN leaves the client, which is in {c}. It was dropped on the way when this was recorded; a capture alone says only that it was lost or late. The server is still in {s}: it has heard nothing.",
      again:
        "After {pause} without an answer the client sends the very same SYN again, with the same number {seq}. This time the server is in {s}.",
      answer: "The SYN-ACK arrives, the client is in {c}.",
      open: "The server, too, is in {s}. The whole handshake took {all}, nearly all of it waiting for the timer.",
    },
    questions: {},
  },
  "syn-never-answered": {
    notes: {
      syn: "A SYN into silence. The client is in {c}; of the other end nothing can be said.",
      first: "Repetition {n}, after {pause}.",
      second: "Repetition {n}, after {pause}: the wait has doubled.",
      doubling:
        "{third}, then {fourth}. Each wait is twice the one before: exponential back-off. A network in trouble must not be flooded.",
      last: "Repetition {n}, {all} after the first SYN, is the last. The client stays in {c}, waits once more twice as long, and connect() fails with “timed out”.",
      mended: "The network works again; the next attempt goes through at once: client {c}, server {s}.",
    },
    questions: {
      second: {
        ask: "How long does the client wait before the next repetition?",
        options: { same: "As long as before", double: "Twice as long", more: "Ten times as long" },
      },
    },
  },
  "syn-ack-lost": {
    notes: {
      silence:
        "The SYN arrives, but the server’s SYN-ACK is lost on the way, so this capture at the client does not hold it. For the client, in {c}, that is the same as a lost SYN.",
      again: "After {pause} the client sends its SYN again.",
      answer: "A SYN-ACK comes through, and the client is in {c}.",
      second:
        "A second SYN-ACK: the server’s timer and the repeated SYN both called for one. The client stays in {c} and answers with an ACK.",
      repeat: "The same ACK of {a} once more. A duplicate does no harm: TCP answers it and goes on.",
    },
    questions: {
      second: {
        ask: "What does an open connection do with a SYN-ACK that comes again?",
        options: { restart: "It starts over", ack: "It sends an ACK", reset: "It sends a RST" },
      },
    },
  },
  "syn-received-for-ever": {
    notes: {
      syn: "A SYN of which the sender will never be heard again. In this lab it was forged, but a segment does not tell that: the diagram shows a client in {c} as it would any other, and the server takes it for one, too: {s}.",
      "no-ack": "The server answers, but the SYN-ACK reaches nobody. The server remains in {s}.",
      again: "After {pause} it repeats the SYN-ACK.",
      "back-off": "Repetition {n}. Each wait is twice the one before: {before}, then {pause}.",
      flood:
        "Repetition {n}, {all} after the first SYN-ACK. All that time the server has had to remember the attempt, in {s}; after one more wait Linux forgets it. Thousands of such SYNs are a SYN flood; SYN cookies are the remedy.",
      real: "Later another client comes, answers the SYN-ACK and gets in: {s}.",
    },
    questions: {
      flood: {
        ask: "What does such a SYN cost the server?",
        options: {
          memory: "Memory for the attempt",
          bandwidth: "The whole bandwidth",
          time: "Nothing at all",
        },
      },
    },
  },
  "completed-by-data": {
    notes: {
      "syn-ack": "The client has got the SYN-ACK and is in {c}. Its ACK is lost; the server waits in {s}.",
      again: "After {pause} the server, still in {s}, repeats its SYN-ACK. The client’s answer is lost, too.",
      data: "The client’s request arrives. Every segment after the SYN carries an ACK, this one of {a}: the server is in {s}.",
      both: "The server took the data as well: it acknowledges {a}. One segment completed the handshake and brought the request.",
    },
    questions: {},
  },
  "completed-by-fin": {
    notes: {
      "syn-ack":
        "The client is in {c}, the server in {s}. The client’s ACK is lost, and the client has nothing to say.",
      fin: "It closes. The FIN carries an ACK of {a}, so the server passes from {before} through the open state to {s} at one segment.",
      ack: "The server acknowledges {a}: the SYN and the FIN took one number each. The client is in {c}.",
      end: "Closed in order: the server {s}, the client {c}. Not one byte of data was sent.",
    },
    questions: {},
  },
  "fin-lost": {
    notes: {
      fin: "The client closes: {c}. But its FIN is lost, and the server stays in {s}.",
      again: "No ACK: after {pause} the FIN is sent again, repetition {n}. The client is still in {c}.",
      "back-off": "Repetition {n}. The waits grow as with a SYN: {before}, then {pause}.",
      "silent-end":
        "The client has given up without a word and is in {c}. The server, in {s}, knows nothing of it and sends data.",
      rst: "Nobody knows this connection any more: RST. Only now does the server learn of the end: {s}.",
    },
    questions: {
      "silent-end": {
        ask: "What does the server know of the client’s close?",
        options: { knows: "Everything", not: "Nothing at all", half: "That the FIN was lost" },
      },
    },
  },
  "loss-at-both-ends": {
    notes: {
      both: "The same connection, captured at the client and at the server. Each arrow begins where one capture holds the segment as it leaves and ends where the other one holds it as it comes; each end has its own clock. Client {c}, server {s}.",
      data: "{octets} octets leave the client and never come: the server’s capture was running and does not hold them. From the server’s capture alone this segment does not exist; from the client’s alone it is lost or late, which nothing tells apart.",
      again: "No ACK: after {pause} the client sends the same octets again, and now they arrive.",
      came: "The next {octets} octets arrive at the first attempt.",
      answer:
        "The server has them and acknowledges {a}. But this ACK is lost: now it is the client’s capture that does not hold the segment.",
      alike:
        "After {pause} it sends the octets again, exactly as before. Seen from the client alone, both losses look alike; seen from the server alone, nothing was lost and the octets come twice. Only both captures show that the first time data was lost, the second time an ACK.",
      told: "The server, which needs nothing, acknowledges {a} once more. Of a loss, ask for the capture of the other end.",
    },
    questions: {
      alike: {
        ask: "The client hears nothing. What does it do?",
        options: {
          waits: "It waits for the server",
          again: "It repeats what it sent",
          reset: "It sends a RST",
        },
      },
    },
  },
};
