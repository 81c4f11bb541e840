/** A value of a refusal or warning, as text. */
export type Values = Readonly<Record<string, string | number>>;

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
  riff: picture("a picture, sound or film (RIFF)"),
  pdf: picture("a PDF document"),
  elf: (name) => `${name} is a program (ELF), not a capture. Choose the pcap or pcapng file.`,
  office: (name) => `${name} is an Office document. Copy the packet lines out of it and paste them here.`,
  binary: (name, { octets }) =>
    `${name} is binary data of no kind Synfin knows (it begins ${octets}). Choose a pcap or pcapng file, or tcpdump text.`,
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
  "text-prose": (name, { lines }) =>
    `${name} looks like plain text of ${lines} ${lines === 1 ? "line" : "lines"} without a packet in it. Paste lines as tcpdump prints them, for example with tcpdump -nn tcp.`,
};

/** The sentence for a refusal. A code without its own sentence still names the file and says what to do. */
export function wordRefusal(
  name: string,
  { kind, values = {} }: { readonly kind: string; readonly values?: Values },
): string {
  const sentence = refusals[kind];
  if (sentence) return sentence(name, values);
  return `${name} is not a capture that Synfin can read (${kind}). Choose a pcap or pcapng file, or tcpdump text.`;
}
