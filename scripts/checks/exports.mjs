// Exports every connection of captures as tcpdump text and as pcap, and asks three judges: what tcpdump prints of the
// capture (NAME.abs.txt beside NAME.pcap), Synfin itself, which must tell the same story of what it reads again, and
// tcpdump, which must read the pcap and print it as Synfin's text says. Prints its figures, fails below them.
// Usage: node scripts/checks/exports.mjs [FOLDER]   (default ../shared/kernel)
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sourceServer } from "../load-sources.mjs";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FOLDER = path.resolve(process.argv[2] ?? path.join(ROOT, "../shared/kernel"));
const SHOWN = 10;

if (!existsSync(FOLDER)) {
  console.log(`exports: ${FOLDER} is not there, nothing to export`);
  process.exit(0);
}
const hasTcpdump = spawnSync("tcpdump", ["--version"]).status === 0;
if (!hasTcpdump) console.log("exports: tcpdump is not installed, so it is not asked about the pcap files");

const vite = await sourceServer();
const { rereadExports } = await vite.ssrLoadModule("/src/testing/reread-exports.ts");

/**
 * A line without what Synfin does not keep: the words that tcpdump adds from the payload, the interface of `-i any`,
 * the length of an ICMP message; and without the nanoseconds, which tcpdump tells only when asked.
 */
function comparable(line) {
  return line
    .replace(/(, length \d+): .*$/u, "$1")
    .replace(/^(\S+ \S+) \S+ +(?:In|Out|M|B|P) +(?=IP)/u, "$1 ")
    .replace(/( ICMP .*), length \d+$/u, "$1")
    .replace(/(:\d\d\.\d{6})\d{3} /u, "$1 ");
}
const linesOf = (text) => text.split("\n").filter(Boolean).map(comparable);

/** How many lines of one are in the other, each counted once. */
function commonLines(lines, others) {
  const left = new Map();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  let common = 0;
  for (const line of lines) {
    const count = left.get(line) ?? 0;
    if (count > 0) common++;
    else tell(`line not as tcpdump's: ${line}`);
    left.set(line, count - 1);
  }
  return common;
}

const differences = [];
const tell = (difference) => differences.push(difference);
const folder = mkdtempSync(path.join(tmpdir(), "synfin-exports-"));

/** tcpdump's print of pcap files, one after the other; null when it does not read one of them. */
function printOf(pcaps) {
  const files = pcaps.map((pcap, i) => {
    const file = path.join(folder, `${i}.pcap`);
    writeFileSync(file, pcap);
    return file;
  });
  const list = path.join(folder, "list");
  writeFileSync(list, files.map((file) => `${file}\n`).join(""));
  const environment = { ...process.env, TZ: "UTC" };
  const run = spawnSync("tcpdump", ["-nn", "-S", "-tttt", "-V", list], {
    encoding: "utf8",
    env: environment,
  });
  return run.status === 0 ? run.stdout : null;
}

/** Lets tcpdump read the pcaps of a capture at once; one by one only to find which it does not read or print so. */
function askTcpdump(name, connections) {
  const isPrinted = (some) => {
    const printed = printOf(some.map(({ pcap }) => pcap));
    const expected = some.flatMap(({ text }) => linesOf(text)).join("\n");
    return { isRead: printed !== null, isSame: printed !== null && linesOf(printed).join("\n") === expected };
  };
  const areAllSame = isPrinted(connections).isSame;
  for (const [i, connection] of connections.entries()) {
    const { isRead, isSame } = areAllSame ? { isRead: true, isSame: true } : isPrinted([connection]);
    tally("accepted", isRead, `${name} connection ${i}`);
    tally("printed", isSame, `${name} connection ${i}`);
  }
}

/**
 * How many may fail. Two texts tell less than the capture, which tcpdump's own text does no better: that of a router,
 * where every segment was captured twice (27b), and that of a blind reset (30), after which numbers that the text does
 * not print are placed by the odd one of the reset, so that the client seems to have sent 5,030 octets and not 58.
 */
const MOST_THAT_FAIL = { lines: 0, text: 2, pcap: 0, accepted: 0, printed: 0 };

const NAMES = {
  lines: "lines as tcpdump's",
  text: "connections the same from their text",
  pcap: "connections the same from their pcap",
  accepted: "pcaps that tcpdump reads",
  printed: "pcaps that tcpdump prints as Synfin does",
};
const figures = Object.fromEntries(Object.keys(NAMES).map((name) => [name, { good: 0, all: 0 }]));

function tally(name, isGood, what) {
  figures[name].all++;
  if (isGood) figures[name].good++;
  else tell(`${NAMES[name]}: not ${what}`);
}

const captures = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".pcap"),
);
for (const name of captures.toSorted()) {
  const file = path.join(FOLDER, name);
  const connections = await rereadExports(new Uint8Array(readFileSync(file)));
  const print = file.replace(/\.pcap$/u, ".abs.txt");
  if (existsSync(print)) {
    const lines = connections.flatMap(({ text }) => linesOf(text));
    figures.lines.good += commonLines(lines, linesOf(readFileSync(print, "utf8")));
    figures.lines.all += lines.length;
  }
  for (const [i, { isTextSame, isPcapSame }] of connections.entries()) {
    tally("text", isTextSame, `${name} connection ${i}`);
    tally("pcap", isPcapSame, `${name} connection ${i}`);
  }
  const written = connections.filter(({ pcap }) => pcap !== null);
  if (hasTcpdump && written.length > 0) askTcpdump(name, written);
}
rmSync(folder, { recursive: true, force: true });
await vite.close();

for (const difference of differences.slice(0, SHOWN)) console.log(difference);
if (differences.length > SHOWN) console.log(`… and ${differences.length - SHOWN} more`);
for (const [name, { good, all }] of Object.entries(figures)) {
  const isAsked = hasTcpdump || (name !== "accepted" && name !== "printed");
  const isGood = !isAsked || (all > 0 && all - good <= MOST_THAT_FAIL[name]);
  console.log(`${NAMES[name]}: ${good}/${all}${isGood ? "" : ` (at most ${MOST_THAT_FAIL[name]} may fail)`}`);
  if (!isGood) process.exitCode = 1;
}
