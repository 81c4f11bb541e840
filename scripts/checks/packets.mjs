// Exports the packets of all connections of captures, whole and with their addresses as they are, and holds what tshark
// says of each packet of the export (time, lengths, link type, comment, hash of its octets) against what it says of the
// packets of the capture: they must be the same packets in the same order, among them each one that holds a TCP segment.
// Captures of ../shared/captures are taken by a rule: of those with TCP of at most 400 kB, sorted by name, every n-th, as
// they are, and packed with gzip and with zstd. Where tshark or zstd is not installed it says so, and ends with status 0.
// Usage: node scripts/checks/packets.mjs [FOLDER]
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sourceServer } from "../load-sources.mjs";
import { needTools } from "../need-tools.mjs";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FOLDER = path.resolve(process.argv[2] ?? path.join(ROOT, "../shared/captures"));
const CAPTURES = 40;
const LARGEST = 400_000;
/** The first octets of a file that gzip has packed (RFC 1952). */
const GZIP = 0x1f8b;
const FIELDS = "time_epoch cap_len len encap_type comment md5_hash".split(" ").map((name) => `frame.${name}`);

if (!existsSync(FOLDER)) {
  console.log(`packets: ${FOLDER} is not there, nothing to export`);
  process.exit(0);
}
needTools("packets", "zstd", "tshark");

const scratch = mkdtempSync(path.join(tmpdir(), "synfin-packets-"));
const vite = await sourceServer();
const { unportedAnalyser } = await vite.ssrLoadModule("/src/testing/ported-analyser.ts");

/** What tshark says of each packet. */
function packetsOf(file) {
  const fields = FIELDS.flatMap((field) => ["-e", field]);
  const options = ["-n", "-o", "frame.generate_md5_hash:TRUE", "-T", "fields", ...fields];
  const run = spawnSync("tshark", ["-r", file, ...options], { encoding: "utf8", maxBuffer: 1 << 30 });
  return run.stdout.split("\n").filter(Boolean);
}

/** The numbers of the records that hold a TCP segment, as tshark counts. */
function framesWithTcp(name) {
  const [head, ...rows] = readFileSync(path.join(FOLDER, "tshark", `${name}.tsv`), "utf8").split("\n");
  const column = head.split("\t").indexOf("frame");
  return rows.filter(Boolean).map((row) => Number(row.split("\t")[column]));
}

/** The exported file; null: it is not opened, or has no octets. */
async function exported(octets, name) {
  const analyser = unportedAnalyser();
  const outcome = await analyser.open({ kind: "file", file: new File([octets], name) }, () => {});
  if (!outcome?.ok) return null;
  const all = Uint32Array.from(outcome.capture.connections, ({ id }) => id);
  const answer = await analyser.ask("packets", all, { isWhole: true, isAnonymous: false });
  if (answer === null || "obstacle" in answer) return null;
  const file = path.join(scratch, `out.${answer.ending}`);
  writeFileSync(file, new Uint8Array(await answer.file.arrayBuffer()));
  return file;
}

/** What is wrong with an export; null: nothing. */
function fault(original, out, withTcp) {
  const wanted = new Set(withTcp);
  let at = 0;
  for (const packet of out) {
    while (at < original.length && original[at] !== packet) {
      if (wanted.has(at + 1)) return `frame ${at + 1} is not in it, or differs`;
      at++;
    }
    if (at === original.length) return `a packet that is not in the capture: ${packet}`;
    at++;
  }
  const missing = withTcp.find((frame) => frame > at);
  return missing === undefined ? null : `frame ${missing} is not in it`;
}

const files = path.join(FOLDER, "files");
const withTcp = readdirSync(files)
  .toSorted()
  .filter((name) => existsSync(path.join(FOLDER, "tshark", `${name}.tsv`)))
  .filter((name) => statSync(path.join(files, name)).size <= LARGEST && framesWithTcp(name).length > 0);
const step = Math.max(1, Math.floor(withTcp.length / CAPTURES));
const chosen = withTcp.filter((_, at) => at % step === 0).slice(0, CAPTURES);
const same = { "as it is": 0, gzip: 0, zstd: 0 };
let [opened, packets] = [0, 0];
try {
  for (const name of chosen) {
    const file = path.join(files, name);
    const octets = readFileSync(file);
    const plain = octets.readUInt16BE() === GZIP ? gunzipSync(octets) : octets;
    const original = packetsOf(file);
    const forms = {
      "as it is": octets,
      gzip: gzipSync(plain),
      zstd: execFileSync("zstd", ["-q", "-c"], { input: plain, maxBuffer: 1 << 30 }),
    };
    for (const [form, packed] of Object.entries(forms)) {
      const saved = await exported(packed, name);
      if (form === "as it is" && saved === null) break;
      if (form === "as it is") opened++;
      const out = saved === null ? [] : packetsOf(saved);
      const wrong = saved === null ? "refused" : fault(original, out, framesWithTcp(name));
      packets += out.length;
      if (wrong === null) same[form]++;
      else console.log(`${name}, ${form}: ${wrong}`);
    }
  }
} finally {
  await vite.close();
  rmSync(scratch, { recursive: true });
}
const told = Object.entries(same).map(([form, count]) => `${form} ${count}`);
console.log(
  `packets: of ${opened} captures (${chosen.length - opened} more are refused) exported octet by octet: ` +
    `${told.join(", ")}; ${packets} packets`,
);
if (opened === 0 || Object.values(same).some((count) => count < opened)) process.exitCode = 1;
