/** The dialog that saves or copies a connection for other programs. */
export const exports = {
  title: "Export this connection",
  close: "Close",
  stays: "Made in this browser; nothing is sent anywhere.",
  save: "Save",
  copy: "Copy",
  saveAs: (form: string) => `Save as ${form}`,
  copyAs: (form: string) => `Copy as ${form}`,
  saved: (name: string) => `Saved as ${name}`,
  copied: (form: string) => `Copied: ${form}`,
  forbidden: "The browser did not allow copying",
  untold:
    "This text does not tell what a pcap must hold: times, addresses, port numbers, and the numbers of the wire",
  forms: {
    tcpdump: {
      name: "tcpdump text",
      text: "As tcpdump -nn -S prints it; Synfin opens it again as the same connection. Times are UTC.",
    },
    pcap: {
      name: "pcap file",
      text: "TCP headers as captured, without data. Link and IP headers are rebuilt; checksums of TCP are left out.",
    },
    mermaid: { name: "Mermaid diagram", text: "A sequenceDiagram for Markdown pages; states as notes." },
    markdown: { name: "Markdown table", text: "A row for each segment, with the states of both ends." },
    csv: {
      name: "List of connections (CSV)",
      text: "The connections of the list as it is filtered and sorted, with every figure, for a spreadsheet.",
    },
    json: { name: "List of connections (JSON lines)", text: "The same for programs: one object a line." },
  },
  table: {
    number: "No.",
    seconds: "Seconds",
    sender: "From",
    client: "client",
    server: "server",
    flags: "Flags",
    sequence: "Seq",
    acknowledgment: "Ack",
    length: "Length",
    window: "Window",
  },
  pictures: { diagram: "Picture of the diagram", graph: "Picture of the states" },
  schemes: { label: "Colours of the pictures", light: "Light pictures", dark: "Dark pictures" },
  cut: (name: string) => `Saved as ${name}; the exchange is too long for one picture: the rest is left out`,
  tooLarge: "The picture is too large for this browser",
  /** @param reason the browser's words */
  unpainted: (reason: string) => `The browser could not paint the picture; it says: ${reason}`,
};
