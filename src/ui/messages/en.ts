import { formatCount } from "../figures.ts";
import type { HelpKey } from "../help/help-keys.ts";
import { compare } from "./en/compare.ts";
import { copying } from "./en/copying.ts";
import { coverage } from "./en/coverage.ts";
import { diagram } from "./en/diagram.ts";
import { chapters, examples } from "./en/examples.ts";
import { exports } from "./en/export.ts";
import { graph } from "./en/graph.ts";
import { header } from "./en/header.ts";
import { lecture } from "./en/lecture.ts";
import { link, wordLinkRefusal } from "./en/link.ts";
import { offline } from "./en/offline.ts";
import { options } from "./en/options.ts";
import { wordOutcome } from "./en/outcomes.ts";
import { overTime } from "./en/over-time.ts";
import { overview } from "./en/overview.ts";
import { predict } from "./en/predict.ts";
import { wordRefusal } from "./en/refusals.ts";
import { share } from "./en/share.ts";
import { bytes, sockets } from "./en/sockets.ts";
import { splitters } from "./en/splitters.ts";
import { tour } from "./en/tour.ts";
import { wordSkipped, wordWarning } from "./en/warnings.ts";
import { why } from "./en/why.ts";

function counted(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** All words of the interface in English. Another language is another object of the same type. */
export const en = {
  app: {
    name: "Synfin",
    pastedText: "Pasted text",
    openOther: "Open…",
    openOtherHint: "Open another capture",
    close: "Close capture",
    tools: "Tools",
    more: "More tools",
    language: "Language",
    dropHere: "Drop captures to open them",
  },
  numbers: {
    label: "Sequence numbers",
    relative: "Relative",
    wire: "Wire",
    relativeHint: "Count from the start of the connection: the SYN is 0",
    wireHint: "As they stand in the segments",
    hexadecimal: "Hex",
    hexadecimalHint: "As they stand in the segments, in hexadecimal; lengths and windows stay decimal",
    wireNotTold: "This capture tells relative numbers only",
  },
  hosts: {
    label: "Names of hosts",
    names: { addresses: "Addresses", names: "Names" },
    hints: {
      addresses: "Addresses as in the segments",
      names: "The names that the capture gives to addresses",
    },
  },
  theme: {
    label: "Theme",
    system: "System theme",
    light: "Light theme",
    dark: "Dark theme",
    projector: "Projector theme",
  },
  empty: {
    title: "See every TCP connection of a capture, from SYN to FIN",
    sentence:
      "Give Synfin a pcap or pcapng file, or text printed by tcpdump, and step through each connection: who sent what, what state each end was in, and why.",
    privacy: "Your capture stays in this browser; nothing is sent anywhere.",
    drop: "Drop a capture file anywhere",
    or: "or",
    choose: "Choose a file…",
    pasteLabel: "Paste tcpdump text",
    pastePlaceholder:
      "12:49:33.192719 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [S], seq 284972257, win 64240, length 0\n…",
    pasteButton: "Open the text",
    pasteHint: "Paste works anywhere on this page, too.",
    examples: "Or start with an example",
    segments: (count: number) => counted(count, "segment", "segments"),
  },
  chapters,
  examples,
  loading: {
    title: (name: string) => `Reading ${name}`,
    bytes: (read: string, total: string) => `${read} of ${total}`,
    found: (segments: number, connections: number) =>
      `${counted(segments, "segment", "segments")}, ${counted(connections, "connection", "connections")} so far`,
    cancel: "Cancel",
    outcome: "reading…",
    firstLines: (shown: number) =>
      `The first ${formatCount(shown)} connections; all of them once the file is read`,
    later: "The diagram appears once everything is read.",
  },
  failed: {
    refusedTitle: "Synfin cannot read this",
    linkTitle: "This link cannot be opened",
    unreadableTitle: "The file could not be read",
    faultTitle: "Synfin has made a mistake",
    unreadable: (name: string, message: string) =>
      `The browser could not read ${name} (${message}). Check that the file is still there and that you may read it, then choose it again.`,
    fault: (name: string, message: string) =>
      `Synfin failed while reading ${name}. The fault is Synfin’s, not the file’s: “${message}”.`,
    memoryTitle: "This capture is too large for the memory at hand",
    memory: (name: string, message: string) =>
      `The browser has no more memory for ${name} (${message}). Close other tabs and open it again, or cut it into parts, for example with “editcap -c 1000000”.`,
    unstartedTitle: "A part of Synfin is missing",
    unstarted: (name: string, message: string) =>
      `What reads captures could not be loaded or started, so ${name} was not opened (${message}). Reload the page; if that does not help, there is no network, or the browser is too old.`,
    stoppedTitle: "Reading stopped",
    stopped: (name: string, message: string) =>
      `The part of Synfin that held ${name} has died (${message}). The file is untouched: open it again.`,
    drawingFault: (message: string) =>
      `Synfin failed while drawing this capture. The fault is Synfin’s, not the file’s: “${message}”.`,
    startOver: "Start over",
    back: (name: string) => `Back to ${name}`,
    analysisFault: (message: string) =>
      `Synfin failed while working out this connection. The fault is Synfin’s: “${message}”.`,
  },
  captures: {
    label: "Captures",
    sum: (files: string, refused: number) =>
      `${files} files${refused === 0 ? "" : `, ${formatCount(refused)} cannot be read`}`,
    notYet: "not read yet",
    left: "too large to look into; open it",
  },
  views: {
    label: "Views",
    connections: "Connections",
    diagram: "Sequence diagram",
    diagramTab: "Diagram",
    graph: "State graph",
    graphTab: "States",
    segment: "Segment",
    playback: "Playback",
  },
  connections: {
    judged: (judged: number, all: number) => `${formatCount(judged)} of ${formatCount(all)} judged so far`,
    unjudged: "…",
    count: (count: number) => counted(count, "connection", "connections"),
    shownOf: (shown: number, all: number) =>
      `${formatCount(shown)} of ${counted(all, "connection", "connections")}`,
    outcome: wordOutcome,
    filterLabel: "Filter connections",
    filterPlaceholder: "Filter: port:443 outcome:refused …",
    filterSyntax:
      "Words are joined by and; a comma means or, a leading minus not; quotes hold words together. ↓ shows what can be asked. time: counts seconds from the start of the capture.",
    filterKeys: {
      outcome: "outcome",
      start: "start",
      state: "state",
      note: "note",
      port: "port",
      host: "host",
      opening: "opening",
      closing: "closing",
      time: "time",
    },
    noKey: (typed: string) => `A filter has no “${typed}:”.`,
    noValue: (key: string, typed: string) => `No ${key} is called “${typed}”.`,
    noTime: (typed: string) => `“${typed}” is no time: 2.5-4, 2.5- or -4, in seconds.`,
    meant: "Did you mean",
    known: "All that is known",
    offers: "Completions",
    notListed: "The connection on screen is not in this list.",
    openFirst: "Open the first",
    starts: { captured: "captured", "not-captured": "not captured" },
    filterHint: (words: string) => `Show only: ${words}`,
    all: "show all",
    columns: {
      start: "Order",
      client: "Client",
      server: "→ Server",
      outcome: "Outcome",
      segments: "Segments",
      payload: "Data",
      duration: "Duration",
      handshake: "RTT",
    },
    columnHints: {
      start: "Order of the first segment in the capture",
      client: "Address and port of the client",
      server: "Address and port of the server",
      outcome: "How the connection ended",
      segments: "TCP segments of both ends",
      payload: "Octets of data of both ends; retransmissions are not counted twice",
      duration: "From the first to the last segment",
      handshake: "Handshake round trip: from the SYN to the ACK that completes the handshake",
    },
    guessedRoles: "Who is the client is a guess: the capture does not hold the SYN",
    noFigure: "–",
    fingerprint: (segments: number) => `Exchange of ${counted(segments, "segment", "segments")}`,
  },
  report: {
    records: (records: number, segments: number) =>
      `${counted(records, "record", "records")}, ${counted(segments, "TCP segment", "TCP segments")}`,
    lines: (lines: number, segments: number) =>
      `${counted(lines, "packet line", "packet lines")}, ${counted(segments, "TCP segment", "TCP segments")}`,
    skipped: (parts: readonly string[]) => `skipped: ${parts.join(", ")}`,
    warnings: (count: number) => counted(count, "warning", "warnings"),
    byte: (at: number) => `byte ${formatCount(at)}`,
    line: (at: number) => `line ${formatCount(at)}`,
    more: (count: number) => `and ${formatCount(count)} more`,
  },
  diagram,
  graph,
  playback: {
    first: "First: before the connection",
    back: "Back one segment",
    play: "Play",
    paceLabel: "Pace of playback",
    paces: { steps: "1 s a step", real: "Real time", shortened: "Silences shortened" },
    paceHints: {
      steps: "One segment a second",
      real: "As fast as the capture was",
      shortened: "As fast as the capture was, but no wait is longer than two seconds",
    },
    speedLabel: "Speed of playback",
    speed: (times: number) => `${times}×`,
    loop: "Start over at the end",
    pause: "Pause",
    forward: "Forward one segment",
    last: "Last segment",
    scrubber: "Position",
    position: (position: number, last: number) => `${formatCount(position)} of ${formatCount(last)}`,
    before: (last: number) => `Before the first of ${counted(last, "segment", "segments")}`,
    announce: (position: number, last: number, what: string, client: string, server: string) =>
      `Segment ${position} of ${last}: ${what}. Client ${client}, server ${server}.`,
    announceStart: (client: string, server: string) =>
      `Before the first segment. Client ${client}, server ${server}.`,
  },
  ends: { client: "Client", server: "Server" },
  unknownState: "unknown",
  segment: {
    tabs: { why: "Why", header: "Header", options: "Options", sockets: "Sockets", bytes: "Bytes" },
    tabsLabel: "About this segment",
    title: (position: number, last: number) => `Segment ${formatCount(position)} of ${formatCount(last)}`,
    none: "No segment yet",
    sends: (sender: string, flags: string) => `${sender} sends ${flags}`,
    noFlags: "no flags",
    sendsData: (sends: string, octets: string) => `${sends}, ${octets}`,
    withData: (octets: number) => counted(octets, "octet of data", "octets of data"),
  },
  refusal: wordRefusal,
  link,
  linkRefusal: wordLinkRefusal,
  share,
  warning: wordWarning,
  skippedReason: wordSkipped,
  why,
  overview,
  overTime,
  copying,
  splitters,
  predict,
  lecture,
  coverage,
  compare,
  tour,
  exports,
  offline,
  header,
  options,
  sockets,
  bytes,
  help: {
    open: "Keys and help",
    title: "Keys",
    close: "Close",
    keys: {
      next: "Next segment; also with a presenter’s clicker",
      before: "Segment before; also with a presenter’s clicker",
      startPage: "On the start page: next or previous example, and open it; a clicker suffices",
      first: "Before the first segment",
      last: "Last segment",
      play: "Play or pause",
      loop: "Start over at the end of playback, or stop there",
      connection: "Connection above or below in the list",
      filter: "Filter the connections",
      lecture: "Present: diagram and states alone, large enough for a room; Esc leaves",
      predict: "Predict: hide what comes next and guess it, or stop guessing",
      tour: "Begin the guided tour of an example",
      coverage: "RFC coverage: which arrows of figure 5 the capture takes",
      compare: "Compare: mark this connection, then press it again at another one",
      share: "Share: make a link that carries this connection",
      export: "Export: save or copy this connection for other programs",
      note: "Next or previous segment with a note",
      marked: "Next or previous segment marked by a click on a state or an arrow of the graph",
      timeScale: "Next time scale of the diagram",
      zoom: "Zoom the diagram: nearer, farther, everything; also Ctrl and the wheel",
      numbers: "Sequence numbers relative, as on the wire, or so in hexadecimal",
      help: "This sheet",
      escape: "Close this sheet, take marks away, or leave lecture, prediction, tour or comparison",
    } satisfies Record<HelpKey, string>,
    licences: "Licences of Synfin and of what is built into it",
    mouse:
      "Click an arrow in the diagram to stand at its segment. Drop or paste another capture at any time.",
  },
};

export type Messages = typeof en;
