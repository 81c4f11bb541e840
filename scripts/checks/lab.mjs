// Checks the laboratory against what two Linux hosts did (../shared/kernel, kernel-fuzz/recorded), through `inspect`
// alone. Prints its figures; exits 1 if one falls below its threshold.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  comparable,
  pathsOf,
  readRecordings,
  scriptOfTruth,
  sentBeforeCapture,
} from "../recorded-scripts.mjs";
import { runInspect } from "../run-inspect.mjs";

/** Of recordings repeated exactly, of edits that give another recording, of captures whose own script repeats them. */
const THRESHOLDS = { exact: 0.85, paths: 1, edits: 0.9, edited: 1, captures: 0.75 };

/** What of a recording the laboratory leaves out on purpose. */
const BEYOND = {
  "14-data-loss-sack": "congestion control and SACK",
  "14b-reordering": "congestion control and SACK",
  "15-zero-window": "the kernel's own sizing of its buffers",
  "22b-seq-wrap-server": "congestion control",
};

const root = fileURLToPath(new URL("../..", import.meta.url));
const kernel = process.argv[2] ?? join(root, "..", "shared", "kernel");
const fuzz = join(root, "..", "shared", "kernel-fuzz", "recorded");
if (!existsSync(kernel)) {
  console.log(`lab: ${kernel} is not there, nothing to compare with`);
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), "synfin-lab-"));
let failed = false;
try {
  const recordings = readRecordings(kernel);
  repeatRecordings(recordings);
  editRecordings(recordings);
  repeatCaptures("captures of kernel", kernel, true);
  if (process.argv[2] === undefined && existsSync(fuzz))
    repeatCaptures("captures of kernel-fuzz", fuzz, false);
} finally {
  rmSync(folder, { recursive: true });
}
process.exit(failed ? 1 : 0);

/** Runs scripts and gives the first connection of each, as it happened and as both ends would have captured it. */
function run(scripts) {
  const files = scripts.map((script, index) => {
    const file = join(folder, `${index}.synfin`);
    writeFileSync(file, script);
    return file;
  });
  const told = [[], ["--seen-from", "client"], ["--seen-from", "server"]].map((options) => {
    const byFile = new Map();
    for (const line of runInspect([...options, ...files]).lines)
      if (line.segments !== undefined && !byFile.has(line.file)) byFile.set(line.file, line);
    return byFile;
  });
  return files.map((file) => ({ truth: told[0].get(file), c: told[1].get(file), s: told[2].get(file) }));
}

function isClient({ address }, addressOfClient) {
  return address === addressOfClient;
}

/** Rows of a run in the words that recordings are compared in. @param within seconds since the script began */
function rowsOf(line, within = { from: 0, until: Number.POSITIVE_INFINITY }, before) {
  if (line === undefined) return [];
  const isSwapped = !isClient(line.client, "192.0.2.1");
  return line.segments
    .filter(({ time }) => Number(time) >= within.from && Number(time) < within.until)
    .map((row) => comparable(row, isSwapped, before));
}

/** Where a run differs from a recording, within the time of each capture; null: nowhere. */
function differenceTo(recording, told) {
  const { truth, rows } = recording;
  const begin = Math.min(...truth.app_calls.map(({ t }) => t));
  const differences = ["c", "s"].map((side) => {
    const { start, end } = truth.files[side === "c" ? "client.pcap" : "server.pcap"];
    const within = { from: start - begin, until: end - begin };
    return firstDifference(rows[side], rowsOf(told[side], within, sentBeforeCapture(recording, side)));
  });
  return differences[0] ?? differences[1];
}

function firstDifference(recorded, repeated) {
  let index = 0;
  while (index < Math.max(recorded.length, repeated.length) && recorded[index] === repeated[index]) index++;
  if (index === recorded.length && index === repeated.length) return null;
  return `segment ${index + 1}: recorded ${recorded[index] ?? "nothing"}, here ${repeated[index] ?? "nothing"}`;
}

function report(what, count, of, threshold) {
  const share = of === 0 ? 1 : count / of;
  console.log(`lab: ${what}: ${count} of ${of} (${(share * 100).toFixed(1)} %)`);
  if (share < threshold) failed = true;
}

/** 1: the unedited script of each recording gives the segments of both captures, and both ends' states. */
function repeatRecordings(recordings) {
  const runs = run(recordings.map(scriptOfTruth));
  let [exact, paths] = [0, 0];
  for (const [index, recording] of recordings.entries()) {
    const { truth } = runs[index];
    const differs = differenceTo(recording, runs[index]);
    const wanted = pathsOf(recording.truth);
    const isPath = wanted.every((path, end) => samePath(path, end, truth));
    if (differs === null) exact++;
    if (isPath) paths++;
    const why = BEYOND[recording.name] ?? "";
    if (differs !== null) console.log(`  ${recording.name}: ${differs}${why && ` (${why})`}`);
    if (!isPath)
      console.log(
        `  ${recording.name}: path ${JSON.stringify(truth?.path)}, recorded ${JSON.stringify(wanted)}`,
      );
  }
  report("recordings repeated segment for segment", exact, recordings.length, THRESHOLDS.exact);
  report("recordings repeated in both ends' states", paths, recordings.length, THRESHOLDS.paths);
}

/**
 * Whether an end went the kernel's way, as far as the captures go at least.
 * @param end 0 the client of the recording, 1 its server
 */
function samePath({ whole, within }, end, line) {
  if (line === undefined) return false;
  const isSwapped = !isClient(line.client, "192.0.2.1");
  const own = line.path[(end === 0) === isSwapped ? "server" : "client"];
  const bare = own[0] === "CLOSED" && own[1] === "LISTEN" ? own.slice(1) : own;
  // TIME-WAIT ends where nobody records it.
  const known = bare.at(-1) === "CLOSED" && bare.at(-2) === "TIME-WAIT" ? bare.slice(0, -1) : bare;
  return (
    known.length >= within.length && JSON.stringify(known) === JSON.stringify(whole.slice(0, known.length))
  );
}

/** The script of recording 01, with one thing changed, and the recording that it should be then. */
function edits(lines) {
  const replaced = (pattern, by) => lines.flatMap((line) => (pattern.test(line) ? by : [line]));
  const clientCloses = /^c: .*close$/u;
  const serverCloses = /^s: .*close$/u;
  return [
    ["01-3way-data-4seg-close", lines],
    ["07c-syn-lost-once", [...lines, "lose c.syn"]],
    ["08b-synack-lost-once", [...lines, "lose s.syn-ack"]],
    ["09b-fin-lost-once", [...lines, "lose c.fin", ""]],
    ["02-3seg-close", replaced(serverCloses, ["s: after eof close"])],
    ["04-refused", lines.filter((line) => !line.startsWith("s:"))],
    ["05-rst-from-client", replaced(clientCloses, ["c: after read 43 +100ms abort"])],
    ["10-finwait2-timeout", replaced(serverCloses, ["s: after eof +4540ms send 9"])],
    [
      "09-fin-dropped",
      [...replaced(serverCloses, ["s: after read 29 +9133ms send 14"]), "lose c.fin*", "retries 4"],
    ],
    [
      "17-half-close",
      [
        ...replaced(clientCloses, ["c: +80us shutdown"]).filter(
          (line) => !/^s: .*(?:send 43|close)$/u.test(line),
        ),
        "s: after eof +108ms send 700",
        "s: +100ms send 700",
        "s: +100ms send 700",
        "s: +100ms close",
      ],
    ],
    [
      "35b-server-crash-data-rst",
      [
        ...replaced(clientCloses, ["c: after read 43 +418ms send 29"]).filter(
          (line) => !serverCloses.test(line),
        ),
        "s: +205ms crash",
        "s: restart",
      ],
    ],
    [
      "16-keepalive",
      [...replaced(clientCloses, ["c: after connected keepalive 1s", "c: after read 43 +3616ms close"])],
    ],
    [
      "13b-final-ack-lost-server-speaks",
      [
        ...lines.filter((line) => !/send|close/u.test(line)),
        "s: after accepted send 11",
        "c: after read 11 +100ms close",
        "s: after eof +180ms close",
        "lose c.ack(1)",
      ],
    ],
    ["32-abort-in-syn-sent", ["profile linux", "delay 100ms", "s: listen", "c: connect", "c: at 64ms close"]],
  ];
}

/** 2: one edit of recording 01 gives another recording. */
function editRecordings(recordings) {
  const base = recordings.find(({ name }) => name.startsWith("01-"));
  if (base === undefined) return;
  const lines = scriptOfTruth(base)
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("end"));
  const known = edits(lines).filter(([name]) => recordings.some((recording) => recording.name === name));
  const runs = run(known.map(([, edited]) => `${edited.join("\n")}\nend 30s\n`));
  let [equal, states] = [0, 0];
  for (const [index, [name]] of known.entries()) {
    const recording = recordings.find((each) => each.name === name);
    const differs = firstDifference(recording.rows.c, rowsOf(runs[index].c));
    const isPath = pathsOf(recording.truth).every((path, end) => samePath(path, end, runs[index].truth));
    if (differs === null) equal++;
    else console.log(`  01 edited to ${name}: ${differs}`);
    if (isPath) states++;
    else
      console.log(
        `  01 edited to ${name}: path ${JSON.stringify(runs[index].truth?.path)}, recorded ${JSON.stringify(pathsOf(recording.truth))}`,
      );
  }
  report(
    "edits of recording 01 that give another recording, segment for segment",
    equal,
    known.length,
    THRESHOLDS.edits,
  );
  report(
    "edits of recording 01 that give another recording's states",
    states,
    known.length,
    THRESHOLDS.edited,
  );
}

/** 3: the script that `inspect --script` makes of a capture repeats it. */
function repeatCaptures(what, from, isHeld) {
  const files = readdirSync(from).flatMap((name) =>
    ["client.pcap", "server.pcap"].map((file) => join(from, name, file)),
  );
  const known = files.filter((file) => existsSync(file) && !file.includes("26-http-200"));
  let [whole, offered, segments, repeated] = [0, 0, 0, 0];
  for (const line of runInspect(["--script", ...known]).lines) {
    if (line.segments === undefined || line.script === null) continue;
    offered++;
    segments += line.segments.length;
    repeated += line.replays;
    if (line.replays >= line.segments.filter(({ notes }) => !notes.includes("captured-twice")).length)
      whole++;
  }
  report(`${what} that their own script repeats whole`, whole, offered, isHeld ? THRESHOLDS.captures : 0);
  report(`segments of ${what} repeated up to the first that differs`, repeated, segments, 0);
}
