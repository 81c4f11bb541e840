/** A recording of the kernel lab and what its picture must show. */
export interface KernelPicture {
  readonly capture: string;
  /** Where it was captured. */
  readonly host: "client" | "server";
  /** The most telling segment, at which its picture is compared with the baseline. */
  readonly position: number;
  /**
   * The states beside each lifeline. They are those that the kernels of both hosts recorded while the capture was
   * made, but for three things: a listening server's CLOSED before LISTEN is not drawn; TIME-WAIT ends in CLOSED
   * after the last segment; and a FIN that also acknowledges the own FIN leads from FIN-WAIT-1 straight to TIME-WAIT
   * (RFC 9293, section 3.10.7.4), where Linux names FIN-WAIT-2 in between.
   */
  readonly client: string;
  readonly server: string;
}

const CLOSES_FIRST = "CLOSED > SYN-SENT > ESTABLISHED > FIN-WAIT-1 > FIN-WAIT-2 > TIME-WAIT > CLOSED";
const CLOSES_SECOND = "LISTEN > SYN-RECEIVED > ESTABLISHED > CLOSE-WAIT > LAST-ACK > CLOSED";
const NORMAL = { host: "client", client: CLOSES_FIRST, server: CLOSES_SECOND } as const;

export const kernelPictures: readonly KernelPicture[] = [
  { ...NORMAL, capture: "handshake-and-close", position: 3 },
  {
    ...NORMAL,
    capture: "three-segment-close",
    position: 10,
    client: "CLOSED > SYN-SENT > ESTABLISHED > FIN-WAIT-1 > TIME-WAIT > CLOSED",
  },
  {
    capture: "refused",
    host: "client",
    position: 2,
    client: "CLOSED > SYN-SENT > CLOSED",
    server: "CLOSED",
  },
  {
    capture: "reset-by-client",
    host: "client",
    position: 8,
    client: "CLOSED > SYN-SENT > ESTABLISHED > CLOSED",
    server: "LISTEN > SYN-RECEIVED > ESTABLISHED > CLOSED",
  },
  { ...NORMAL, capture: "syn-lost-once", position: 2 },
  { ...NORMAL, capture: "syn-ack-lost-once", position: 4 },
  { ...NORMAL, capture: "fin-lost-once", position: 9 },
  {
    capture: "simultaneous-open",
    host: "client",
    position: 3,
    client: "CLOSED > SYN-SENT > SYN-RECEIVED > ESTABLISHED > FIN-WAIT-1 > FIN-WAIT-2 > TIME-WAIT > CLOSED",
    server: "CLOSED > SYN-SENT > SYN-RECEIVED > ESTABLISHED > CLOSE-WAIT > LAST-ACK > CLOSED",
  },
  { ...NORMAL, capture: "final-ack-lost", position: 11 },
  { ...NORMAL, capture: "keep-alive", position: 10 },
  { ...NORMAL, capture: "blind-reset", host: "server", position: 19 },
  {
    capture: "write-to-closed-peer",
    host: "client",
    position: 11,
    client: "CLOSED > SYN-SENT > ESTABLISHED > CLOSE-WAIT > CLOSED",
    server: "LISTEN > SYN-RECEIVED > ESTABLISHED > FIN-WAIT-1 > FIN-WAIT-2 > CLOSED",
  },
  {
    capture: "abort-in-syn-sent",
    host: "client",
    position: 3,
    client: "CLOSED > SYN-SENT > CLOSED",
    server: "LISTEN > SYN-RECEIVED > LISTEN",
  },
  {
    capture: "server-crash",
    host: "client",
    position: 9,
    client: "CLOSED > SYN-SENT > ESTABLISHED > CLOSED",
    server: "LISTEN > SYN-RECEIVED > ESTABLISHED > CLOSED",
  },
];
