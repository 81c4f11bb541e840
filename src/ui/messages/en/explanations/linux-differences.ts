import type { LinuxDifference } from "../../../../tcp/fact.ts";

/** Where Linux, or `ss` on it, shows something else than the states of RFC 9293. */
export const linuxDifferences: Record<LinuxDifference, string> = {
  "listener-stays-listen":
    "On Linux the listening socket stays LISTEN; a request of its own stands beside it in SYN-RECEIVED.",
  "dropped-syn-looks-lost":
    "A SYN that a full accept queue or a firewall drops looks the same as one that was lost on its way.",
  "accept-queue-full":
    "The server may have ignored the ACK because its accept queue is full; Linux then repeats the SYN,ACK.",
  "fin-wait-1-begins-at-close":
    "On Linux FIN-WAIT-1 begins at close(), even while the FIN still waits behind data.",
  "close-looks-like-shutdown":
    "close() and shutdown() look alike on the wire until the other end sends data.",
  "orphaned-fin-wait-2-resets":
    "On Linux a connection in FIN-WAIT-2 that no process owns any more answers data with RST.",
  "unread-data-becomes-rst": "On Linux close() with data unread sends RST instead of FIN.",
  "challenge-ack-for-syn": "Linux answers a SYN inside a connection with a challenge ACK, always.",
  "rst-sender-closes": "After sending a RST, Linux goes to CLOSED; RFC 9293 also allows TIME-WAIT.",
};
