/** What the examples of the gallery are about. */
export const chapters = {
  opening: "Opening",
  losing: "When segments are lost",
  closing: "Closing",
  enduring: "While it is open",
};

/** The examples: a title, and one line on what happens. */
export const examples = {
  "handshake-and-close": {
    title: "From SYN to FIN",
    text: "Three-way handshake, a request and its answer, four-segment close.",
  },
  refused: { title: "Connection refused", text: "Nobody listens on the port: a RST answers the SYN." },
  "icmp-rejected": {
    title: "Rejected by ICMP",
    text: "A firewall answers the SYN with an ICMP error instead of a RST.",
  },
  "simultaneous-open": {
    title: "Simultaneous open",
    text: "Both ends call connect(), and their SYNs cross on the way.",
  },
  "fast-open": { title: "Fast Open", text: "First a cookie, then data in the SYN itself." },
  "given-up": {
    title: "Given up while opening",
    text: "The client resets before the handshake is complete.",
  },
  "refused-at-last": {
    title: "Refused at the last moment",
    text: "The handshake looks complete, then the server resets.",
  },
  "new-syn": {
    title: "Another SYN on the same port",
    text: "A second SYN with another ISN takes the place of the first.",
  },
  "old-duplicate-syn": {
    title: "Old duplicate SYN",
    text: "RFC 9293 figure 8: the client rejects an answer to an old SYN.",
  },
  "half-open": {
    title: "Half-open discovered",
    text: "RFC 9293 figure 9: one end has crashed; the other learns it from a RST.",
  },
  "syn-lost": {
    title: "The first SYN is lost",
    text: "Silence; after one second the client sends its SYN again.",
  },
  "syn-never-answered": {
    title: "SYN never answered",
    text: "Each wait is twice the one before, until the client gives up.",
  },
  "syn-ack-lost": {
    title: "The SYN,ACK is lost",
    text: "Both ends send again what the other seems not to have heard.",
  },
  "syn-received-for-ever": {
    title: "SYN-RECEIVED, never completed",
    text: "The last ACK of the handshake never comes, and the server gives up.",
  },
  "completed-by-data": {
    title: "Handshake completed by data",
    text: "The last ACK is lost; the first data brings it along.",
  },
  "completed-by-fin": {
    title: "Handshake completed by a FIN",
    text: "The last ACK is lost, and the client has nothing to say but goodbye.",
  },
  "fin-lost": { title: "Every FIN is lost", text: "The client closes, nobody hears it, and it gives up." },
  "loss-at-both-ends": {
    title: "A loss, seen from both ends",
    text: "Data is lost, then an ACK: only both captures tell which.",
  },
  "three-segment-close": {
    title: "Three-segment close",
    text: "ACK and FIN of the server travel in one segment.",
  },
  "server-closes-first": {
    title: "The server closes first",
    text: "Then it is the server that waits in TIME-WAIT.",
  },
  "half-close": { title: "Half-close", text: "The client has sent all; the server goes on sending." },
  "simultaneous-close": {
    title: "Simultaneous close",
    text: "The FINs cross: both ends pass through CLOSING.",
  },
  "close-wait-stays": {
    title: "CLOSE-WAIT that stays",
    text: "The server forgets to close, and the client does not wait for ever.",
  },
  "time-wait": {
    title: "What TIME-WAIT is for",
    text: "The last ACK is lost; the repeated FIN finds somebody to answer.",
  },
  "time-wait-assassination": {
    title: "TIME-WAIT cut short",
    text: "An old segment provokes a RST that ends the waiting.",
  },
  "port-reuse": {
    title: "The same port again",
    text: "Out of TIME-WAIT into a new connection between the same addresses and ports.",
  },
  "zero-window": {
    title: "Zero window",
    text: "The receiver is full; the sender probes until there is room.",
  },
  "keep-alive": { title: "Keep-alive", text: "Nothing to say, but is anybody still there?" },
  "reset-by-client": {
    title: "Reset by the client",
    text: "RST instead of FIN: both ends are CLOSED at once.",
  },
  "reset-by-server": {
    title: "Reset by the server",
    text: "The server closes while a request lies unread: RST instead of FIN.",
  },
  "blind-reset": {
    title: "Blind reset, challenge ACK",
    text: "Forged RSTs fail, because they do not know the numbers exactly.",
  },
  partial: {
    title: "A capture in part",
    text: "What can still be known when segments are missing, and what cannot.",
  },
};
