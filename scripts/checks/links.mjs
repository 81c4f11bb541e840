// Makes a link of every connection in real captures: how long it is, and whether it tells the same story when it is
// read again, with everything kept and anonymised. Fails when a goal of docs/performance.md is missed or a story differs.
// Usage: node scripts/checks/links.mjs [FOLDER…]   (default ../shared/kernel and ../shared/captures)
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { inspectFiles, inspectLinks } from "../inspect-files.mjs";
import { measureLink, reportLinks } from "../measure-links.mjs";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FOLDERS =
  process.argv.length > 2
    ? process.argv.slice(2)
    : [path.join(ROOT, "../shared/kernel"), path.join(ROOT, "../shared/captures/files")];
const MOST_SEGMENTS = 500;
const A_BATCH = 400;
const SHOWN = 10;
const missing = FOLDERS.filter((folder) => !existsSync(folder));
if (missing.length > 0) {
  console.log(`links: ${missing.join(", ")} not there, nothing to make links of`);
  process.exit(0);
}

/** Captures below a folder, by the folder that they lie in. */
function capturesIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  const names = entries.filter(
    (entry) => entry.isFile() && /\.(?:p?cap|pcapng|trace|dmp|gz)$/u.test(entry.name),
  );
  const below = entries
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => capturesIn(path.join(folder, name)));
  return [...(names.length > 0 ? [{ folder, names: names.map(({ name }) => name) }] : []), ...below];
}

/** Times further than 104 days from the start of a capture are exact in a link only: these are compared to a microsecond. */
const MEASURED = ["duration", "handshakeRoundTrip", "openingTime"];

/**
 * What the line says but for what only one of them knows: the file, the number of the connection in it, and that a
 * segment of the connection before is not in the link.
 */
function story(line, isAnonymous) {
  const { client, server } = line;
  const told = { ...line };
  for (const field of MEASURED) told[field] = line[field] === null ? null : Math.round(line[field] * 1e6);
  for (const field of ["file", "connection", "link", "folds"]) delete told[field];
  if (isAnonymous) [told.client, told.server] = [{ port: client.port }, { port: server.port }];
  return JSON.stringify(told);
}

const total = { connections: 0, same: 0, anonymous: 0, tooLong: 0 };
const differences = [];

/** Connections whose links are still to be read: their story instead of all their segments. */
let waiting = [];

function compareLater(connection, isAnonymous) {
  if (connection.link === null) return;
  const name = `${connection.file} connection ${connection.connection}${isAnonymous ? ", anonymised" : ""}`;
  waiting.push({ name, link: connection.link, told: story(connection, isAnonymous), isAnonymous });
  if (waiting.length >= A_BATCH) compare();
}

/** Reads the links again and counts those that tell the same. */
function compare() {
  const again = inspectLinks(waiting.map(({ link }) => link));
  for (const [i, { name, told, isAnonymous }] of waiting.entries()) {
    const isSame = again[i] !== null && story(again[i], isAnonymous) === told;
    if (isSame) total[isAnonymous ? "anonymous" : "same"]++;
    else differences.push(name);
  }
  waiting = [];
}

const measured = [];
for (const { folder, names } of FOLDERS.flatMap(capturesIn)) {
  for (const option of ["--links", "--links=anonymised"]) {
    const isAnonymous = option !== "--links";
    for (const [, connections] of inspectFiles(folder, names, [option])) {
      if (!isAnonymous) measured.push(...connections.map(measureLink));
      const short = connections.filter(({ segments }) => segments.length <= MOST_SEGMENTS);
      if (!isAnonymous) {
        total.connections += short.length;
        total.tooLong += short.filter(({ link }) => link === null).length;
      }
      for (const connection of short) compareLater(connection, isAnonymous);
    }
  }
}
compare();

const { lines, misses } = reportLinks(measured);
console.log(`links: characters of the fragment alone, median / 95 % / longest, JSON + deflate beside it`);
for (const line of lines) console.log(`  ${line}`);
console.log(
  `links: ${total.same} of ${total.connections} connections of up to ${MOST_SEGMENTS} segments tell the same story, anonymised ${total.anonymous}; ${total.tooLong} have no link`,
);
for (const line of [...misses, ...differences.slice(0, SHOWN)]) console.log(`  ${line}`);
const isWrong =
  total.same < total.connections || total.anonymous < total.connections || total.connections === 0;
process.exit(isWrong || misses.length > 0 ? 1 : 0);
