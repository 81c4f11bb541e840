// Compares what `inspect` reads out of real captures with what tshark reads (see the README beside the captures).
// Fails below the thresholds of part 2, and when a file differs that docs/known-differences-captures.md does not explain.
// Usage: node scripts/checks/captures.mjs [FOLDER [NAME…]]   (default ../shared/captures, every file)
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { tableRows } from "../inspect-files.mjs";
import { runInspect } from "../run-inspect.mjs";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FOLDER = path.resolve(process.argv[2] ?? path.join(ROOT, "../shared/captures"));
const EXPLAINED = path.join(ROOT, "docs/known-differences-captures.md");
const FEWEST_FIELDS = 0.999;
const FEWEST_GROUPED = 0.995;
const FILES_A_CALL = 50;
const LONGEST_SECONDS = 10;
const FLAGS = ["FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR", "AE"];

if (!existsSync(FOLDER)) {
  console.log(`captures: ${FOLDER} is not there, nothing to compare with`);
  process.exit(0);
}

const names =
  process.argv.length > 3 ? process.argv.slice(3) : readdirSync(path.join(FOLDER, "files")).toSorted();
const sizeOf = (name) => statSync(path.join(FOLDER, "files", name)).size;
const smallest = names.toSorted((one, other) => sizeOf(one) - sizeOf(other))[0];
/** File and number of differences, from the rows `| \`file\` | n | what differs | why |` of the page. */
const explained = new Map(
  [...readFileSync(EXPLAINED, "utf8").matchAll(/^\| `([^`]+)` \| (\d+) \|/gm)].map(([, name, count]) => [
    name,
    Number(count),
  ]),
);
const total = { rows: 0, matched: 0, extra: 0, streams: 0, grouped: 0, refused: 0 };
const problems = new Map();

function note(name, text) {
  problems.set(name, [...(problems.get(name) ?? []), text]);
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Runs `inspect` over some files; its lines by file name, and how long it took. */
function inspect(files) {
  const started = performance.now();
  const { lines, status, stderr } = runInspect(
    files.map((name) => path.join(FOLDER, "files", name)),
    1000 * (30 + LONGEST_SECONDS * files.length),
  );
  const byName = new Map(files.map((name) => [name, { connections: [], summary: null, refused: null }]));
  for (const parsed of lines) {
    const file = byName.get(path.basename(parsed.file ?? parsed.summary?.file ?? parsed.refused?.file));
    if (parsed.summary) file.summary = parsed.summary;
    else if (parsed.refused) file.refused = parsed.refused;
    else file.connections.push(parsed);
  }
  if (files.length === 1 && status === 1) byName.get(files[0]).refused = { reason: stderr.trim() };
  return { byName, seconds: (performance.now() - started) / 1000, stderr };
}

function leastSeconds(files) {
  return Math.min(...[1, 2, 3].map(() => inspect(files).seconds));
}

/** Rows of tshark's table; an empty cell is undefined. */
function tsharkRows(name) {
  const file = path.join(FOLDER, "tshark", `${name}.tsv`);
  return existsSync(file) ? tableRows(readFileSync(file, "utf8")) : [];
}

function flatten(connections) {
  return connections.flatMap(({ connection, client, server, segments }) =>
    segments.map((segment) => {
      const [from, to] = segment.from === "client" ? [client, server] : [server, client];
      return { ...segment, connection, from, to };
    }),
  );
}

/** Names of the fields in which a segment of ours differs from tshark's row; fields tshark leaves empty do not count. */
function differences(ours, row) {
  const found = [];
  const compare = (field, theirs, mine) => {
    if (theirs !== undefined && String(theirs) !== String(mine))
      found.push(`${field} ${mine} instead of ${theirs}`);
  };
  const flags = row.flags && FLAGS.filter((_, bit) => Number(row.flags) & (1 << bit)).join(",");
  compare("source", row.src, ours.from.address);
  compare("destination", row.dst, ours.to.address);
  compare("source port", row.sport, ours.from.port);
  compare("destination port", row.dport, ours.to.port);
  compare("seq", row.seq, ours.seq);
  if (flags?.includes("ACK")) compare("ack", row.ack, ours.ack);
  compare("flags", flags, ours.flags);
  compare("window", row.win, ours.window);
  compare("length", row.len, ours.length);
  compare("mss", row.mss?.split(",")[0], ours.options?.mss);
  compare("tsval", row.tsval?.split(",")[0], ours.options?.timestamps?.[0]);
  compare("tsecr", row.tsecr?.split(",")[0], ours.options?.timestamps?.[1]);
  if (ours.time !== null) compare("time", row.time_epoch, ours.time);
  return found;
}

/** Pairs rows with segments of the same frame, the least different first. */
function matchRows(name, rows, segments) {
  const byFrame = groupBy(segments, ({ frame }) => String(frame));
  const pairs = [];
  for (const row of rows) {
    total.rows++;
    const candidates = byFrame.get(row.frame) ?? [];
    const ranked = candidates.map((ours) => ({ ours, found: differences(ours, row) }));
    const [best] = ranked.toSorted((a, b) => a.found.length - b.found.length);
    if (!best) {
      note(name, `frame ${row.frame} is missing`);
      continue;
    }
    candidates.splice(candidates.indexOf(best.ours), 1);
    if (best.found.length === 0) total.matched++;
    else note(name, `frame ${row.frame}: ${best.found.join(", ")}`);
    pairs.push({ row, ours: best.ours });
  }
  for (const [frame, left] of byFrame) {
    total.extra += left.length;
    if (left.length > 0) note(name, `frame ${frame} has a segment too many`);
  }
  return pairs;
}

/** A stream is right when its segments are one connection of ours and nothing else is in it. */
function compareGrouping(name, pairs) {
  // Where it takes a header for malformed, tshark gives no stream.
  const grouped = pairs.filter(({ row }) => row.stream !== undefined);
  const streams = groupBy(grouped, ({ row }) => row.stream);
  const sizes = new Map();
  for (const { ours } of grouped) sizes.set(ours.connection, (sizes.get(ours.connection) ?? 0) + 1);
  for (const [stream, members] of streams) {
    total.streams++;
    const connections = new Set(members.map(({ ours }) => ours.connection));
    const [only] = connections;
    if (connections.size === 1 && sizes.get(only) === members.length) total.grouped++;
    else note(name, `stream ${stream} is connections ${[...connections].join(", ")}`);
  }
}

function checkFile(name, { connections, summary, refused }) {
  const rows = tsharkRows(name);
  if (refused) {
    total.refused++;
    if (!refused.reason) note(name, "refused without a reason");
    if (rows.length > 0) note(name, `refused (${refused.kind}) though tshark sees ${rows.length} segments`);
    total.rows += rows.length;
    return;
  }
  if (!summary) {
    total.rows += rows.length;
    note(name, "no answer at all");
    return;
  }
  if (summary.segments === 0) note(name, "shown as empty");
  compareGrouping(name, matchRows(name, rows, flatten(connections)));
}

for (let i = 0; i < names.length; i += FILES_A_CALL) {
  const some = names.slice(i, i + FILES_A_CALL);
  const { byName, seconds, stderr } = inspect(some);
  if (/\n\s+at /.test(stderr)) note(some[0], `a stack trace in the call that begins with it:\n${stderr}`);
  for (const [name, result] of byName) checkFile(name, result);
  if (seconds > LONGEST_SECONDS) {
    // A busy machine starts every program late, and is slow now and then: only what a file takes beyond the start counts,
    // every time.
    const start = leastSeconds([smallest]);
    for (const name of some) {
      if (inspect([name]).seconds - start <= LONGEST_SECONDS) continue;
      const alone = leastSeconds([name]) - start;
      if (alone > LONGEST_SECONDS) note(name, `takes ${alone.toFixed(1)} s`);
    }
  }
}

const share = (part, whole) => (whole === 0 ? 0 : part / whole);
const isKnown = (name) => explained.get(name) === problems.get(name).length;
const unexplained = [...problems.keys()].filter((name) => !isKnown(name));
// Only a run over everything shows that a row of the page is outdated.
const stale = process.argv.length > 3 ? [] : [...explained.keys()].filter((name) => !problems.has(name));
for (const [name, texts] of problems) {
  const more = texts.length > 3 ? ` … and ${texts.length - 3} more` : "";
  const mark = isKnown(name) ? "known" : "OPEN ";
  console.log(`${mark} ${name} (${texts.length}): ${texts.slice(0, 3).join("; ")}${more}`);
}
for (const name of stale) console.log(`STALE ${name} differs no more: take it off the page`);
console.log(
  `captures: ${names.length} files (${total.refused} refused by name), ${total.matched} of ${total.rows} segments equal ` +
    `(${(100 * share(total.matched, total.rows)).toFixed(3)} %), ${total.extra} too many, ${total.grouped} of ${total.streams} streams ` +
    `grouped alike (${(100 * share(total.grouped, total.streams)).toFixed(2)} %), ${problems.size} files differ, ${unexplained.length} of them unexplained`,
);
const isGood =
  share(total.matched, total.rows) >= FEWEST_FIELDS &&
  share(total.grouped, total.streams) >= FEWEST_GROUPED &&
  unexplained.length === 0 &&
  stale.length === 0;
process.exit(isGood ? 0 : 1);
