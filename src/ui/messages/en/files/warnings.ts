import { PROTOCOL_NAMES } from "../../../../base/protocol-names.ts";
import type { NamedReason, WarningCode } from "../../../../capture/reading-codes.ts";
import { type Sentence, skippedIn, warningsIn } from "../../word-code.ts";

/** What could not be read, or was read with doubt. */
export const warnings: Readonly<Record<WarningCode, Sentence>> = {
  "record-cut": ({ missing }) => `The file ends within a record: ${missing} more octets were announced.`,
  "record-length": ({ length }) =>
    `A record claims ${length} octets, which no capture has: reading goes on at the next record that makes sense.`,
  "block-cut": ({ missing }) => `The file ends within a block: ${missing} more octets were announced.`,
  "block-length": ({ length }) =>
    `A block claims ${length} octets: reading goes on at the next block that makes sense.`,
  "block-trailer": ({ first, second }) =>
    `A block gives its length once as ${first} and once as ${second} octets: reading goes on at the next block that makes sense.`,
  "block-short": "The description of an interface is too short to read and was left out.",
  "pcapng-byte-order":
    "A section does not say its byte order: reading goes on at the next block that makes sense.",
  "section-version": ({ version }) => `A section has the unknown version ${version}: reading stops here.`,
  "unknown-interface": ({ interface: id }) =>
    `A record names interface ${id}, which the file does not describe.`,
  "packet-length": ({ length }) => `A record claims ${length} octets, more than its block has.`,
  "gzip-cut": ({ length }) => `The gzip data is cut short or damaged after ${length} inflated octets.`,
  "zstd-cut": ({ length }) => `The zstd data is cut short or damaged after ${length} unpacked octets.`,
  "time-out-of-order": "The time does not fit the lines around it: it was left out, the order was kept.",
  "port-out-of-range": "The port is above 65535: the line was left out.",
  "header-cut": "The printed TCP header is cut short: what it has was read.",
  "fields-missing": "The line lacks fields that tcpdump prints: what it has was read.",
  "syn-ack-without-number": "A SYN,ACK without an acknowledgment number.",
  "octets-differ": "The hex dump below says something else than the line: the octets were taken.",
  "socket-fits-none": () => "This socket belongs to no connection of the text.",
  restated: ({ line }) => `The line repeats, without a time, what line ${line} says: it was left out.`,
  "seen-on-two-interfaces": ({ line }) =>
    `The segment of line ${line}, seen on another interface: it was left out.`,
  "tcp-hidden": ({ protocol }) => `The ${protocol} summary hides the TCP header.`,
  "only-a-mention": "Ends and flags without any number: a mention, not a segment.",
  "not-understood": "The line looks like a packet but cannot be read.",
  "line-too-long": ({ limit }) =>
    `The line is longer than ${limit} characters: what stands behind them was not read.`,
  "packets-not-in-text": ({ missing, captured }) =>
    `${missing} of ${captured} captured packets are not in the text.`,
};

export const wordWarning = warningsIn(warnings);

/** Why a record holds no TCP segment. */
export const skippedReasons: Readonly<Record<NamedReason, string>> = {
  ...PROTOCOL_NAMES,
  "802.11-encrypted": "encrypted (802.11)",
  "802.11-fragment": "802.11 fragments",
  "802.11-management": "802.11 management and control",
  "arcnet-fragment": "ARCNET fragments",
  "capwap-encrypted": "encrypted (CAPWAP)",
  "capwap-fragment": "CAPWAP fragments",
  "macsec-encrypted": "encrypted (MACsec)",
  "mpls-control": "MPLS control",
  "pppoe-discovery": "PPPoE discovery",
  "preempted-frame": "parts of preempted frames",
  esp: "encrypted (ESP)",
  wireguard: "encrypted (WireGuard)",
  llc: "LLC (spanning tree and the like)",
  "journal-entry": "journal entries",
  "system-event": "system events",
  "custom-block": "custom blocks",
  "not-ip": "not IP",
  "other-ip-protocol": "of other IP protocols",
  "other-protocol": "of other protocols",
  "ip-fragment": "parts of fragmented datagrams",
  "ppp-control": "PPP control",
  "slow-protocols": "LACP and other slow protocols",
  "ipv6-no-next-header": "IPv6 without contents",
  "nested-too-deep": "nested too deep",
  cut: "cut before the TCP header",
  malformed: "malformed",
  "unknown-interface": "from an interface that the file does not describe",
  "tcpdump-quiet": "printed by tcpdump -q",
  "hidden-tcp": "TCP hidden by a summary",
  restated: "written twice",
  "seen-on-two-interfaces": "seen on two interfaces",
  "port-out-of-range": "with a port above 65535",
};

export const wordSkipped = skippedIn(
  skippedReasons,
  (type) => `of link type ${type}, which is not supported`,
);
