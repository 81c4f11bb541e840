/** What can be copied from the connection on screen. */
export const copying = {
  label: "Copy this connection",
  wiresharkFilter: "Copy as Wireshark filter",
  tcpdumpText: "Copy as tcpdump text",
  namesOnly: "The capture gives names, not addresses and port numbers",
  copiedFilter: "Wireshark filter copied",
  copiedText: "Text copied; Synfin opens it when it is pasted",
  copiedPair: "Filter copied; it also shows other connections of the same addresses and ports",
  forbidden: "The browser did not allow copying",
};
