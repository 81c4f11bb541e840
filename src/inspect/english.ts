import type { Refusal, WarningReason } from "../capture/read-report.ts";

/** The figures that a sentence may name. */
type Values = Readonly<Record<string, string | number>>;
type Sentence = string | ((values: Values) => string);

const UNPACK = "unpack it first";
const CONVERT = "convert it first: editcap -F pcap IN OUT";
const PICTURE = "a picture of a capture has no packets in it: open the capture itself";
const PRINT_AGAIN = "print it again with tcpdump -nn -r FILE, or open the capture itself";

/** What a refused input looks like and what to do, by the kind of the refusal. */
const REFUSALS: Readonly<Record<string, Sentence>> = {
  empty: "the file is empty: there is nothing to read",
  "pcap-header-cut": ({ length }) =>
    `this starts like a pcap file, but only ${length} of the 24 octets of its header are there: copy it again`,
  "pcap-version": ({ version }) => `this is a pcap file of the unknown version ${version}: ${CONVERT}`,
  "pcapng-header-cut": ({ length }) =>
    `this starts like a pcapng file, but its header is cut short after ${length} octets: copy it again`,
  "pcapng-version": ({ version }) => `this is a pcapng file of the unknown version ${version}: ${CONVERT}`,
  "pcapng-damaged": "this starts like a pcapng file, but its first block is damaged: copy it again",
  "no-packets": "this is a capture file with no packets in it: capture again while the connection is made",
  "no-tcp-segments": (values) =>
    `none of the ${values["records"]} packets of this capture is a TCP segment${contents(values)}: capture TCP`,
  "gzip-cut": ({ length }) =>
    `this is a gzip file that is damaged or cut short after ${length} unpacked octets: copy it again`,
  "gzip-twice": "this is a gzip file inside a gzip file: unpack it once",
  zip: `this is a ZIP archive: ${UNPACK}`,
  "7-zip": `this is a 7-Zip archive: ${UNPACK}`,
  xz: `this is an xz file: ${UNPACK}`,
  bzip2: `this is a bzip2 file: ${UNPACK}`,
  zstd: `this is a zstd file: ${UNPACK}`,
  lz4: `this is an lz4 file: ${UNPACK}`,
  compress: `this is a file of compress (.Z): ${UNPACK}`,
  snoop: `this is a Solaris snoop capture: ${CONVERT}`,
  netmon: `this is a Microsoft Network Monitor capture: ${CONVERT}`,
  sniffer: `this is a Sniffer capture: ${CONVERT}`,
  png: `this is a PNG image: ${PICTURE}`,
  jpeg: `this is a JPEG image: ${PICTURE}`,
  gif: `this is a GIF image: ${PICTURE}`,
  riff: `this is a WebP image or another RIFF file: ${PICTURE}`,
  pdf: "this is a PDF document: open the capture itself",
  elf: "this is a program (ELF): open a capture instead",
  office: "this is a Microsoft Office document: open the capture itself",
  binary: ({ octets }) =>
    `this is binary data of no known kind (first octets ${octets}): open a pcap, a pcapng or tcpdump's text`,
  "text-quiet": (values) =>
    `${lines(values)} of tcpdump -q, which prints no TCP flags: print it again without -q`,
  "text-cut": (values) =>
    `${lines(values)} in which tcpdump saw too little of each packet for the TCP header: capture with -s 0`,
  "text-no-tcp": (values) => `${lines(values)} of packets, none of them TCP: ${PRINT_AGAIN}`,
  "text-sockets": (values) =>
    `${lines(values)} of netstat or ss, which list sockets, not segments: run tcpdump`,
  "text-export": (values) => `${lines(values)} of a JSON or XML export: open the capture itself`,
  "text-hidden": (values) =>
    `${lines(values)} of a summary that hides the TCP headers: print it again with tcpdump -nn -r FILE`,
  "text-prose": (values) =>
    `${lines(values)}, none of which is a packet as tcpdump prints it: ${PRINT_AGAIN}`,
};

/** What could not be read, by the code of the warning. */
const WARNINGS: Readonly<Record<string, Sentence>> = {
  "record-cut": ({ missing }) =>
    `the file ends inside a record, ${missing} octets short; all before it was read`,
  "record-length": ({ length }) => `a record claims ${length} octets; what follows it cannot be read`,
  "block-cut": ({ missing }) =>
    `the file ends inside a block, ${missing} octets short; all before it was read`,
  "block-length": ({ length }) => `a block claims ${length} octets; what follows it cannot be read`,
  "block-trailer": ({ first, second }) =>
    `a block says ${first} octets at its start and ${second} at its end; what follows it cannot be read`,
  "block-short": "a block is too short for its kind and was left out",
  "pcapng-byte-order": "a section has no valid byte order; what follows it cannot be read",
  "section-version": ({ version }) => `a section has the unknown version ${version} and was left out`,
  "unknown-interface": (values) =>
    `a packet names interface ${values["interface"]}, which the file does not describe`,
  "packet-length": ({ length }) => `a packet claims ${length} octets, more than its block holds`,
  "gzip-cut": ({ length }) =>
    `the gzip data is damaged or cut short after ${length} unpacked octets; all before it was read`,
  "time-out-of-order": "the time does not fit the lines around it and was left out",
  "port-out-of-range": "the port is above 65535; the line was left out",
  "header-cut": "the printed TCP header is cut short",
  "fields-missing": "the line lacks fields that tcpdump prints; what it has was read",
};

/** One sentence for the person who named the file; the file's name goes before it. */
export function refusalSentence({ kind, values = {} }: Refusal): string {
  return worded(REFUSALS[kind], values) ?? `this cannot be read (${spelled(kind, values)})`;
}

export function warningSentence({ code, values = {} }: WarningReason): string {
  return worded(WARNINGS[code], values) ?? spelled(code, values);
}

function worded(sentence: Sentence | undefined, values: Values): string | undefined {
  return typeof sentence === "function" ? sentence(values) : sentence;
}

/** A code that has no sentence yet, made readable. */
function spelled(code: string, values: Values): string {
  const figures = Object.entries(values).map(([name, value]) => `${name} ${value}`);
  return [code.replaceAll("-", " "), ...figures].join(", ");
}

function lines(values: Values): string {
  return values["lines"] === 1 ? "this is text: 1 line" : `this is text: ${values["lines"]} lines`;
}

function contents(values: Values): string {
  const kinds = Object.entries(values).filter(([name]) => name !== "records");
  return kinds.length === 0 ? "" : ` (${kinds.map(([name, count]) => `${name}: ${count}`).join(", ")})`;
}
