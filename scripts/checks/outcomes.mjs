// Compares outcome and Zeek's conn_state of real captures with what Zeek itself says of them, and completeness with
// what tshark says. Fails if a clean row of Zeek's differs, or below 99 % equal completeness.
// Usage: node scripts/checks/outcomes.mjs [FOLDER]   (default ../shared/captures)
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { inspectFiles, tableRows } from "../inspect-files.mjs";

const ROOT = resolve(import.meta.dirname, "../..");
const FOLDER = resolve(process.argv[2] ?? join(ROOT, "../shared/captures"));
const FEWEST_COMPLETE = 0.99;

/** docs/state-machine.md 8.2: which outcomes a conn_state stands for. */
const OUTCOMES_OF = {
  REJ: ["refused"],
  S0: ["no-answer", "one-direction-captured", "rejected-by-icmp"],
  S1: ["open", "half-open"],
  S2: ["half-closed-by-client", "close-unanswered-by-client"],
  S3: ["half-closed-by-server", "close-unanswered-by-server"],
  SF: ["complete", "closed-then-reset-by-client", "closed-then-reset-by-server", "close-not-finished"],
  SH: ["one-direction-captured"],
  SHR: ["one-direction-captured"],
  RSTO: [
    "keep-alive-limit",
    "reset-by-client",
    "reset-by-client-during-handshake",
    "closed-then-reset-by-client",
  ],
  RSTR: [
    "keep-alive-limit",
    "reset-by-server",
    "reset-by-server-during-handshake",
    "closed-then-reset-by-server",
  ],
  RSTOS0: ["abandoned-by-client"],
  RSTRH: ["reset-by-server"],
  OTH: ["open", "one-direction-captured", "half-open", "half-closed-by-client", "half-closed-by-server"],
};

if (!existsSync(FOLDER)) {
  console.log(`outcomes: ${FOLDER} is not there, nothing to compare with`);
  process.exit(0);
}

/** Rows of Zeek's that count; a row without conn_state tells its history alone. */
function cleanRows() {
  const lines = readFileSync(join(FOLDER, "zeek-conn.shared.jsonl"), "utf8").split("\n").filter(Boolean);
  const seen = new Set();
  const rows = new Map();
  for (const row of lines.map((line) => JSON.parse(line))) {
    // The same connection in the baselines of several tests is one row.
    const key = [row.file, row.orig_h, row.orig_p, row.resp_h, row.resp_p, row.conn_state].join(" ");
    if (!row.clean || seen.has(key)) continue;
    seen.add(key);
    rows.set(row.file, [...(rows.get(row.file) ?? []), row]);
  }
  return rows;
}

/** The end of a connection by its history alone: FINs of both ends or a RST; null: not enough. */
function stateOfHistory({ history }) {
  if (history.startsWith("^")) return null;
  const isFull = /S.*h/.test(history);
  if (/F/.test(history) && /f/.test(history)) return "SF";
  if (/r/.test(history) && isFull) return "RSTR";
  if (/R/.test(history) && isFull) return "RSTO";
  return isFull && !/[FfRr]/.test(history) ? "S1" : null;
}

function sameEnds({ client, server }, row) {
  if (row.orig_h === undefined) return true;
  const ends = new Set([`${client.address} ${client.port}`, `${server.address} ${server.port}`]);
  return ends.has(`${row.orig_h} ${row.orig_p}`) && ends.has(`${row.resp_h} ${row.resp_p}`);
}

const zeek = { rows: 0, equal: 0, open: [] };
const rowsByFile = cleanRows();

function compareZeek(name, connections) {
  for (const row of rowsByFile.get(name) ?? []) {
    const state = row.conn_state ?? stateOfHistory(row);
    if (state === null) continue;
    zeek.rows++;
    const ours = connections.find((connection) => sameEnds(connection, row));
    const isEqual = ours !== undefined && ours.zeek === state && OUTCOMES_OF[state].includes(ours.outcome);
    if (isEqual) zeek.equal++;
    else {
      const said = ours === undefined ? "no connection" : `${ours.outcome} (${ours.zeek})`;
      zeek.open.push(`OPEN  ${name}: ${said} instead of ${state} (${row.history})`);
    }
  }
}

const completeness = { streams: 0, equal: 0, different: [] };

/** A stream of tshark's has the completeness of the connection that holds its last segment. */
function compareCompleteness(name, connections) {
  const file = join(FOLDER, "tshark", `${name}.tsv`);
  // What is refused is the business of the check over captures.
  if (!existsSync(file) || connections.length === 0) return;
  const byFrame = new Map();
  for (const connection of connections) {
    for (const segment of connection.segments) {
      const known = byFrame.get(String(segment.frame)) ?? [];
      byFrame.set(String(segment.frame), [...known, { connection, segment }]);
    }
  }
  const lastRows = new Map();
  for (const row of tableRows(readFileSync(file, "utf8"))) {
    if (row.stream !== undefined) lastRows.set(row.stream, row);
  }
  for (const [stream, row] of lastRows) {
    completeness.streams++;
    const candidates = byFrame.get(row.frame) ?? [];
    const found = candidates.find(({ segment }) => String(segment.seq) === row.seq) ?? candidates[0];
    const mine = found?.connection.completeness;
    if (String(mine) === (row.completeness_final ?? "0")) completeness.equal++;
    else
      completeness.different.push(`${name} stream ${stream}: ${mine} instead of ${row.completeness_final}`);
  }
}

const names = readdirSync(join(FOLDER, "files")).toSorted();
for (const [name, connections] of inspectFiles(join(FOLDER, "files"), names)) {
  compareZeek(name, connections);
  compareCompleteness(name, connections);
}

for (const text of zeek.open) console.log(text);
for (const text of completeness.different) console.log(`completeness ${text}`);
const share = completeness.equal / Math.max(completeness.streams, 1);
console.log(
  `outcomes: ${zeek.equal} of ${zeek.rows} clean rows of Zeek's agree; completeness equal in ` +
    `${completeness.equal} of ${completeness.streams} streams (${(100 * share).toFixed(2)} %)`,
);
process.exit(zeek.open.length === 0 && share >= FEWEST_COMPLETE && zeek.rows > 0 ? 0 : 1);
