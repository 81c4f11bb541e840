import type { Endpoint } from "../../../segments/endpoint.ts";
import type { ObservedTime, ObservingTool, SocketObservation } from "../../../segments/socket-observation.ts";
import { addressNamed, endNamed, stateNamed } from "./socket-states.ts";

/** What one line says, wherever it stands. */
export type SocketLine = Pick<
  SocketObservation,
  "tool" | "local" | "peer" | "state" | "printed" | "from" | "time"
> & {
  /** What names the socket in every line of it; null: nothing does. */
  readonly socket: string | null;
};

/** `tcp        0      0 127.0.0.1:56234         127.0.0.1:12345         FIN_WAIT2   -` */
const NETSTAT = /^\s{0,8}tcp(?:4|6|46)?\s+\d+\s+\d+\s+(\S+)\s+(\S+)\s+([A-Z][A-Z_0-9]+)\b/iu;
/** `  TCP    192.168.1.5:52345      17.1.2.3:443     ESTABLISHED`, of Windows */
const NETSTAT_WINDOWS = /^\s{0,8}TCP\s+(\S+:\d+)\s+(\S+:\d+)\s+([A-Z][A-Z_0-9]+)\b/u;
/** `ESTAB      0      0          192.0.2.5:22      203.0.113.9:51234`, with `tcp` before it where ss lists more */
const SS = /^\s{0,8}(?:tcp\s+)?([A-Z]+(?:-[A-Z0-9]+)*)\s+\d+\s+\d+\s+(\S+)\s+(\S+)/u;
/** `CLOSE -> SYN_SENT`, `ESTABLISHED,FIN_WAIT1` */
const CHANGE = /\b([A-Z][A-Z_]+[12]?)(?:\s*->\s*|,)([A-Z][A-Z_]+[12]?)\b/u;
/** `192.0.2.10 0 198.51.100.1 80`, with blanks or commas between */
const FOUR_FIELDS = /([0-9a-f.:]{2,45})[\s,]+(\d{1,5})[\s,]+([0-9a-f.:]{2,45})[\s,]+(\d{1,5})[\s,]*$/iu;
/** `192.0.2.10:51000 -> 198.51.100.1:80` */
const TWO_ENDS = /(\S+:\d{1,5})(?:\s*->\s*|\s+)(\S+:\d{1,5})\s*$/u;
/** `oldstate=TCP_SYN_SENT newstate=TCP_ESTABLISHED` of the trace event `sock:inet_sock_set_state` */
const EVENT = /\boldstate=(?:TCP_)?(\w+)\s+newstate=(?:TCP_)?(\w+)/u;
/** `tcp      6 120 SYN_SENT src=192.0.2.10 dst=198.51.100.1 sport=51000 dport=443` */
const CONNTRACK =
  /\btcp\s+6\s+(?:\d+\s+)?(?:([A-Z][A-Z_0-9]+)\s+)?src=(\S+) dst=(\S+) sport=(\d{1,5}) dport=(\d{1,5})/u;

/** Reads a line of ss, netstat, tcpstates or conntrack; null if it is none, or names no state. */
export function readSocketLine(line: string): SocketLine | null {
  return readConntrack(line) ?? readChange(line) ?? readNetstat(line) ?? readSs(line);
}

function readNetstat(line: string): SocketLine | null {
  const [, local, peer, state] = NETSTAT.exec(line) ?? NETSTAT_WINDOWS.exec(line) ?? [];
  return snapshot("netstat", local, peer, state);
}

function readSs(line: string): SocketLine | null {
  const [, state, local, peer] = SS.exec(line) ?? [];
  return snapshot("ss", local, peer, state);
}

function snapshot(tool: ObservingTool, local = "", peer = "", name = ""): SocketLine | null {
  const state = stateNamed(name);
  const [own, other] = [endNamed(local), endNamed(peer)];
  if (state === null || own === null || other === null) return null;
  return { tool, local: own, peer: other, state, printed: name, from: null, time: null, socket: null };
}

function readChange(line: string): SocketLine | null {
  const event = EVENT.exec(line);
  const change = event ?? CHANGE.exec(line);
  const [from, state] = [stateNamed(change?.[1] ?? ""), stateNamed(change?.[2] ?? "")];
  if (change === null || from === null || state === null) return null;
  const ends = event === null ? endsOfRow(line.slice(0, change.index)) : endsOfEvent(line);
  if (ends === null) return null;
  const socket = /^\s*(?:\S{1,20}[\s,]+)?([0-9a-f]{8,16})[\s,]/u.exec(line)?.[1] ?? null;
  const printed = `${change[1]} -> ${change[2]}`;
  return { tool: "tcpstates", ...ends, state, printed, from, time: timeIn(line), socket };
}

type Ends = Pick<SocketLine, "local" | "peer">;

function endsOfRow(fields: string): Ends | null {
  const four = FOUR_FIELDS.exec(fields);
  if (four !== null) return endsOf(four[1], four[2], four[3], four[4]);
  const [, local = "", peer = ""] = TWO_ENDS.exec(fields) ?? [];
  const [own, other] = [endNamed(local), endNamed(peer)];
  return own === null || other === null ? null : { local: own, peer: other };
}

function endsOfEvent(line: string): Ends | null {
  const field = (name: string): string | undefined => new RegExp(`\\b${name}=(\\S+)`, "u").exec(line)?.[1];
  return endsOf(field("saddr"), field("sport"), field("daddr"), field("dport"));
}

function endsOf(local = "", localPort = "", peer = "", peerPort = ""): Ends | null {
  const end = (address: string, port: string): Endpoint => ({
    address: addressNamed(address),
    port: Number(port),
  });
  if ([local, localPort, peer, peerPort].includes("")) return null;
  if (Math.max(Number(localPort), Number(peerPort)) > 65_535) return null;
  return { local: end(local, localPort), peer: end(peer, peerPort) };
}

function readConntrack(line: string): SocketLine | null {
  const [, state, source, destination, sourcePort, destinationPort] = CONNTRACK.exec(line) ?? [];
  const ends = endsOf(source, sourcePort, destination, destinationPort);
  const isGone = /\[DESTROY\]/u.test(line);
  if (ends === null || (state === undefined && !isGone)) return null;
  return {
    tool: "conntrack",
    ...ends,
    state: state ?? "DESTROY",
    printed: state ?? "DESTROY",
    from: null,
    time: timeIn(line),
    socket: null,
  };
}

const NANOSECONDS = 1_000_000_000n;

/** `[1616244573.192969]`, `1616244573.192969`, or `12:49:33`, at the beginning; seconds since the tool began count not. */
function timeIn(line: string): ObservedTime | null {
  const [, epoch, ofEpoch = "", hours, minutes, seconds, fraction = ""] =
    /^\s*\[?(?:(\d{9,10})(?:\.(\d{1,9}))?\]?|(\d{1,2}):(\d\d):(\d\d)(?:[.,](\d{1,9}))?)[\s,\]]/u.exec(line) ??
    [];
  if (epoch !== undefined)
    return {
      base: "epoch",
      nanoseconds: BigInt(epoch) * NANOSECONDS + digits(ofEpoch),
      unit: unitOf(ofEpoch),
    };
  if (hours === undefined) return null;
  const whole = BigInt(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
  return {
    base: "time-of-day",
    nanoseconds: whole * NANOSECONDS + digits(fraction),
    unit: unitOf(fraction),
  };
}

function digits(fraction: string): bigint {
  return BigInt(fraction.padEnd(9, "0"));
}

function unitOf(fraction: string): number {
  return 10 ** (9 - fraction.length);
}
