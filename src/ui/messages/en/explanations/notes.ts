import type { AnnotationKind } from "../../../../tcp/annotation.ts";
import { countOctets } from "../start/wording.ts";

/** What a sentence about an annotation can name; every figure may be missing. */
export interface NoteFigures {
  readonly count: number | null;
  /** `segment 3`, or null. */
  readonly earlier: string | null;
  /** `1.00 s`, or null. */
  readonly interval: string | null;
  readonly octets: number | null;
  /** The interval through the one before. */
  readonly factor: number | null;
}

/** How the wait compares with the one before. */
function growth({ factor }: NoteFigures): string {
  if (factor === null) return "";
  if (factor > 1.85 && factor < 2.15) return ", twice the wait before";
  return factor > 0.95 && factor < 1.05 ? ", the same wait as before" : "";
}

/** `, 1.00 s after segment 3`, as far as known. */
function after({ interval, earlier }: NoteFigures): string {
  if (earlier === null) return "";
  return interval === null ? ` (${earlier} again)` : `, ${interval} after ${earlier}`;
}

const copy =
  (what: string) =>
  (figures: NoteFigures): string =>
    `${what} once more${figures.count === null ? "" : ` (copy ${figures.count + 1})`}${after(figures)}${growth(figures)}.`;

const octetsOrNone = (octets: number | null): string => (octets === null ? "octets" : countOctets(octets));

/** What is noteworthy about a segment. */
export const notes: Record<AnnotationKind, (figures: NoteFigures) => string> = {
  "syn-retransmission": copy("The same SYN"),
  "syn-ack-retransmission": copy("The same SYN,ACK"),
  "fin-retransmission": copy("The same FIN"),
  retransmission: (figures) => `Retransmission: these octets were sent before${after(figures)}.`,
  "fast-retransmission": (figures) =>
    `Fast retransmission: duplicate ACKs asked for these octets${after(figures)}; no timer had to run out.`,
  "spurious-retransmission": (figures) =>
    `Spurious retransmission: the other end had acknowledged these octets already${after(figures)}.`,
  "out-of-order": () => "Out of order: octets that come after these stand earlier in the capture.",
  // A gap that refers to a segment is explained by what is left out before that.
  "gap-before": ({ octets, earlier }) =>
    earlier === null
      ? `Just before this segment, ${octetsOrNone(octets)} of this end are missing in the capture.`
      : `Just before this segment, ${octetsOrNone(octets)} of this end are among what is left out before ${earlier}.`,
  "ack-unseen": ({ octets, earlier }) => {
    if (earlier === null) return `It acknowledges ${octetsOrNone(octets)} that the capture does not hold.`;
    if (octets === 0)
      return `Wireshark would say that it acknowledges data not captured; ${earlier} brought it, with more in front.`;
    return `It acknowledges ${octetsOrNone(octets)} that are among what is left out before ${earlier}.`;
  },
  "duplicate-ack": ({ count }) =>
    `Duplicate ACK${count === null ? "" : ` number ${count}`}: it repeats the acknowledgment number of before, as TCP answers a segment out of order or a copy.`,
  "keep-alive": () => "Keep-alive: an old number, sent only to make the other end answer.",
  "keep-alive-ack": ({ earlier }) =>
    `The answer to the keep-alive${earlier === null ? "" : ` of ${earlier}`}.`,
  "window-probe": () => "Window probe: the window of the other end is closed; this asks whether it still is.",
  "window-probe-ack": () => "The answer to the window probe: the window is still closed.",
  "zero-window": () => "Window 0: this end has no room for more data now.",
  "window-full": () => "This segment fills the window of the other end to the last octet.",
  "window-update": () => "Window update: the acknowledgment number is that of before, the window is another.",
  "port-reuse": () => "The same addresses and ports carried another connection earlier in this capture.",
  "stray-syn": () =>
    "A SYN with another initial sequence number, inside a connection that goes on: an old duplicate, or forged. It changes nothing.",
  "challenge-ack": () =>
    "Challenge ACK: it only repeats what is expected, so that the other end must show that it meant what it sent (RFC 5961).",
  "rst-refused": () => "Refused: nobody listens on this port, or a firewall answers so.",
  "rst-reply": () =>
    "The RST answers a segment that fits no connection of this end: it takes its sequence number from that segment’s acknowledgment number.",
  "rst-abort": () => "Abort: a RST at this end’s own next sequence number.",
  "rst-bare": () => "A RST without the ACK flag that no segment has called for.",
  "rst-not-exact": () =>
    "The RST lies in the window, but not exactly at the expected number: the receiver must not obey it but send a challenge ACK (RFC 5961).",
  "rst-outside": () => "The RST lies outside the window: the receiver ignores it.",
  "simultaneous-open": () => "Simultaneous open: both ends have sent a SYN of their own.",
  "simultaneous-close": () => "Simultaneous close: both ends have sent a FIN before the other’s had arrived.",
  "unseen-fin": () => "It acknowledges a FIN that the capture does not hold.",
  "captured-twice": () => "The capture holds this packet twice; the second copy changes nothing.",
  elided: () => "Segments are left out just before this one.",
  "time-jump": () => "The clock jumps here, so no durations are given across it.",
  wrap: () => "The sequence numbers wrap round from 4,294,967,295 to 0 here.",
  "icmp-unreachable": () =>
    "An ICMP error answers this segment: a host or firewall on the way says that the port, host or network cannot be reached.",
  "tfo-request": () => "It asks for a Fast Open cookie (RFC 7413).",
  "tfo-cookie": () => "It hands out a Fast Open cookie (RFC 7413).",
  "tfo-data": () => "Fast Open: the SYN carries data already (RFC 7413).",
  "tfo-accepted": () => "Fast Open accepted: the data of the SYN is acknowledged.",
  "tfo-refused": () => "Fast Open refused: only the SYN is acknowledged, its data must be sent again.",
  "ecn-setup": () => "It offers ECN: CWR and ECE in a SYN (RFC 3168).",
  "ecn-accepted": () => "It accepts ECN (RFC 3168).",
  "ecn-echo": () => "ECN-Echo: a router has marked congestion on the way.",
  cwr: () => "CWR: this end has slowed down after an ECN-Echo.",
  urgent: ({ octets }) =>
    `Urgent data${octets === null ? "" : `: ${octetsOrNone(octets)} up to the urgent pointer`}.`,
  rejected: () => "The other end answers this segment with a bare RST and does not use it.",
};
