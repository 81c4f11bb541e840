import { ACK, CWR, ECE, FIN, PSH, RST, SYN, URG } from "../../segments/flags.ts";
import type { AnnotationKind } from "../../tcp/annotation.ts";
import { RETRANSMISSIONS } from "../../tcp/annotation.ts";
import { FILTER_KEYS, inQuotes } from "./filter-language.ts";
import { writeFlagPattern } from "./flag-pattern.ts";
import { MEASURES } from "./measures.ts";
import type { SegmentQuestion } from "./one-segment.ts";

/** An expression of another program, in our words. */
export interface Translation {
  /** null: alone we have no such question. */
  readonly own: string | null;
  /** What it asks of one segment, so that conditions joined by *and* can ask it of the same; null: nothing of one. */
  readonly question: SegmentQuestion | null;
}

/** What a field asks with that sign and value. @param sign null: the field alone */
type Field = (sign: string | null, value: string) => Translation;

const NONE: Translation = { own: null, question: null };
const told = (own: string | null): Translation => ({ own, question: null });

const EQUAL = new Set(["==", "===", "=", "eq", "in", "is", "contains", "~", "~="]);
const UNEQUAL = new Set(["!=", "!==", "ne"]);
const COMPARED: Readonly<Record<string, string>> = {
  gt: ">",
  lt: "<",
  ge: ">=",
  le: "<=",
  eq: "==",
  ne: "!=",
};

/** `{80, 443}` and `{70..90}` as our filter writes values; without braces one value. */
function valuesOf(value: string): string {
  const { inner } = /^\{(?<inner>[^}]*)\}?$/u.exec(value)?.groups ?? {};
  if (inner === undefined) return inQuotes(value);
  return inner
    .replaceAll("..", "-")
    .split(/[\s,]+/u)
    .filter(Boolean)
    .join(",");
}

/** A value of a key; of several in braces one suffices. */
const key =
  (name: string): Field =>
  (sign, value) => {
    const values = valuesOf(value);
    if (sign === null || values === "") return NONE;
    if (EQUAL.has(sign)) return told(`${name}:${values}`);
    return told(UNEQUAL.has(sign) ? `-${name}:${values}` : null);
  };

/** A record: Wireshark's `frame contains "abc"` looks at octets. */
const frame: Field = (sign, value) =>
  /^(?:\d+|\{[\d\s,]+\}?)$/u.test(value) ? key("frame")(sign, value) : NONE;

/** A port, also compared by its size: `tcp.port > 1023`. */
const port: Field = (sign, value) => {
  const number = /^\d{1,5}$/u.test(value) ? Number(value) : null;
  const compared = COMPARED[sign ?? ""] ?? sign ?? "";
  if (number === null || !/^[<>]=?$/u.test(compared)) return key("port")(sign, value);
  if (compared.startsWith(">")) return told(`port:${compared === ">" ? number + 1 : number}-65535`);
  return told(compared === "<" && number === 0 ? null : `port:0-${compared === "<" ? number - 1 : number}`);
};

/** A number of seconds, octets or pieces. */
const measure =
  (name: string): Field =>
  (sign, value) =>
    told(
      sign !== null && /^[\d.]+\s*[a-zµμ]*$/iu.test(value)
        ? `${name}${COMPARED[sign] ?? sign}${value}`
        : null,
    );

/** A moment: since the start of the capture, or by the clock. */
const moment: Field = (sign, value) => {
  const compared = COMPARED[sign ?? ""] ?? sign;
  const date = value.replace(/^(?<date>\d{4}-\d\d-\d\d) /u, "$<date>T");
  if (compared === null || !/^[\d.:T-]+$/u.test(date)) return NONE;
  if (compared === ">" || compared === ">=") return told(`time:${date}-`);
  if (compared === "<" || compared === "<=") return told(`time:-${date}`);
  return told(EQUAL.has(compared) ? `time:${date}` : null);
};

/** Whether there is data at all. How much one segment carries is no question about connections. */
const payload: Field = (sign, value) => {
  const compared = `${COMPARED[sign ?? ""] ?? sign}${value}`;
  return told([">0", ">=1", "!=0"].includes(compared) ? "data>0" : null);
};

/** A control bit: alone, or compared with 1, it stands in a segment; compared with 0, a segment lacks it. */
const bit =
  (of: number): Field =>
  (sign, value) => {
    const isSet = sign === null || saysYes(sign, value);
    if (!isSet && !saysNo(sign, value)) return NONE;
    const question = { kind: "bits", set: isSet ? of : 0, clear: isSet ? 0 : of } as const;
    return { own: `flag:${writeFlagPattern(question)}`, question };
  };

const isEqual = (sign: string | null): boolean => sign !== null && EQUAL.has(sign);
const isUnequal = (sign: string | null): boolean => sign !== null && UNEQUAL.has(sign);
const YES = /^(?:1|true|set)$/iu;
const NO = /^(?:0|false|not set)$/iu;

function saysYes(sign: string | null, value: string): boolean {
  return (isEqual(sign) && YES.test(value)) || (isUnequal(sign) && NO.test(value));
}

function saysNo(sign: string | null, value: string): boolean {
  return (isEqual(sign) && NO.test(value)) || (isUnequal(sign) && YES.test(value));
}

/** One of these notes at a segment. @param own the same in our words, where they are others */
const noted =
  (notes: readonly AnnotationKind[], own = `note:${notes.join(",")}`): Field =>
  (sign, value) =>
    sign === null || saysYes(sign, value) ? { own, question: { kind: "notes", notes } } : NONE;

const ANALYSIS: Readonly<Record<string, AnnotationKind>> = {
  fast_retransmission: "fast-retransmission",
  spurious_retransmission: "spurious-retransmission",
  out_of_order: "out-of-order",
  duplicate_ack: "duplicate-ack",
  lost_segment: "gap-before",
  ack_lost_segment: "ack-unseen",
  zero_window: "zero-window",
  zero_window_probe: "window-probe",
  zero_window_probe_ack: "window-probe-ack",
  window_full: "window-full",
  window_update: "window-update",
  keep_alive: "keep-alive",
  keep_alive_ack: "keep-alive-ack",
  reused_ports: "port-reuse",
};

const BITS = {
  syn: SYN,
  ack: ACK,
  fin: FIN,
  reset: RST,
  rst: RST,
  push: PSH,
  psh: PSH,
  urg: URG,
  ece: ECE,
  cwr: CWR,
};

const FIELDS: ReadonlyMap<string, Field> = new Map([
  // Our own names, compared as other programs compare.
  ...FILTER_KEYS.map((name) => [name as string, key(name)] as const),
  ...MEASURES.map((name) => [name as string, measure(name)] as const),
  ["port", port],
  ["time", moment],
  ["frame", frame],
  // What one may call them.
  ...["ip", "addr", "address", "src", "dst", "source", "destination", "from", "to"].map(
    (name) => [name, key("host")] as const,
  ),
  ...["sport", "dport", "srcport", "dstport"].map((name) => [name, port] as const),
  ...["packets", "pkts"].map((name) => [name, measure("segments")] as const),
  ...["bytes", "octets", "size"].map((name) => [name, measure("data")] as const),
  ...["latency", "irtt"].map((name) => [name, measure("rtt")] as const),
  ["handshake", measure("opening")],
  ...["retrans", "retransmission"].map((name) => [name, measure("retransmissions")] as const),
  ["flags", key("flag")],
  ["status", key("outcome")],
  ...["sni", "url", "uri"].map((name) => [name, key("name")] as const),
  // Fields of Wireshark.
  ...["tcp.port", "tcp.srcport", "tcp.dstport"].map((name) => [name, port] as const),
  ...["ip", "ipv6"].flatMap((ip) =>
    ["addr", "src", "dst", "host", "src_host", "dst_host"].map(
      (name) => [`${ip}.${name}`, key("host")] as const,
    ),
  ),
  ["frame.number", frame],
  ["frame.time_relative", moment],
  ["frame.time", moment],
  ["tcp.len", payload],
  ["tcp.analysis.initial_rtt", measure("rtt")],
  ...Object.entries(BITS).map(([name, of]) => [`tcp.flags.${name}`, bit(of)] as const),
  ...["rst", "fin", "syn"].map(
    (name) => [`tcp.connection.${name}`, bit(BITS[name as keyof typeof BITS])] as const,
  ),
  // Wireshark marks SYN, SYN,ACK and FIN sent again, too.
  ["tcp.analysis.retransmission", noted(RETRANSMISSIONS, "retransmissions>0")],
  ["tcp.analysis.flags", noted([...new Set([...RETRANSMISSIONS, ...Object.values(ANALYSIS)])])],
  ...Object.entries(ANALYSIS).map(([name, note]) => [`tcp.analysis.${name}`, noted([note])] as const),
  ...["tls", "ssl"].map((tls) => [`${tls}.handshake.extensions_server_name`, key("name")] as const),
  ...["http.host", "http.request.uri", "http.request.full_uri", "http.request.method"].map(
    (name) => [name, key("name")] as const,
  ),
  ...["dns.qry.name", "dns.resp.name"].map((name) => [name, key("name")] as const),
]);

/** A protocol alone: every connection is one of TCP. */
const PROTOCOLS: Readonly<Record<string, string>> = {
  tcp: "segments>0",
  ip: "host:0.0.0.0/0",
  ip6: "host:::/0",
  ipv6: "host:::/0",
};

/** Where a field asks what this filter cannot: what comes near it. Names of hosts rarely begin as these do. */
const NEAR: readonly (readonly [RegExp, string])[] = [
  [/^frame\.number/u, "frame:"],
  [/^(?:tcp|frame)\.time_delta|^tcp\.time/u, "duration>1s"],
  [/^frame\.time/u, "time:10:00:05-10:00:07"],
  [/^(?:tcp|frame)\.(?:len|payload)/u, "data>0"],
  [/^tcp\.window/u, "note:zero-window"],
  [/^tcp\.analysis\.\w*rtt/u, "rtt>100ms"],
  [/^tcp\.analysis\.bytes/u, "data>64k"],
  [/^tcp\.analysis\.duplicate_ack/u, "note:duplicate-ack"],
  [/^tcp\.analysis/u, "retransmissions>0"],
  [/^tcp\.completeness/u, "outcome:complete"],
  [/^tcp\.flags/u, "flag:"],
  [/^_ws\./u, "note:"],
  [/^(?:tcp|ip)\.port/u, "port:443"],
  [/^ip(?:v6)?\.(?:addr|src|dst|host)/u, "host:10.0.0.0/8"],
  [/^(?:http2?|tls|ssl|dns|quic)\./u, "name:"],
];

/** A field of Wireshark without a comparison. */
const FIELD = /^(?:tcp|ip|ipv6|frame|eth|icmp|udp|http2?|tls|ssl|_ws)(?:\.[a-z_][a-z0-9_]*)+$/u;
const DOTTED = /^[a-z_][a-z0-9_]*(?:\.[a-z0-9_]+)+$/u;

/** Whether it names what can be compared: one of our keys, or another word for one, or a field of Wireshark. */
export function isField(text: string): boolean {
  return FIELDS.has(text.toLowerCase()) || Object.hasOwn(PROTOCOLS, text) || DOTTED.test(text);
}

/** Whether a word without a comparison is a field of Wireshark, or a protocol. */
export function isFieldAlone(text: string): boolean {
  return FIELD.test(text) || Object.hasOwn(PROTOCOLS, text);
}

/** `tcp.port`, `==`, `443` → `port:443`. @param sign null: the field alone */
export function ownWordsFor(field: string, sign: string | null, value: string): Translation {
  if (sign === null && Object.hasOwn(PROTOCOLS, field)) return told(PROTOCOLS[field] ?? null);
  return FIELDS.get(field.toLowerCase())?.(sign, value) ?? NONE;
}

/** What comes near a field that this filter has not; null: nothing. @param written the expression, from its field on */
export function nearField(written: string): string | null {
  return NEAR.find(([field]) => field.test(written))?.[1] ?? null;
}
