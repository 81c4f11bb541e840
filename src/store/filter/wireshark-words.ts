import { readTimeRange } from "./time-range.ts";

/** What a field of Wireshark's display filters asks, in our words; null: we do not ask that. */
type Translation = (sign: string | null, value: string) => string | null;

const EQUAL = new Set(["==", "=", "eq", "in", "contains"]);
const UNEQUAL = new Set(["!=", "ne"]);
const COMPARED: Readonly<Record<string, string>> = {
  gt: ">",
  lt: "<",
  ge: ">=",
  le: "<=",
  eq: "==",
  ne: "!=",
};

/** A value of a key; of several in braces one suffices. */
const key =
  (name: string): Translation =>
  (sign, value) => {
    const values = value
      .replace(/^\{(?<inner>[^}]*)\}?$/u, "$<inner>")
      .replaceAll("..", "-")
      .split(/[\s,]+/u)
      .filter(Boolean)
      .join(",");
    if (sign === null || values === "") return null;
    if (EQUAL.has(sign)) return `${name}:${values}`;
    return UNEQUAL.has(sign) ? `-${name}:${values}` : null;
  };

/** What is so or not so: alone, or compared with 1 or true. That single segments lack it is no question about connections. */
const fact =
  (own: string): Translation =>
  (sign, value) =>
    sign === null || (EQUAL.has(sign) && /^(?:1|true)$/iu.test(value)) ? own : null;

/** A number of seconds or pieces. */
const measure =
  (name: string): Translation =>
  (sign, value) =>
    sign !== null && /^[\d.]+$/u.test(value) ? `${name}${COMPARED[sign] ?? sign}${value}` : null;

/** A time since the start of the capture. */
const since: Translation = (sign, value) => {
  if (sign === null || readTimeRange(value) === null) return null;
  const compared = COMPARED[sign] ?? sign;
  if (compared === ">" || compared === ">=") return `time:${value}-`;
  return compared === "<" || compared === "<=" ? `time:-${value}` : null;
};

const FLAGS = {
  syn: "syn",
  ack: "ack",
  fin: "fin",
  reset: "rst",
  push: "psh",
  urg: "urg",
  ece: "ece",
  cwr: "cwr",
};

const ANALYSIS = {
  retransmission: "retransmissions>0",
  fast_retransmission: "note:fast-retransmission",
  spurious_retransmission: "note:spurious-retransmission",
  out_of_order: "note:out-of-order",
  duplicate_ack: "note:duplicate-ack",
  lost_segment: "note:gap-before",
  ack_lost_segment: "note:ack-unseen",
  zero_window: "note:zero-window",
  zero_window_probe: "note:window-probe",
  zero_window_probe_ack: "note:window-probe-ack",
  window_full: "note:window-full",
  window_update: "note:window-update",
  keep_alive: "note:keep-alive",
  keep_alive_ack: "note:keep-alive-ack",
  reused_ports: "note:port-reuse",
};

const TRANSLATIONS: ReadonlyMap<string, Translation> = new Map([
  ...["tcp.port", "tcp.srcport", "tcp.dstport"].map((field) => [field, key("port")] as const),
  ...["ip", "ipv6"].flatMap((ip) =>
    ["addr", "src", "dst", "host", "src_host", "dst_host"].map(
      (field) => [`${ip}.${field}`, key("host")] as const,
    ),
  ),
  ["frame.number", key("frame")],
  ["frame.time_relative", since],
  ["tcp.analysis.initial_rtt", measure("rtt")],
  ...Object.entries(FLAGS).map(([flag, own]) => [`tcp.flags.${flag}`, fact(`flag:${own}`)] as const),
  ...Object.entries(ANALYSIS).map(([name, own]) => [`tcp.analysis.${name}`, fact(own)] as const),
  ["tcp.connection.rst", fact("flag:rst")],
  ["tcp.connection.fin", fact("flag:fin")],
  ["tcp.connection.syn", fact("flag:syn")],
]);

/** Names of hosts rarely begin so. */
const FIELD = /^(?:tcp|ip|ipv6|frame)(?:\.[a-z_]+)+$/u;

/** Whether that is how Wireshark calls a field of TCP, IP or the frame. */
export function isWiresharkField(text: string): boolean {
  return FIELD.test(text);
}

/** `tcp.port`, `==`, `443` → `port:443`; null where we have no such question. @param sign null: the field alone */
export function ownWordsFor(field: string, sign: string | null, value: string): string | null {
  return TRANSLATIONS.get(field)?.(sign, value) ?? null;
}
