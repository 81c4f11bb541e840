// Compares our annotations of real captures with tshark's `tcp.analysis` columns, kind by kind. What differs on
// purpose (docs/state-machine.md 7.2) is recognised by rule and counted apart; of the rest each kind must agree in 98
// % (both / either), or docs/known-differences-annotations.md must explain the kind's remaining differences.
// Usage: node scripts/checks/annotations.mjs [--verbose] [FOLDER] (default ../shared/captures)
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { inspectFiles, tableRows } from "../inspect-files.mjs";

const ROOT = resolve(import.meta.dirname, "../..");
const isVerbose = process.argv.includes("--verbose");
const folderArgument = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
const FOLDER = resolve(folderArgument ?? join(ROOT, "../shared/captures"));
const FEWEST_AGREE = 0.98;
const COPIES_OF_DATA = ["retransmission", "fast-retransmission", "spurious-retransmission"];
const COPIES = ["syn-retransmission", "syn-ack-retransmission", "fin-retransmission"];

/** tshark's column and ours. tshark sets `retransmission` on fast and spurious ones too. */
const KINDS = {
  retransmission: [...COPIES, ...COPIES_OF_DATA],
  fast_retransmission: ["fast-retransmission"],
  spurious_retransmission: ["spurious-retransmission"],
  out_of_order: ["out-of-order"],
  duplicate_ack: ["duplicate-ack"],
  lost_segment: ["gap-before"],
  ack_lost_segment: ["ack-unseen"],
  zero_window: ["zero-window"],
  window_update: ["window-update"],
  window_full: ["window-full"],
  keep_alive: ["keep-alive"],
  keep_alive_ack: ["keep-alive-ack"],
  reused_ports: ["port-reuse"],
  zero_window_probe: ["window-probe"],
  zero_window_probe_ack: ["window-probe-ack"],
};

const SYN = 0x02;
const RST = 0x04;
const ACK = 0x10;

/** What tshark calls out of order although the capture was made at its sender: listed, row by row. */
const SENT_AGAIN = "a repetition in the capture of its sender is no reordering (7.2)";
/** And although its sender made it later than the copy before. */
const MADE_LATER = "a repetition with a later TSval is no reordering (7.2)";

/**
 * Differences on purpose, first match. Each sees the pair at hand (`row` of tshark's, `notes` of ours, `flags`) and
 * what lies before it in the same stream (`before`).
 */
const RULES = [
  [
    "tshark's row lacks a field (malformed header)",
    ({ row }) => row.flags === undefined || row.len === undefined,
  ],
  ["captured twice (3.5)", ({ notes }) => notes.has("captured-twice")],
  [
    "SYN or SYN,ACK: copies, new ISN, simultaneous open, captured late (7.2)",
    ({ flags }) => (flags & SYN) !== 0,
  ],
  ["FIN copy, named as such (7.2)", ({ notes }) => notes.has("fin-retransmission")],
  ["window probe of the second form (7.2)", ({ notes }) => notes.has("window-probe")],
  [
    SENT_AGAIN,
    ({ row, notes, isOwnCapture }) =>
      isOwnCapture && row.out_of_order !== undefined && COPIES_OF_DATA.some((kind) => notes.has(kind)),
  ],
  [
    MADE_LATER,
    ({ row, notes, isLater }) =>
      isLater && row.out_of_order !== undefined && COPIES_OF_DATA.some((kind) => notes.has(kind)),
  ],
  [
    "without ACK, SYN and RST it is dropped (RFC 9293 3.10.7.4)",
    ({ flags }) => (flags & (ACK | SYN | RST)) === 0,
  ],
  ["challenge ACK (7.2)", ({ notes }) => notes.has("challenge-ack")],
  ["a RST counts for nothing (7.2)", ({ flags, before }) => (flags & RST) !== 0 || before.rst],
  ["a new ISN began its direction anew (7.2)", ({ before }) => before.newInitial],
  ["the clock jumps (1)", ({ before, notes }) => notes.has("time-jump") || before.timeJump],
  ["after a packet captured twice (3.5)", ({ before }) => before.capturedTwice],
  ["grouped otherwise than tshark's stream (3.3)", ({ isRegrouped }) => isRegrouped],
];

if (!existsSync(FOLDER)) {
  console.log(`annotations: ${FOLDER} is not there, nothing to compare with`);
  process.exit(0);
}

const totals = new Map(
  Object.keys(KINDS).map((kind) => [kind, { both: 0, tshark: 0, ours: 0, byRule: new Map() }]),
);
const open = [];
/** By rule, the rows that are listed. */
const listed = new Map([
  [SENT_AGAIN, new Set()],
  [MADE_LATER, new Set()],
]);

/** Pairs tshark's rows with our segments by frame and number; a frame of a tunnel can hold two. */
function pairRows(rows, connections) {
  const byFrame = new Map();
  for (const connection of connections) {
    for (const segment of connection.segments) {
      const frame = String(segment.frame);
      byFrame.set(frame, [...(byFrame.get(frame) ?? []), { connection, segment }]);
    }
  }
  const pairs = [];
  for (const row of rows) {
    const candidates = byFrame.get(row.frame) ?? [];
    const found = candidates.find(({ segment }) => String(segment.seq) === row.seq) ?? candidates[0];
    if (found) pairs.push({ row, ...found });
  }
  return pairs;
}

/** Streams of tshark's that are not exactly one connection of ours. */
function regroupedStreams(pairs) {
  const connectionsOf = new Map();
  const streamsOf = new Map();
  for (const { row, connection } of pairs) {
    connectionsOf.set(row.stream, (connectionsOf.get(row.stream) ?? new Set()).add(connection.connection));
    streamsOf.set(connection.connection, (streamsOf.get(connection.connection) ?? new Set()).add(row.stream));
  }
  const isAlone = (stream) => {
    const ours = [...connectionsOf.get(stream)];
    return ours.length === 1 && streamsOf.get(ours[0]).size === 1;
  };
  return new Set([...connectionsOf.keys()].filter((stream) => !isAlone(stream)));
}

function compareFile(name, rows, connections) {
  const pairs = pairRows(rows, connections);
  const regrouped = regroupedStreams(pairs);
  const histories = new Map();
  for (const { row, connection, segment } of pairs) {
    const before = histories.get(row.stream) ?? { initials: new Map(), stamps: new Map() };
    const notes = new Set(segment.notes.map((note) => note.split("#")[0]));
    const flags = Number(row.flags ?? 0);
    const isOwnCapture = connection.capturedAt === segment.from;
    compareRow(name, {
      row,
      notes,
      flags,
      before,
      isOwnCapture,
      isLater: isMadeLater(segment, before.stamps.get(`${segment.from} ${segment.seq}`)),
      isRegrouped: regrouped.has(row.stream),
    });
    remember(before, { row, segment, notes, flags });
    histories.set(row.stream, before);
  }
}

/** Whether its TSval is later than that of the copy before. */
function isMadeLater({ options }, stamp) {
  return stamp !== undefined && options.timestamps !== undefined && ((options.timestamps[0] - stamp) | 0) > 0;
}

function remember(before, { row, segment, notes, flags }) {
  if ((flags & RST) !== 0) before.rst = true;
  if (notes.has("captured-twice")) before.capturedTwice = true;
  if (notes.has("time-jump")) before.timeJump = true;
  const { timestamps } = segment.options;
  if (timestamps && segment.length > 0) before.stamps.set(`${segment.from} ${segment.seq}`, timestamps[0]);
  if ((flags & SYN) !== 0) {
    const known = before.initials.get(segment.from);
    if (known !== undefined && known !== row.seq) before.newInitial = true;
    before.initials.set(segment.from, row.seq);
  }
}

function compareRow(name, context) {
  for (const [column, kinds] of Object.entries(KINDS)) {
    const cell = context.row[column];
    const theirs = cell !== undefined && cell !== "0";
    const mine = kinds.some((kind) => context.notes.has(kind));
    const total = totals.get(column);
    if (theirs && mine) total.both++;
    if (theirs === mine) continue;
    const rule = RULES.find(([, applies]) => applies(context))?.[0];
    if (rule !== undefined) {
      total.byRule.set(rule, (total.byRule.get(rule) ?? 0) + 1);
      listed.get(rule)?.add(`${name} frame ${context.row.frame}`);
      continue;
    }
    total[theirs ? "tshark" : "ours"]++;
    const { row, notes } = context;
    open.push(
      `${column}: ${theirs ? "tshark alone" : "ours alone"}, ${name} frame ${row.frame}, flags ${row.flags}, ` +
        `length ${row.len}, ours ${[...notes].join(" ") || "none"}`,
    );
  }
}

for (const [name, connections] of inspectFiles(
  join(FOLDER, "files"),
  readdirSync(join(FOLDER, "files")).toSorted(),
)) {
  const file = join(FOLDER, "tshark", `${name}.tsv`);
  if (existsSync(file)) compareFile(name, tableRows(readFileSync(file, "utf8")), connections);
}

let isGood = true;
const percent = (part, whole) => (whole === 0 ? "   –   " : `${((100 * part) / whole).toFixed(2)} %`);
console.log("kind                     both  tshark alone  ours alone  agree    on purpose  nothing excluded");
for (const [column, { both, tshark, ours, byRule }] of totals) {
  const either = both + tshark + ours;
  const onPurpose = [...byRule.values()].reduce((sum, count) => sum + count, 0);
  if (either > 0 && both / either < FEWEST_AGREE) isGood = false;
  console.log(
    [
      column.padEnd(22),
      both,
      tshark,
      ours,
      percent(both, either),
      onPurpose,
      percent(both, either + onPurpose),
    ]
      .map((cell, i) => String(cell).padStart([22, 6, 13, 11, 9, 8, 12][i]))
      .join(" "),
  );
}
const byRule = new Map();
for (const total of totals.values()) {
  for (const [rule, count] of total.byRule) byRule.set(rule, (byRule.get(rule) ?? 0) + count);
}
for (const [rule, count] of byRule) console.log(`on purpose, ${rule}: ${count}`);
for (const [rule, rows] of listed) console.log(`${rows.size} rows, ${rule}: ${[...rows].join(", ")}`);
for (const text of isVerbose ? open : open.slice(0, 20)) console.log(text);
const sum = [...totals.values()].reduce(
  (all, { both, tshark, ours }) => ({ both: all.both + both, either: all.either + both + tshark + ours }),
  { both: 0, either: 0 },
);
console.log(
  `annotations: ${sum.both} of ${sum.either} agree (${percent(sum.both, sum.either)}), ${open.length} differ without a rule`,
);
process.exit(isGood && sum.both > 0 ? 0 : 1);
