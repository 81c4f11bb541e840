import type { Fate } from "../../../../tcp/analysis.ts";
import type { AnnotationKind } from "../../../../tcp/annotation.ts";
import type { ArrowId, InferredCall } from "../../../../tcp/arrows.ts";
import { formatCount } from "../../../figures.ts";

type Chip = string | ((count: string, octets: string) => string);

/** What a chip says: as short as it can be said; the panel *Why* says it in full. */
const chips: Record<AnnotationKind, Chip> = {
  "syn-retransmission": (count) => `SYN again${count}`,
  "syn-ack-retransmission": (count) => `SYN,ACK again${count}`,
  "fin-retransmission": (count) => `FIN again${count}`,
  retransmission: (count) => `retransmission${count}`,
  "fast-retransmission": "fast retransmission",
  "spurious-retransmission": "spurious retransmission",
  "out-of-order": "out of order",
  "gap-before": (_, octets) => `gap before${octets}`,
  "ack-unseen": "acknowledges past a gap",
  "duplicate-ack": (count) => `duplicate ACK${count}`,
  "keep-alive": "keep-alive",
  "keep-alive-ack": "keep-alive answered",
  "window-probe": "window probe",
  "window-probe-ack": "probe answered",
  "zero-window": "zero window",
  "window-full": "window full",
  "window-update": "window update",
  "port-reuse": "port used again",
  "stray-syn": "stray SYN",
  "challenge-ack": "challenge ACK",
  "rst-refused": "refused",
  "rst-reply": "RST in reply",
  "rst-abort": "abort",
  "rst-bare": "bare RST",
  "rst-not-exact": "RST not exact",
  "rst-outside": "RST outside the window",
  "simultaneous-open": "simultaneous open",
  "simultaneous-close": "simultaneous close",
  "unseen-fin": "FIN not captured",
  "captured-twice": "captured twice",
  elided: "segments left out before",
  "time-jump": "clock jumps",
  wrap: "numbers wrap",
  "icmp-unreachable": "ICMP: unreachable",
  "tfo-request": "asks for Fast Open",
  "tfo-cookie": "Fast Open cookie",
  "tfo-data": "Fast Open data",
  "tfo-accepted": "Fast Open accepted",
  "tfo-refused": "Fast Open refused",
  "ecn-setup": "ECN offered",
  "ecn-accepted": "ECN accepted",
  "ecn-echo": "ECN-Echo",
  cwr: "CWR",
  urgent: "urgent data",
  rejected: "rejected",
};

/** null: the chip of the RST says what it is. */
const calls: Record<InferredCall, string | null> = {
  listen: "listen()",
  connect: "connect()",
  "connect-returns": "connect() = 0",
  "connect-refused": "connect(): ECONNREFUSED",
  "connect-times-out": "connect(): ETIMEDOUT",
  "connect-unreachable": "connect(): unreachable",
  "accept-can-return": "accept() can return",
  close: "close()",
  "read-returns-end": "read() = 0",
  abort: null,
  "connection-reset": "ECONNRESET",
};

const events: Partial<Record<ArrowId, string>> = {
  T10: "a new SYN comes",
  T13: "gives up on its SYN,ACK",
  T16: "gives up on its SYN",
  T17: "ICMP: unreachable",
  T24: "FIN-WAIT-2 timer, if closed",
  T28: "2MSL timer",
  T30: "a new SYN comes",
  T35: "gives up on its FIN",
  T36: "user timeout",
  T37: "replaced by a new connection",
};

const fates: Partial<Record<Fate, string>> = {
  "lost-or-ignored": "lost or ignored",
  "lost-or-late": "lost or late",
  doubtful: "lost or ignored",
};

export const diagram = {
  /** Under a diagram on paper. */
  notPrinted: (shown: number, all: number) =>
    `Segments 1 to ${formatCount(shown)} of ${formatCount(all)}: the others are not printed.`,
  chips,
  calls,
  events,
  /** Of a timer that will run out after the end of the capture. */
  ifSilent: (event: string) => `if nothing comes: ${event}`,
  fates,
  wait: (wait: string) => `${wait} later`,
  before: (wait: string) => `${wait} before`,
  unknown: "not known",
  or: (states: readonly string[]) => states.join(" or "),
  /** The role of an end, where both open actively. */
  activeOpener: (role: string) => `${role}, active opener`,
  oneSocket: "the same socket",
  timeShort: "s",
  tableCaption: (first: number, last: number, all: number) =>
    `Segments ${first} to ${last} of ${all} with the states after each`,
  /** The number of a segment in the table, where it is marked. */
  markedNumber: (position: number) => `${position}, marked`,
  zoom: {
    label: "Zoom",
    farther: "Farther (−)",
    nearer: "Nearer (+)",
    fit: "Fit",
    fitHint: "As near as everything fits, otherwise as far as it goes (0)",
  },
  strip: {
    label: "Whole connection",
    hint: "Click or drag to move through the whole connection",
    inSight: (first: number, last: number, all: number) =>
      `Segments ${first} to ${last} of ${all} are in sight`,
  },
  columns: {
    number: "Segment",
    time: "Time in seconds",
    sender: "Sent by",
    segment: "Segment",
    fate: "What became of it",
    client: "Client",
    server: "Server",
    notes: "Notes",
  },
  fateWords: {
    delivered: "arrives",
    assumed: "assumed to arrive",
    lost: "lost",
    "lost-or-ignored": "lost or ignored",
    duplicate: "not needed",
    doubtful: "lost or ignored",
    "no-answer": "no answer ever",
    unknown: "not known",
    "lost-or-late": "lost or late",
  } satisfies Record<Fate, string>,
  legend: {
    label: "Legend",
    bands: {
      certain: "observed or proved",
      assumed: "assumed",
      gap: "inferred",
      clock: "by a clock",
      either: "one of two states",
      unknown: "not known",
    },
    fates: {
      assumed: "arrival assumed",
      lost: "lost",
      doubtful: "lost or ignored",
      duplicate: "not needed",
      unknown: "arrival not known",
      "no-answer": "never answered",
      "lost-or-late": "repeated: lost or late",
    },
    call: "inferred call",
    times: "times: as captured, at one end or between",
  },
};
