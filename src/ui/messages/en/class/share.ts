import { formatCount } from "../../../figures.ts";

/** The dialog that makes a link. */
export const share = {
  title: "Share this connection",
  close: "Close",
  /** What the link will contain, in plain words. */
  contains: (segments: number) =>
    `The link itself carries the connection: ${countSegments(segments)} with their times, flags, sequence and acknowledgment numbers, windows, lengths and options. Nothing is uploaded, and the data that was sent is not in it.`,
  addressesReplaced: (client: string, server: string) =>
    `Addresses are replaced by ones for documentation; names are left out. Ports stay: ${client} and ${server}.`,
  portsReplaced: "Addresses are replaced by ones for documentation, ports by others; names are left out.",
  addressesKept: (client: string, server: string) =>
    `The real addresses are in it: ${client} and ${server}, and names where the capture gives any.`,
  anonymous: "Replace addresses",
  hidePorts: "Replace ports, too",
  here: (position: number) => `Open at this step (segment ${formatCount(position)})`,
  opensAs: "Opens",
  asPage: "as a page",
  name: "Title",
  namePlaceholder: "What is to be seen in it",
  leaveOut: "Leave out",
  nothing: "Nothing",
  options: "TCP timestamps and SACK blocks",
  middle: "These, and the middle: only opening and closing stay",
  range: "All but a range of segments",
  from: "From segment",
  to: "to segment",
  folded: (segments: number) =>
    `${countSegments(segments)} left out; the link says where they were and how much data they carried.`,
  untrue: "Without what this leaves out the states could not be told rightly: no such link is made.",
  tooLong:
    "Past 2,000,000 characters browsers do not open a link any more. Leave something out, or share the file.",
  length: (characters: number) => `${formatCount(characters)} characters`,
  fitsAll: "fits a QR code for the projector, mail and chat",
  fitsMail: "fits mail and chat; too long for a QR code that scans from a projector",
  fitsBrowser: "longer than the 2,000 that mail and chat programs take: send it as a file or an HTML link",
  making: "Making the link …",
  link: "Link",
  copy: "Copy link",
  markdown: "Copy as Markdown",
  embed: "Copy as HTML to embed",
  system: "Share with …",
  copied: "Copied",
  notCopied: "The browser did not allow copying: select the link and copy it",
  qr: "QR code of the link",
  untitled: "A TCP connection in Synfin",
};

function countSegments(count: number): string {
  return `${formatCount(count)} ${count === 1 ? "segment" : "segments"}`;
}
