// How long the links of connections are, beside the two obvious ways to put a connection into a URL.
// For scripts/checks/links.mjs and the benchmark.
import { deflateRawSync } from "node:zlib";

/** @param {object} connection a line of `inspect --links`, with its segments */
export function measureLink(connection) {
  const { segments, client, server, link } = connection;
  return {
    segments: segments.length,
    isIpv6: client.address.includes(":"),
    // The fragment alone, without #.
    link: link === null ? null : link.length - 1,
    arrays: textLength([client.address, client.port, server.address, server.port, segments.map(asArray)]),
    objects: textLength({ client, server, segments: segments.map(asObject) }),
  };
}

function textLength(value) {
  return deflateRawSync(JSON.stringify(value)).toString("base64url").length;
}

function microseconds(time) {
  return time === null ? null : Math.round(Number(time) * 1e6);
}

/** What a link holds of a segment, as a plain array. */
function asArray({ time, from, flags, seq, ack, window, length, options }) {
  const { mss, windowScale, sackPermitted, sack, timestamps } = options;
  const bits = flags.split(",").filter(Boolean).join("");
  const told = [mss ?? 0, windowScale ?? -1, sackPermitted ? 1 : 0, sack ?? 0, ...(timestamps ?? [])];
  const isPlain = mss === undefined && windowScale === undefined && !sackPermitted && !sack;
  return [
    microseconds(time),
    from === "client" ? 0 : 1,
    bits,
    seq,
    ack,
    window,
    length,
    ...(isPlain ? (timestamps ?? []) : [told]),
  ];
}

function asObject({ time, from, flags, seq, ack, window, length, options }) {
  return { time: microseconds(time), from, flags, seq, ack, window, length, options };
}

const SIZES = [
  { name: "10-12 segments", fewest: 10, most: 12, median: 180, longest: 230 },
  { name: "28-32 segments", fewest: 28, most: 32 },
  { name: "95-110 segments", fewest: 95, most: 110, median: 620, longest: 1000 },
];
/** What an IPv6 link may be longer. */
const IPV6 = 32;
/** @param {number[]} sorted */
const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
const ascending = (numbers) => numbers.toSorted((a, b) => a - b);

/**
 * The distribution against the goals of docs/performance.md.
 * @param {ReturnType<typeof measureLink>[]} measured
 * @returns {{ lines: string[], misses: string[] }} what to print, and which goals are missed
 */
export function reportLinks(measured) {
  const lines = [];
  const misses = [];
  const goal = (isMet, words) => {
    if (!isMet) misses.push(words);
  };
  for (const { name, fewest, most, median, longest } of SIZES) {
    for (const isIpv6 of [false, true]) {
      const group = measured.filter(
        (one) => one.isIpv6 === isIpv6 && one.segments >= fewest && one.segments <= most && one.link !== null,
      );
      if (group.length === 0) continue;
      const columns = ["link", "arrays", "objects"].map((key) => {
        const sorted = ascending(group.map((one) => one[key]));
        return `${key} ${at(sorted, 0.5)} / ${at(sorted, 0.95)} / ${sorted.at(-1)}`;
      });
      const family = isIpv6 ? "IPv6" : "IPv4";
      lines.push(`${name}, ${family} (${group.length}): ${columns.join(", ")}`);
      if (median === undefined) continue;
      const sorted = ascending(group.map(({ link }) => link));
      const more = isIpv6 ? IPV6 : 0;
      goal(
        at(sorted, 0.5) <= median + more,
        `${name}, ${family}: median ${at(sorted, 0.5)} > ${median + more}`,
      );
      goal(
        sorted.at(-1) <= longest + more,
        `${name}, ${family}: longest ${sorted.at(-1)} > ${longest + more}`,
      );
      const ratio = at(ascending(group.map(({ link, arrays }) => link / arrays)), 0.5);
      goal(ratio <= 0.6, `${name}, ${family}: ${ratio.toFixed(2)} of JSON arrays`);
    }
  }
  const short = measured.filter(({ segments }) => segments <= 200);
  const under = short.filter(({ link }) => link !== null && link < 2000).length / short.length;
  const ratio = at(ascending(short.map(({ link, arrays }) => link / arrays)), 0.5);
  lines.push(
    `up to 200 segments (${short.length}): ${(under * 100).toFixed(2)} % under 2,000 characters, median ${ratio.toFixed(2)} of JSON arrays + deflate`,
  );
  goal(under >= 0.99, `only ${(under * 100).toFixed(2)} % under 2,000 characters`);
  goal(ratio <= 0.6, `${ratio.toFixed(2)} of JSON arrays + deflate`);
  return { lines, misses };
}
