/** Words of the tab that shows what `ss -tan` would print. */
export const sockets = {
  intro: "What ss -tan would print on each host now, as far as the segments tell.",
  columns: ["State", "Recv-Q", "Send-Q"] as readonly string[],
  ends: "Local and peer address:port",
  host: { client: "On the client’s host", server: "On the server’s host" },
  gone: "Nothing: there is no socket of this connection.",
  unknown: "It cannot be known what this host has: it never says anything in this capture.",
  any: "*:*",
  untold: "?",
  atLeast: (octets: string) => `≥ ${octets}`,
  legend: "? no segment tells it · ≥ the application may have handed over more",
};

/** Words of the tab that shows the octets of the header. */
export const bytes = {
  header: "TCP header",
  rows: "Offset, octets",
  notKept: "·· not known or not kept, as the checksum.",
  payload: (octets: string) => `${octets} of data follow. Synfin never keeps data.`,
  noPayload: "No data follows.",
};
