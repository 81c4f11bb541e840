import type { RefusalKind } from "../../../../capture/reading-codes.ts";
import { countsIn, hasPrivateLink, hasUnreadLink, type Values } from "../../word-code.ts";
import { wordSkipped } from "./warnings.ts";

const CONVERT = "Convert it with editcap (it comes with Wireshark): editcap -F pcap in out.";

const TSHARK =
  "Let tshark (it comes with Wireshark) print what it reads of it: tshark -r in -T json > out.json, and open that.";

const PRIVATE_LINK =
  "The number is one for private use. If you know what the records hold, give them that type and open the result: editcap -T ether in out, or -T rawip.";

/** What to do with a capture without TCP. */
function adviceFor(values: Values): string {
  if (hasPrivateLink(values)) return PRIVATE_LINK;
  return hasUnreadLink(values) ? TSHARK : "Capture again with a filter that lets TCP through.";
}

const unpack =
  (kind: string) =>
  (name: string): string =>
    `${name} is ${kind}: unpack it first, then open the capture that was inside.`;

const picture =
  (kind: string) =>
  (name: string): string =>
    `${name} is ${kind}: a picture of a capture has no packets in it. Open the capture file itself, or copy its text.`;

const convert =
  (kind: string) =>
  (name: string): string =>
    `${name} is ${kind}, which Synfin does not read. ${CONVERT}`;

/** A text without a segment: the program that printed it, and what to do instead. */
const printed =
  (what: string, advice: string) =>
  (name: string, { lines = 0 }: Values): string =>
    `${name} holds no TCP segment: it looks like ${what} (${lines} ${lines === 1 ? "line" : "lines"}). ${advice}`;

const OPEN_CAPTURE = "Open the capture file itself.";
const CAPTURE_BESIDE = "Capture the segments themselves, with tcpdump -nn tcp, and paste that.";

/** Why an input is refused: what it is called, what it looks like, what to do. */
export const refusals: Readonly<Record<RefusalKind, (name: string, values: Values) => string>> = {
  empty: (name) => `${name} is empty. Choose a file that holds a capture.`,
  "gzip-cut": (name, { length }) =>
    `${name} is gzip data that is cut short or damaged after ${length} octets, before any TCP segment. Copy the file again.`,
  "zstd-cut": (name, { length }) =>
    `${name} is zstd data that is cut short or damaged after ${length} octets, before any TCP segment. Copy the file again.`,
  "gzip-unsupported": (name) =>
    `${name} is compressed with gzip, which this browser cannot unpack: unpack it first, then open the capture that was inside.`,
  "gzip-twice": (name) => `${name} is compressed twice: unpack it once, then open what was inside.`,
  zip: unpack("a ZIP archive"),
  "7-zip": unpack("a 7-Zip archive"),
  xz: unpack("compressed with xz"),
  bzip2: unpack("compressed with bzip2"),
  lz4: unpack("compressed with lz4"),
  zstd: (name) =>
    `${name} is compressed with zstd, with a dictionary or a window above 128 MB. Unpack it first, with zstd -d --long=31 FILE, then open the capture that was inside.`,
  compress: unpack("compressed with compress (.Z)"),
  netmon: convert("a Microsoft Network Monitor capture"),
  sniffer: convert("a Network Associates Sniffer capture"),
  ngsniffer: convert("a Network General Sniffer capture (NGSniffer)"),
  "5views": convert("an InfoVista 5View capture (5Views)"),
  commview: convert("a TamoSoft CommView capture"),
  lanalyzer: convert("a Novell LANalyzer capture"),
  niobserver: convert("a Network Instruments Observer capture (NIObserver)"),
  visual: convert("a Visual Networks traffic capture"),
  etherpeek: convert("an EtherPeek or OmniPeek capture"),
  iptrace: convert("an AIX iptrace capture"),
  nettl: convert("an HP-UX nettl trace"),
  nstrace: (name) => `${name} is a NetScaler trace, which Synfin does not read. ${TSHARK}`,
  erf: convert("an Endace ERF capture"),
  png: picture("a PNG picture"),
  jpeg: picture("a JPEG picture"),
  gif: picture("a GIF picture"),
  riff: picture("a WebP picture or another RIFF file"),
  pdf: (name) => `${name} is a PDF document. Copy the text of the capture out of it and paste it here.`,
  elf: (name) => `${name} is a program (ELF), not a capture. Choose the pcap or pcapng file.`,
  office: (name) => `${name} is an Office document. Copy the packet lines out of it and paste them here.`,
  unrelated: (name) => `${name}: these captures have no connection in common. Open each of them on its own.`,
  binary: (name, { octets }) =>
    `${name} is binary data of no known kind (first octets ${octets}). Choose a pcap or pcapng file, or tcpdump text.`,
  "pcap-header-cut": (name, { length }) =>
    `${name} has its pcap header cut short: ${length} of 24 octets are there. Copy the file again.`,
  "pcap-version": (name, { version }) =>
    `${name} claims to be pcap version ${version}, which does not exist. ${CONVERT}`,
  "snoop-header-cut": (name, { length }) =>
    `${name} has its snoop header cut short: ${length} of 16 octets are there. Copy the file again.`,
  "snoop-version": (name, { version }) =>
    `${name} claims to be snoop version ${version}; there is version 2 only. ${CONVERT}`,
  "snoop-link": (name, { type }) =>
    `${name} is a snoop capture of a link of type ${type}, which Synfin does not know. ${CONVERT}`,
  "snoop-empty": (name) =>
    `${name} is a Solaris snoop capture with no packets in it. Capture again with a wider filter, or for longer.`,
  "pcapng-header-cut": (name, { length }) =>
    `${name} begins like a pcapng capture, but is cut after ${length} octets. Copy the file again.`,
  "pcapng-version": (name, { version }) =>
    `${name} is pcapng version ${version}, which is not known. ${CONVERT}`,
  "pcapng-damaged": (name) =>
    `${name} begins like a pcapng capture, but its first block is damaged. Copy the file again.`,
  "no-packets": (name) =>
    `${name} is a capture file with no packets in it. Capture again with a wider filter, or for longer.`,
  "no-tcp-segments": (name, values) =>
    `${name} is a capture, but none of its ${wordCounts(values)} holds a TCP segment. ${adviceFor(values)}`,
  "text-unread": printed(
    "lines that show TCP flags in a form that Synfin cannot read",
    "Print the capture with tcpdump -nn, or report the form of these lines.",
  ),
  "text-quiet": printed(
    "tcpdump -q output, which leaves out flags and sequence numbers",
    "Print it again without -q.",
  ),
  "text-hidden": printed(
    "summaries of upper protocols, which hide the TCP header",
    "Print it again with tcpdump -nn -r FILE, or open the capture file itself.",
  ),
  "text-cut": printed(
    "packets that were cut before their TCP header by a short snap length",
    "Capture again with tcpdump -s 0.",
  ),
  "text-no-tcp": printed(
    "a packet listing without TCP",
    "Capture with the filter “tcp”, or look for another file.",
  ),
  "text-sockets": printed("ss or netstat output, which lists sockets", CAPTURE_BESIDE),
  "text-export": printed(
    "a JSON or XML export, which Synfin does not read",
    "Export it with tshark -T json, or open the capture file itself.",
  ),
  "text-octets": (name, { lines = 0 }) =>
    `${name} holds no TCP segment: it looks like a hex dump of packets without times (${lines} ${lines === 1 ? "packet" : "packets"}). Convert it with text2pcap (it comes with Wireshark): text2pcap in out.pcap.`,
  "text-snoop": printed("the text of Solaris snoop", "Print the capture with tcpdump -nn instead."),
  "text-zeek": printed("a Zeek log, which sums connections up", OPEN_CAPTURE),
  "text-tcptrace": printed("a tcptrace report, which sums connections up", OPEN_CAPTURE),
  "text-conntrack": printed("conntrack output, which lists connections that Linux tracks", CAPTURE_BESIDE),
  "text-tcpstates": printed(
    "output of tcpstates, tcplife or another eBPF tool, which prints sockets and their states",
    CAPTURE_BESIDE,
  ),
  "text-iptables": printed(
    "a firewall log of Linux without sequence numbers",
    "Log them: iptables -j LOG --log-tcp-sequence --log-tcp-options, or nft log flags tcp sequence,options. Or capture the segments, with tcpdump -nn tcp.",
  ),
  "text-hubble": printed(
    "output of Hubble or of Cilium's monitor, which prints flows",
    "Capture on the node of the pod, with tcpdump -nn tcp, and paste that.",
  ),
  "text-flow-log": printed(
    "a flow log of a cloud or of NetFlow, which sums segments up",
    "Capture on one of the hosts, with tcpdump -nn tcp, or mirror the traffic.",
  ),
  "text-retis": printed(
    "output of retis",
    "Write a capture file of its events, with retis pcap, and open that.",
  ),
  "text-pwru": printed("output of pwru, which prints the functions that a packet passes", CAPTURE_BESIDE),
  "text-fw-monitor": printed(
    "output of Check Point's fw monitor",
    "Write a file with fw monitor -o FILE, convert it with editcap -F pcap in out, and open that.",
  ),
  "text-k12": printed(
    "a Tektronix K12 text file",
    "Convert it with editcap (it comes with Wireshark): editcap -F pcap in out.",
  ),
  "text-qlog": printed(
    "a qlog file, which records QUIC and no TCP segments",
    "Open a capture of a TCP connection.",
  ),
  "text-tshark-fields": printed(
    "fields printed by tshark -T fields",
    "Print their names too: tshark -T fields -E header=y -e frame.time_epoch -e ip.src -e ip.dst -e tcp.srcport -e tcp.dstport -e tcp.flags -e tcp.seq_raw -e tcp.ack_raw -e tcp.len -e tcp.window_size_value, or open the capture file itself.",
  ),
  "text-scapy": printed(
    "packets printed by Scapy",
    'Write them to a capture file, with wrpcap("out.pcap", packets), and open that.',
  ),
  "text-flow-graph": printed(
    "the flow graph of Wireshark",
    "Export the packet list (File, Export Packet Dissections, As CSV), or open the capture file itself.",
  ),
  "text-statistics": printed(
    "a statistic of Wireshark, tshark or capinfos, which sums packets up",
    OPEN_CAPTURE,
  ),
  "text-prose": printed(
    "plain text without a packet in it",
    "Paste lines as tcpdump prints them, for example with tcpdump -nn tcp.",
  ),
};

/** `4 records (3 UDP, 1 ARP)`, the most frequent first, from `records` and the counts beside it. */
function wordCounts(values: Values): string {
  const { records = 0 } = values;
  const parts = countsIn(values, (reason, count) => `${count} ${wordSkipped(reason)}`);
  const list = parts.length > 0 ? ` (${parts.join(", ")})` : "";
  return `${records} ${Number(records) === 1 ? "record" : "records"}${list}`;
}

/** The sentence for a refusal. */
export function wordRefusal(
  name: string,
  { kind, values = {} }: { readonly kind: RefusalKind; readonly values?: Values },
): string {
  return refusals[kind](name, values);
}
