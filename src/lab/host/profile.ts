import { LARGEST_GAP, SHORTEST_TIMER, TIME_WAIT_LENGTH } from "../../tcp/retransmission-limit.ts";
import type { ProfileName } from "../script/script.ts";

const MS = 1e6;
const S = 1e9;

/** When a host gives up repeating: after so many copies, or at the first timer that runs out so long after the first. */
export type Limit = { readonly copies: number } | { readonly time: number };

/** The numbers that a host's timers go by, in nanoseconds. */
export interface Profile {
  /** Before a round trip is known (RFC 6298 rule 2.1). */
  readonly firstTimeout: number;
  /** Rule 2.4; Linux: `TCP_RTO_MIN`, which is the least of 4 RTTVAR there. */
  readonly leastTimeout: number;
  /** Rule 2.5. */
  readonly largestTimeout: number;
  /** Linux adds the least timeout to SRTT; the RFC takes it for the least sum. */
  readonly addsLeastTimeout: boolean;
  /** R2 of RFC 9293 section 3.8.3. */
  readonly synLimit: Limit;
  readonly synAckLimit: Limit;
  readonly dataLimit: Limit;
  /** Once the program has closed, nobody waits for the rest. */
  readonly orphanLimit: Limit;
  /** A FIN-WAIT-2 that no program holds ends then; null: never (RFC 9293 has no such timer). */
  readonly finWait2: number | null;
  /** 2MSL (RFC 9293 section 3.4.2; Linux `TCP_TIMEWAIT_LEN`). */
  readonly timeWait: number;
  /** How long an ACK may be held back (RFC 9293 section 3.8.6.3: less than 0.5 s). */
  readonly delayedAck: number;
  /** How many ACKs of data leave at once before any is held back. */
  readonly quickAcks: number;
  /**
   * How much longer than two round trips a tail loss probe waits: where one segment is on its way, and where several
   * are (RFC 8985 section 7.2); null: none is sent.
   */
  readonly tailProbe: { readonly alone: number; readonly together: number } | null;
  /** A window probe has no data and an old number; else it is the next octet (RFC 9293 section 3.8.6.1). */
  readonly probesWithoutData: boolean;
  /** After close() nothing can be read: data that comes, or was not read, gets a RST (RFC 9293 section 3.6.1, MAY). */
  readonly closesBothWays: boolean;
  readonly timestamps: boolean;
  readonly sackPermitted: boolean;
  /** The least shift that a SYN offers; null: none where the window fits without. */
  readonly windowScale: number | null;
  /** Receive buffer in octets, where the script says nothing. */
  readonly window: number;
}

export const PROFILE: Readonly<Record<ProfileName, Profile>> = {
  rfc: {
    firstTimeout: S,
    leastTimeout: S,
    largestTimeout: 60 * S,
    addsLeastTimeout: false,
    synLimit: { time: 180 * S },
    synAckLimit: { time: 180 * S },
    dataLimit: { time: 100 * S },
    orphanLimit: { time: 100 * S },
    finWait2: null,
    timeWait: 240 * S,
    delayedAck: 200 * MS,
    quickAcks: 0,
    tailProbe: null,
    probesWithoutData: false,
    closesBothWays: false,
    timestamps: false,
    sackPermitted: false,
    windowScale: null,
    window: 65_535,
  },
  // net.ipv4.tcp_*: syn_retries 6 (syn_linear_timeouts 0), synack_retries 5, retries2 15, orphan_retries 8.
  linux: {
    firstTimeout: S,
    leastTimeout: SHORTEST_TIMER,
    largestTimeout: LARGEST_GAP,
    addsLeastTimeout: true,
    synLimit: { copies: 6 },
    synAckLimit: { copies: 5 },
    dataLimit: { copies: 15 },
    orphanLimit: { copies: 8 },
    finWait2: 60 * S,
    timeWait: TIME_WAIT_LENGTH,
    delayedAck: 40 * MS,
    quickAcks: 16,
    tailProbe: { alone: 200 * MS, together: 8 * MS },
    probesWithoutData: true,
    closesBothWays: true,
    timestamps: true,
    sackPermitted: true,
    windowScale: 7,
    window: 64_240,
  },
};
