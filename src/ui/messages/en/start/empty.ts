import { counted } from "../../../wording/english.ts";

export const empty = {
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
};
