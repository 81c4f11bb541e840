// Holds that a capture tells the same story packed with zstd, and as tshark prints it with -T json and -T fields.
// Fifty captures of ../shared/captures are taken by a rule: of those with TCP of at most 400 kB, sorted by name, every
// n-th. Where zstd or tshark is not installed it says so, and ends with status 0.
// Usage: node scripts/checks/forms.mjs [FOLDER [FIRST]]   (FIRST: which of each n; default 0)
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { needTools } from "../need-tools.mjs";
import { runInspect } from "../run-inspect.mjs";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FOLDER = path.resolve(process.argv[2] ?? path.join(ROOT, "../shared/captures/files"));
const FIRST = Number(process.argv[3] ?? 0);
const CAPTURES = 50;
const LARGEST = 400_000;
const FIELDS =
  "frame.number frame.time_epoch frame.protocols ip.src ip.dst ipv6.src ipv6.dst tcp.srcport tcp.dstport tcp.flags " +
  "tcp.seq_raw tcp.ack_raw tcp.len tcp.window_size_value tcp.options tcp.urgent_pointer ip.id ip.ttl ipv6.hlim " +
  "icmp.type icmp.code icmpv6.type icmpv6.code";

if (!existsSync(FOLDER)) {
  console.log(`forms: ${FOLDER} is not there, nothing to compare with`);
  process.exit(0);
}
needTools("forms", "zstd", "tshark");

/** What tshark does not print, by capture. */
const EXPLAINED = new Map([
  [
    "ndpi--fuzz-2006-09-29-28586.pcap",
    "tshark prints no tcp.len of a segment whose header it calls malformed",
  ],
  [
    "pcapplusplus--RegressionTests--clusterfuzz-testcase-minimized-FuzzTarget-6303070823907328",
    "tshark prints more than 999,999 microseconds without carrying them over",
  ],
  [
    "tcpdump--timestamp_invalid_nano.pcap",
    "tshark prints more than 999,999,999 nanoseconds without carrying them over",
  ],
  [
    "zeek--chksums--ip6-hoa-tcp-good-chksum.pcap",
    "the home address (RFC 6275) stands in an option, not in ipv6.src",
  ],
  [
    "suricata--bug-1450-05--tls_DER-incomplete-content.pcap",
    "a record is damaged: tshark stops there, Synfin goes on at the next one",
  ],
  [
    "zeek--chksums--ip6-hoa-tcp-bad-chksum.pcap",
    "the home address (RFC 6275) stands in an option, not in ipv6.src",
  ],
]);

const scratch = mkdtempSync(path.join(tmpdir(), "synfin-forms-"));

/** The connections that inspect tells of, by file, without the file's name; of captures alone. */
function storiesOf(files) {
  const { lines } = runInspect(files, 600_000);
  const stories = new Map(files.map((file) => [file, null]));
  for (const { file, summary, refused, ...connection } of lines) {
    if (summary) stories.set(summary.file, stories.get(summary.file) ?? []);
    else if (file && !refused) stories.set(file, [...(stories.get(file) ?? []), connection]);
  }
  return stories;
}

const small = readdirSync(FOLDER)
  .toSorted()
  .filter((name) => statSync(path.join(FOLDER, name)).size <= LARGEST)
  .map((name) => path.join(FOLDER, name));
const told = storiesOf(small);
const withTcp = small.filter((file) => (told.get(file)?.length ?? 0) > 0);
const step = Math.max(1, Math.floor(withTcp.length / CAPTURES));
const chosen = withTcp.filter((_, at) => at % step === FIRST).slice(0, CAPTURES);

const made = new Map();
try {
  for (const [number, file] of chosen.entries()) {
    const to = (ending) => path.join(scratch, `${number}.${ending}`);
    const octets = readFileSync(file);
    // A capture that is compressed already is unpacked first: what is packed twice is refused.
    const plain = file.endsWith(".gz") ? gunzipSync(octets) : octets;
    writeFileSync(to("zst"), execFileSync("zstd", ["-q", "-19", "-c"], { input: plain, maxBuffer: 1 << 30 }));
    const print = (ending, options) => {
      const run = spawnSync("tshark", ["-r", file, "-t", "e", ...options], { maxBuffer: 1 << 30 });
      writeFileSync(to(ending), run.stdout);
    };
    print("json", ["-T", "json"]);
    print("tsv", ["-T", "fields", "-E", "header=y", ...FIELDS.split(" ").flatMap((name) => ["-e", name])]);
    made.set(file, { zstd: to("zst"), "-T json": to("json"), "-T fields": to("tsv") });
  }
  const again = storiesOf([...made.values()].flatMap((forms) => Object.values(forms)));
  const same = { zstd: 0, "-T json": 0, "-T fields": 0 };
  for (const [file, forms] of made) {
    for (const [form, path_] of Object.entries(forms)) {
      const difference = firstDifference(told.get(file), again.get(path_));
      const reason = form === "zstd" ? undefined : EXPLAINED.get(path.basename(file));
      if (difference === null || reason !== undefined) same[form]++;
      if (difference === null) continue;
      console.log(`${path.basename(file)} as ${form}: ${reason ?? difference}`);
    }
  }
  console.log(
    `forms: the same story, or a difference that is explained, of ${chosen.length} captures: ` +
      Object.entries(same)
        .map(([form, count]) => `${form} ${count}`)
        .join(", "),
  );
  if (Object.values(same).some((count) => count < chosen.length)) process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true });
}

/** Where two lists of connections differ first; null: nowhere. */
function firstDifference(one, other) {
  if (!other) return "refused";
  if (one.length !== other.length) return `${other.length} connections, not ${one.length}`;
  for (const [at, connection] of one.entries()) {
    for (const key of Object.keys(connection)) {
      const [was, is] = [JSON.stringify(connection[key]), JSON.stringify(other[at][key])];
      if (was === is) continue;
      let from = 0;
      while (was[from] === is?.[from]) from++;
      return `connection ${at}, ${key}: ${was.slice(Math.max(0, from - 60), from + 60)} is ${is?.slice(Math.max(0, from - 60), from + 60)}`;
    }
  }
  return null;
}
