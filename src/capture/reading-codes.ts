import type { PROTOCOL_NAMES } from "../base/protocol-names.ts";

/**
 * The codes of everything that a reader refuses, doubts or passes over. Their words are in
 * `ui/messages/{en,ko,zh}/files`, one sentence for each code and language: a code without words does not compile.
 */

/** Why an input is refused as a whole. */
export type RefusalKind =
  | "empty"
  | "no-packets"
  | "no-tcp-segments"
  | "pcap-header-cut"
  | "pcap-version"
  | "snoop-header-cut"
  | "snoop-version"
  | "snoop-link"
  | "snoop-empty"
  | "pcapng-damaged"
  | "pcapng-header-cut"
  | "pcapng-version"
  | "gzip-cut"
  | "zstd-cut"
  | "gzip-twice"
  | "gzip-unsupported"
  | ArchiveKind
  | CaptureKind
  | PictureKind
  | "pdf"
  | "elf"
  | "office"
  | "binary"
  /** Captures that were to be read as one, and have nothing in common. */
  | "unrelated"
  | TextKind;

/** Compressed files and archives that must be unpacked first. */
type ArchiveKind = "zip" | "7-zip" | "xz" | "bzip2" | "lz4" | "zstd" | "compress";

/** Capture files of other programs, which editcap or tshark converts. */
type CaptureKind =
  | "netmon"
  | "sniffer"
  | "ngsniffer"
  | "5views"
  | "commview"
  | "lanalyzer"
  | "niobserver"
  | "visual"
  | "etherpeek"
  | "nettl"
  | "nstrace"
  | "erf"
  | "iptrace";

type PictureKind = "png" | "jpeg" | "gif" | "riff";

/** Texts without a segment, by what they look like. */
type TextKind =
  | "text-unread"
  | "text-quiet"
  | "text-hidden"
  | "text-cut"
  | "text-no-tcp"
  | "text-sockets"
  | "text-export"
  | "text-octets"
  | `text-${ForeignText}`
  | "text-prose";

/** Text of programs that print TCP in ways Synfin does not read. */
export type ForeignText =
  | "snoop"
  | "zeek"
  | "tcptrace"
  | "conntrack"
  | "tcpstates"
  | "iptables"
  | "hubble"
  | "flow-log"
  | "retis"
  | "pwru"
  | "fw-monitor"
  | "k12"
  | "qlog"
  | "tshark-fields"
  | "scapy"
  | "flow-graph"
  | "statistics";

/** What could not be read, or was read with doubt. */
export type WarningCode =
  | "record-cut"
  | "record-length"
  | "block-cut"
  | "block-length"
  | "block-trailer"
  | "block-short"
  | "pcapng-byte-order"
  | "section-version"
  | "unknown-interface"
  | "packet-length"
  | "gzip-cut"
  | "zstd-cut"
  | "time-out-of-order"
  /** A line of netstat or the like tells of a socket that no connection of the text has. */
  | "socket-fits-none"
  | "port-out-of-range"
  | "header-cut"
  | "fields-missing"
  | "syn-ack-without-number"
  | "octets-differ"
  | "restated"
  | "seen-on-two-interfaces"
  | "tcp-hidden"
  | "only-a-mention"
  | "not-understood"
  | "line-too-long"
  | "packets-not-in-text";

/** Why a record holds no TCP segment. */
export type SkipReason = NamedReason | `link-type-${number}`;

/** The reasons with words of their own; a link type is named by its number. */
export type NamedReason =
  | keyof typeof PROTOCOL_NAMES
  | "802.11-encrypted"
  | "802.11-fragment"
  | "802.11-management"
  | "arcnet-fragment"
  | "capwap-encrypted"
  | "capwap-fragment"
  | "macsec-encrypted"
  | "mpls-control"
  | "pppoe-discovery"
  | "preempted-frame"
  | "esp"
  | "wireguard"
  | "llc"
  | "journal-entry"
  | "system-event"
  | "custom-block"
  | "not-ip"
  | "other-ip-protocol"
  | "other-protocol"
  | "ip-fragment"
  | "ppp-control"
  | "slow-protocols"
  | "ipv6-no-next-header"
  | "nested-too-deep"
  | "cut"
  | "malformed"
  | "unknown-interface"
  | "tcpdump-quiet"
  | "hidden-tcp"
  | "restated"
  | "seen-on-two-interfaces"
  | "port-out-of-range";
