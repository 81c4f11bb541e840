import { countsIn, type Values } from "../../word-code.ts";
import { wordSkipped } from "./warnings.ts";

const CONVERT = "Convert it with editcap (it comes with Wireshark): editcap -F pcap in out.";

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

/** Why an input is refused: what it is called, what it looks like, what to do. By code of `capture`. */
export const refusals: Readonly<Record<string, (name: string, values: Values) => string>> = {
  empty: (name) => `${name} is empty. Choose a file that holds a capture.`,
  "gzip-cut": (name, { length }) =>
    `${name} is gzip data that is cut short or damaged after ${length} octets, before any TCP segment. Copy the file again.`,
  "gzip-unsupported": (name) =>
    `${name} is compressed with gzip, which this browser cannot unpack: unpack it first, then open the capture that was inside.`,
  "gzip-twice": (name) => `${name} is gzip within gzip: unpack it once, then open what was inside.`,
  zip: unpack("a ZIP archive"),
  "7-zip": unpack("a 7-Zip archive"),
  xz: unpack("compressed with xz"),
  bzip2: unpack("compressed with bzip2"),
  lz4: unpack("compressed with lz4"),
  zstd: unpack("compressed with zstd"),
  compress: unpack("compressed with compress (.Z)"),
  snoop: convert("a Solaris snoop capture"),
  netmon: convert("a Microsoft Network Monitor capture"),
  sniffer: convert("a Network Associates Sniffer capture"),
  png: picture("a PNG picture"),
  jpeg: picture("a JPEG picture"),
  gif: picture("a GIF picture"),
  riff: picture("a WebP picture or another RIFF file"),
  pdf: (name) => `${name} is a PDF document. Copy the text of the capture out of it and paste it here.`,
  elf: (name) => `${name} is a program (ELF), not a capture. Choose the pcap or pcapng file.`,
  office: (name) => `${name} is an Office document. Copy the packet lines out of it and paste them here.`,
  binary: (name, { octets }) =>
    `${name} is binary data of no kind Synfin knows (it begins ${octets}). Choose a pcap or pcapng file, or tcpdump text.`,
  "pcap-header-cut": (name, { length }) =>
    `${name} begins like a pcap capture, but is cut after ${length} of the 24 octets of its header. Copy the file again.`,
  "pcap-version": (name, { version }) =>
    `${name} claims to be pcap version ${version}, which does not exist. ${CONVERT}`,
  "pcapng-header-cut": (name, { length }) =>
    `${name} begins like a pcapng capture, but is cut after ${length} octets. Copy the file again.`,
  "pcapng-version": (name, { version }) =>
    `${name} is pcapng version ${version}, which is not known. ${CONVERT}`,
  "pcapng-damaged": (name) =>
    `${name} begins like a pcapng capture, but its first block is damaged. Copy the file again.`,
  "no-packets": (name) =>
    `${name} is a capture file with no packets in it. Capture again with a wider filter, or for longer.`,
  "no-tcp-segments": (name, values) =>
    `${name} is a capture, but none of its ${wordCounts(values)} holds a TCP segment. Capture again with a filter that lets TCP through.`,
  "text-quiet": (name) =>
    `${name} was printed with tcpdump -q, which leaves out flags and sequence numbers. Print it again without -q.`,
  "text-hidden": (name) =>
    `${name} lists packets by their upper protocol, which hides the TCP header. Print it again with tcpdump -nn, or open the capture file itself.`,
  "text-cut": (name) =>
    `${name} was captured with too short a snap length: the packets are cut before their TCP header. Capture again with tcpdump -s 0.`,
  "text-no-tcp": (name, { lines }) =>
    `${name} lists packets, but none of its ${lines} lines is a TCP segment. Capture with the filter “tcp”, or look for another file.`,
  "text-sockets": (name) =>
    `${name} looks like the output of ss or netstat, which lists sockets, not segments. Capture with tcpdump -nn tcp and paste that.`,
  "text-export": (name) =>
    `${name} is a JSON or XML export, which Synfin does not read. Open the capture file itself, or paste tcpdump text.`,
  "text-snoop": (name) =>
    `${name} looks like the text of Solaris snoop, which Synfin does not read. Print the capture with tcpdump -nn instead.`,
  "text-zeek": (name) =>
    `${name} looks like a Zeek log, which sums connections up and holds no segments. Open the capture file itself.`,
  "text-tcptrace": (name) =>
    `${name} looks like a tcptrace report, which sums connections up and holds no segments. Open the capture file itself.`,
  "text-prose": (name, { lines }) =>
    `${name} looks like plain text of ${lines} ${lines === 1 ? "line" : "lines"} without a packet in it. Paste lines as tcpdump prints them, for example with tcpdump -nn tcp.`,
};

/** `4 records (3 UDP, 1 ARP)`, the most frequent first, from `records` and the counts beside it. */
function wordCounts(values: Values): string {
  const { records = 0 } = values;
  const parts = countsIn(values, (reason, count) => `${count} ${wordSkipped(reason)}`);
  const list = parts.length > 0 ? ` (${parts.join(", ")})` : "";
  return `${records} ${Number(records) === 1 ? "record" : "records"}${list}`;
}

/** The sentence for a refusal. A code without its own sentence still names the file and says what to do. */
export function wordRefusal(
  name: string,
  { kind, values = {} }: { readonly kind: string; readonly values?: Values },
): string {
  return (
    refusals[kind]?.(name, values) ??
    `${name} is not a capture that Synfin can read (${kind}). Choose a pcap or pcapng file, or tcpdump text.`
  );
}
