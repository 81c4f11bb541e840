import type { Endpoint } from "../../../segments/endpoint.ts";

/** The names of states as ss, netstat (Linux, BSD, Windows) and trace tools print them, in the words of RFC 9293. */
const STATES: Readonly<Record<string, string>> = {
  LISTEN: "LISTEN",
  LISTENING: "LISTEN",
  SYNSENT: "SYN-SENT",
  SYNRECV: "SYN-RECEIVED",
  SYNRCVD: "SYN-RECEIVED",
  SYNRECEIVED: "SYN-RECEIVED",
  NEWSYNRECV: "SYN-RECEIVED",
  ESTAB: "ESTABLISHED",
  ESTABLISHED: "ESTABLISHED",
  FINWAIT1: "FIN-WAIT-1",
  FINWAIT2: "FIN-WAIT-2",
  CLOSEWAIT: "CLOSE-WAIT",
  CLOSING: "CLOSING",
  LASTACK: "LAST-ACK",
  TIMEWAIT: "TIME-WAIT",
  CLOSE: "CLOSED",
  CLOSED: "CLOSED",
  UNCONN: "CLOSED",
};

/** The state that a tool names `FIN_WAIT2`, `FIN-WAIT-2` or `TCP_FIN_WAIT2`; null if it is none. */
export function stateNamed(name: string): string | null {
  return STATES[name.replace(/^TCP_/u, "").replace(/[-_]/gu, "")] ?? null;
}

const ANY = new Set(["*", "0.0.0.0", "::", "[::]", "[*]"]);

/**
 * The end that a tool prints as `127.0.0.1:80`, `[::1]:80`, `::1:80`, `*:80`, `0.0.0.0:*`, or as BSD does,
 * `127.0.0.1.80`; null if it is none. A mapped address is the IPv4 address that it maps.
 */
export function endNamed(text: string): Endpoint | null {
  const [, printed = "", port = ""] = /^(.{1,120})[:.](\d{1,5}|\*)$/u.exec(text) ?? [];
  if (printed === "" || (port !== "*" && Number(port) > 65_535)) return null;
  return { address: addressNamed(printed), port: port === "*" ? "*" : Number(port) };
}

/** An address as the table writes it, `*` for any. */
export function addressNamed(printed: string): string {
  if (ANY.has(printed)) return "*";
  return printed
    .replace(/^\[(.*)\]$/u, "$1")
    .replace(/%[\w.-]{1,20}$/u, "")
    .replace(/^::ffff:(?=\d{1,3}\.)/iu, "")
    .toLowerCase();
}
