import { describeCounts } from "./describe-counts.ts";
import type { Refusal } from "./read-report.ts";

type Values = NonNullable<Refusal["values"]>;
type Sentence = string | ((values: Values) => string);

const UNPACK = "unpack it first";
const CONVERT = "convert it: editcap -F pcap in out";
const PICTURE = "a picture of a capture has no packets in it";

/** One sentence for each kind: what the input looks like, and what to do. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  empty: "the file is empty",
  "gzip-cut": ({ length }) =>
    `gzip data is cut short or damaged after ${length} bytes, before any TCP segment`,
  "gzip-twice": `this is gzip within gzip: ${UNPACK}`,
  "gzip-unsupported": `this is gzip data, which cannot be inflated here: ${UNPACK} (gunzip)`,
  zstd: `this is zstd-compressed: ${UNPACK} (unzstd)`,
  xz: `this is xz-compressed: ${UNPACK} (unxz)`,
  bzip2: `this is bzip2-compressed: ${UNPACK} (bunzip2)`,
  lz4: `this is lz4-compressed: ${UNPACK} (unlz4)`,
  compress: `this is a file made by compress (.Z): ${UNPACK} (uncompress)`,
  zip: `this is a ZIP archive: ${UNPACK}`,
  "7-zip": `this is a 7-Zip archive: ${UNPACK}`,
  snoop: `this is a Solaris snoop capture: ${CONVERT}`,
  netmon: `this is a Microsoft Network Monitor capture: ${CONVERT}`,
  sniffer: `this is a Sniffer capture: ${CONVERT}`,
  png: `this is a PNG picture: ${PICTURE}`,
  jpeg: `this is a JPEG picture: ${PICTURE}`,
  gif: `this is a GIF picture: ${PICTURE}`,
  riff: `this is a WebP picture or another RIFF file: ${PICTURE}`,
  pdf: "this is a PDF document: copy the text of the capture out of it and paste that",
  elf: "this is a program (ELF), not a capture",
  office: "this is a Microsoft Office document: copy the text of the capture out of it and paste that",
  binary: ({ octets }) =>
    `binary data of no known kind (first bytes ${octets}): open a pcap, pcapng or text capture`,
  "pcap-header-cut": ({ length }) => `pcap header cut short (${length} of 24 bytes): copy the file again`,
  "pcap-version": ({ version }) =>
    `this claims to be pcap version ${version}, which does not exist; ${CONVERT}`,
  "pcapng-header-cut": ({ length }) => `pcapng header cut short after ${length} bytes: copy the file again`,
  "pcapng-version": ({ version }) => `pcapng version ${version} is not known; ${CONVERT}`,
  "pcapng-damaged": "this begins like pcapng, but its first block is damaged: copy the file again",
  "no-packets": "a capture file with no packets: capture again with a wider filter, or for longer",
  "no-tcp-segments": (values) =>
    `no TCP segments in ${describeCounts(values)}: capture again with a filter that lets TCP through`,
  "text-quiet": ({ lines }) =>
    `no TCP segments found: looks like tcpdump -q output (${linesOf(lines)}), which prints no flags; print it again without -q`,
  "text-hidden": ({ lines }) =>
    `no TCP segments found: looks like summaries that hide the TCP header (${linesOf(lines)}); print it again with tcpdump -nn -r FILE`,
  "text-cut": ({ lines }) =>
    `no TCP segments found: looks like packets that tcpdump cut before the TCP header (${linesOf(lines)}); capture again with -s 0`,
  "text-no-tcp": ({ lines }) =>
    `no TCP segments found: looks like a packet listing without TCP (${linesOf(lines)}); capture with the filter tcp`,
  "text-sockets": ({ lines }) =>
    `no TCP segments found: looks like ss or netstat output (${linesOf(lines)}), which lists sockets; capture with tcpdump -nn tcp`,
  "text-export": ({ lines }) =>
    `no TCP segments found: looks like a JSON or XML export (${linesOf(lines)}); open the capture itself`,
  "text-snoop": ({ lines }) =>
    `no TCP segments found: looks like the text of Solaris snoop (${linesOf(lines)}); print it with tcpdump -nn`,
  "text-zeek": ({ lines }) =>
    `no TCP segments found: looks like a Zeek log (${linesOf(lines)}), which sums connections up; open the capture itself`,
  "text-tcptrace": ({ lines }) =>
    `no TCP segments found: looks like a tcptrace report (${linesOf(lines)}), which sums connections up; open the capture itself`,
  "text-prose": ({ lines }) =>
    `no TCP segments found: looks like plain text (${linesOf(lines)}); give lines as tcpdump -nn prints them`,
};

/** One English sentence without a full stop: what the input looks like and what to do. */
export function describeRefusal({ kind, values = {} }: Refusal): string {
  const sentence = SENTENCES[kind];
  if (sentence === undefined) return `this input cannot be read (${kind})`;
  return typeof sentence === "string" ? sentence : sentence(values);
}

function linesOf(lines: string | number | undefined): string {
  return lines === 1 ? "1 line" : `${lines} lines`;
}
