import { formatCount } from "../../../figures.ts";

/** What can be copied from the connection on screen. */
export const copying = {
  label: "Copy this connection",
  wiresharkFilter: "Copy as Wireshark filter",
  listedFilter: (count: number) => `Copy a Wireshark filter for the ${formatCount(count)} in the list`,
  tooMany: (most: number) => `For at most ${most} connections`,
  tcpdumpText: "Copy as tcpdump text",
  namesOnly: "The capture gives names, not addresses and port numbers",
  copiedFilter: "Wireshark filter copied",
  copiedText: "Text copied; Synfin opens it when it is pasted",
  copiedPair: "Filter copied; it also shows other connections of the same addresses and ports",
  forbidden: "The browser did not allow copying",
};
