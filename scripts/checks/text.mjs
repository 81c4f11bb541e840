// Compares what `inspect` reads out of printed captures with what was printed (docs/text-formats.md section 11).
//   corpus: captures printed in up to 69 ways; truth.json comes from their bytes
//   wild:   pasted forms; NAME.json holds the segments to recover
//   sniff:  files of every kind; expected.json says what each is
//   kernel: captures of ../shared/kernel beside what tcpdump prints of them
// Prints its figures; fails below the thresholds of part 2, and when the files that differ are not just those that
// docs/known-differences-text.md explains.
// Usage: node scripts/checks/text.mjs [FOLDER]   (default ../shared/text)
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { runInspect } from "../run-inspect.mjs";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FOLDER = path.resolve(process.argv[2] ?? path.join(ROOT, "../shared/text"));
/** Lines that hold nothing but ends and flags: ../shared/text takes them for mentions, issue 15 asks to read them. */
const ADDED = JSON.parse(readFileSync(path.join(import.meta.dirname, "text-added.json"), "utf8"));
const EXPLAINED = path.join(ROOT, "docs/known-differences-text.md");
const FEWEST_OF_CORPUS = 0.98;
const FILES_A_CALL = 200;
const LETTERS = { F: "FIN", S: "SYN", R: "RST", P: "PSH", ".": "ACK", U: "URG", E: "ECE", W: "CWR", e: "AE" };

if (!existsSync(FOLDER)) {
  console.log(`text: ${FOLDER} is not there, nothing to compare with`);
  process.exit(0);
}

/** Flags as `inspect` prints them, from tcpdump's letters. */
function namesOf(letters) {
  if (letters === "none") return "";
  return Object.entries(LETTERS)
    .filter(([letter]) => letters.includes(letter))
    .map(([, name]) => name)
    .join(",");
}

/** What `inspect` says of each file: its segments in file order, its summary or its refusal. */
function inspectAll(files) {
  const read = new Map(files.map((file) => [file, { segments: [], summary: null, refused: null }]));
  for (let at = 0; at < files.length; at += FILES_A_CALL) {
    const some = files.slice(at, at + FILES_A_CALL);
    for (const line of runInspect(some).lines) take(line, read, some);
  }
  for (const { segments } of read.values()) segments.sort((a, b) => a.frame - b.frame);
  return read;
}

function take(parsed, read, some) {
  const name = parsed.file ?? parsed.summary?.file ?? parsed.refused?.file;
  const file = read.get(name) ?? read.get(some[0]);
  if (parsed.summary) file.summary = parsed.summary;
  else if (parsed.refused) file.refused = parsed.refused;
  else
    for (const segment of parsed.segments) {
      const [source, destination] =
        segment.from === "client" ? [parsed.client, parsed.server] : [parsed.server, parsed.client];
      file.segments.push({ ...segment, source, destination });
    }
}

// ---- corpus

/** Why a file is not exactly as the truth says; null if it is. `options` are those that printed it. */
function compareWithTruth(file, truth, options) {
  const isTshark = options.startsWith("tshark");
  const hasOctets = /(?: -\w*[xX])|-V/.test(options);
  if (/ -q\b/.test(options)) return compareQuiet(file);
  if (file.refused) return `refused: ${file.refused.reason}`;
  const isSubset = (isTshark && !hasOctets) || options.includes("tcpflags");
  const expected = isSubset ? shownOf(truth, file.segments) : truth;
  if (expected === null) return "a segment that the capture does not hold";
  const printed = isSubset ? printedLines(file.text) : truth.length;
  if (file.segments.length !== printed) return `${file.segments.length} of ${printed} segments`;
  const statesSequence = !options.startsWith("tcpdump 4.0.0") || options.includes("-vv");
  const printsAe = hasOctets || isTshark || options.startsWith("tcpdump 5");
  for (const [i, segment] of file.segments.entries()) {
    const wanted = expected[i];
    const flags = namesOf(printsAe ? wanted.flags : wanted.flags.replace("none", "").replace("e", ""));
    const place = `line ${segment.frame}`;
    // tcpdump before 5.0 does not know AE, but its hex dumps do; which of both counts depends on the line.
    if (segment.flags !== flags && segment.flags !== namesOf(wanted.flags))
      return `${place}: flags ${segment.flags}, not ${flags}`;
    if (segment.length !== wanted.len) return `${place}: length ${segment.length}, not ${wanted.len}`;
    if (!isSubset && segment.window !== wanted.win)
      return `${place}: window ${segment.window}, not ${wanted.win}`;
    const hasSequence =
      hasOctets ||
      options.includes("-vv") ||
      (statesSequence && (wanted.len > 0 || /[SFR]/.test(wanted.flags)));
    if (hasSequence && segment.seq !== null && segment.seq !== wanted.seq)
      return `${place}: seq ${segment.seq}, not ${wanted.seq}`;
    if (segment.ack !== null && segment.ack !== wanted.ack)
      return `${place}: ack ${segment.ack}, not ${wanted.ack}`;
  }
  return compareTimes(file.segments, expected, options);
}

/** Times differ from the truth by the same amount: none, whole days, or, counted from the start, any. */
function compareTimes(segments, truth, options) {
  if (segments.length === 0 || /-t(?: |$)/.test(options.replace(/-t (?:ad|a|dd|e)\b/, ""))) return null;
  const shifts = segments.map((segment, i) => Number(segment.time) - Number(truth[i].t));
  // Deltas in microseconds of a capture in nanoseconds: each is rounded.
  const tolerated = 1e-6 * (options.includes("-ttt") ? segments.length + 2 : 2);
  const worst = shifts.findIndex((shift) => !(Math.abs(shift - shifts[0]) <= tolerated));
  if (worst >= 0)
    return `line ${segments[worst].frame}: time ${segments[worst].time}, ${truth[worst].t} in the capture`;
  const countsFromStart = /-ttt(?:tt)?(?: |$)|tshark [\d.]+ *(?:$|-n|-t dd)/.test(options);
  const isWholeDays = Math.abs(shifts[0] - Math.round(shifts[0] / 86400) * 86400) <= tolerated;
  return countsFromStart || isWholeDays ? null : `times start at ${segments[0].time}`;
}

function compareQuiet({ refused, segments }) {
  if (segments.length > 0) return `${segments.length} segments out of tcpdump -q`;
  return refused?.kind === "text-quiet" ? null : `refused as ${refused?.kind}`;
}

/** TCP lines of a summary that hides or filters some. */
function printedLines(text) {
  return text.split("\n").filter((line) => /Seq=\d+.*Len=\d+|Flags \[/.test(line)).length;
}

/** The rows of the truth that the segments are, in order; null if one is none of them. */
function shownOf(truth, segments) {
  const rows = [];
  let at = 0;
  for (const segment of segments) {
    while (at < truth.length && !isSame(truth[at], segment)) at++;
    if (at === truth.length) return null;
    rows.push(truth[at++]);
  }
  return rows;
}

function isSame(wanted, segment) {
  const withoutAe = (flags) => flags.replace(/,?AE$/, "");
  const ports =
    Number(segment.source.port) === wanted.sport && Number(segment.destination.port) === wanted.dport;
  return (
    ports && segment.length === wanted.len && withoutAe(segment.flags) === withoutAe(namesOf(wanted.flags))
  );
}

function checkCorpus() {
  const folder = path.join(FOLDER, "corpus");
  const prints = [];
  for (const name of readdirSync(folder).toSorted()) {
    const truth = JSON.parse(readFileSync(path.join(folder, name, "truth.json"), "utf8"));
    const options = readFileSync(path.join(folder, name, "opts.txt"), "utf8")
      .trim()
      .split("\n");
    const optionsOf = new Map(
      options.map((line) => [line.split("\t")[0], line.split("\t").slice(1).join(" ")]),
    );
    for (const file of readdirSync(path.join(folder, name)).filter((each) => /^\d+\.txt$/.test(each))) {
      prints.push({
        file: path.join(folder, name, file),
        truth,
        options: optionsOf.get(file.slice(0, 2)) ?? "",
      });
    }
  }
  const read = inspectAll(prints.map(({ file }) => file));
  const differing = [];
  for (const { file, truth, options } of prints) {
    const why = compareWithTruth({ ...read.get(file), text: readFileSync(file, "utf8") }, truth, options);
    if (why !== null) differing.push({ name: path.relative(FOLDER, file), why: `${options}: ${why}` });
  }
  return { total: prints.length, differing };
}

// ---- wild

/** All differences between a form and its JSON, the fields' names first. */
function compareWithForm({ segments, refused }, form) {
  if (form.verdict.ok !== (refused === null)) return [`verdict: ${refused?.reason ?? "not refused"}`];
  const wanted = form.segments.filter(({ dupOf }) => dupOf === undefined);
  if (segments.length !== wanted.length) return [`count: ${segments.length} segments, not ${wanted.length}`];
  return segments.flatMap((segment, i) => compareSegment(segment, wanted[i]));
}

function compareSegment(segment, wanted) {
  const time = segment.time === null ? null : Number(segment.time);
  const isTimeRight =
    time === wanted.time || (time !== null && wanted.time !== null && Math.abs(time - wanted.time) < 1e-5);
  const isInferred = wanted.seqInferred || wanted.numbers === "lost";
  const pairs = [
    ["line", segment.frame, wanted.line],
    ["source", `${segment.source.address} ${segment.source.port}`, `${wanted.src} ${wanted.sport}`],
    [
      "destination",
      `${segment.destination.address} ${segment.destination.port}`,
      `${wanted.dst} ${wanted.dport}`,
    ],
    ["flags", segment.flags, namesOf(wanted.flags)],
    ["seq", isInferred && wanted.absSeq === null ? null : segment.seq, wanted.absSeq],
    ["ack", segment.ack, segment.flags.includes("ACK") ? wanted.absAck : null],
    ["window", segment.window, wanted.win],
    ["length", segment.length, wanted.len],
    ["time", isTimeRight ? wanted.time : time, wanted.time],
    ["options", optionsText(segment.options), wantedOptions(wanted.options)],
  ];
  return pairs
    .filter(([, is, should]) => is !== should)
    .map(([field, is, should]) => `${field}: line ${wanted.line} ${is}, not ${should}`);
}

function optionsText({ mss, windowScale, sackPermitted, timestamps }) {
  return [mss, windowScale, sackPermitted ?? false, timestamps?.join(" ")].join("/");
}

function wantedOptions(options) {
  const value = (expression) => options.map((option) => expression.exec(option)?.[1]).find(Boolean);
  const sackPermitted = options.includes("sackOK");
  return [value(/^mss (\d+)/), value(/^wscale (\d+)/), sackPermitted, value(/^ts (\d+ \d+)$/)].join("/");
}

function checkWild() {
  const folder = path.join(FOLDER, "wild");
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => path.join(folder, name));
  const read = inspectAll(files);
  const differing = [];
  for (const file of files) {
    const form = JSON.parse(readFileSync(file.replace(/txt$/, "json"), "utf8"));
    const added = ADDED[path.relative(FOLDER, file)] ?? [];
    if (added.length > 0) form.verdict = { ok: true };
    form.segments.push(...added);
    const differences = compareWithForm(read.get(file), form);
    if (differences.length > 0)
      differing.push({ name: path.relative(FOLDER, file), why: differences.join("; ") });
  }
  return { total: files.length, differing };
}

// ---- sniff

/** What the sentence in expected.json asks of the reason of a refusal. */
const REASONS = [
  [/ZIP/, /ZIP archive/],
  [/: xz/, /\bxz\b/],
  [/: bzip2/, /bzip2/],
  [/: zstd/, /zstd/],
  [/snoop/, /snoop/],
  [/NetMon/, /Network Monitor|NetMon/],
  [/PNG/, /PNG/],
  [/empty/, /empty/],
  [/header cut short/, /pcap header cut short/],
  [/no packets/, /no packets/],
  [/binary data/, /binary data of no known kind/],
  [/gzip/, /cut short/],
];

function isNamed({ refused, summary }, expected) {
  const isRefusal = /refuse|no packets/.test(expected);
  if (isRefusal !== (refused !== null)) return false;
  if (!isRefusal)
    return (
      summary.format ===
      (/^(?:gzip of )?(pcapng|pcap|text|tcpdump text)/.exec(expected)?.[1].replace("tcpdump ", "") ??
        expected)
    );
  const reason = REASONS.find(([asked]) => asked.test(expected))?.[1];
  return reason !== undefined && reason.test(refused.reason);
}

function checkSniff() {
  const folder = path.join(FOLDER, "sniff");
  const expected = Object.entries(JSON.parse(readFileSync(path.join(folder, "expected.json"), "utf8")));
  const read = inspectAll(expected.map(([name]) => path.join(folder, name)));
  const differing = [];
  for (const [name, what] of expected) {
    const file = read.get(path.join(folder, name));
    if (isNamed(file, what)) continue;
    const is = file.refused?.reason ?? `${file.summary?.format}, ${file.summary?.segments} segments`;
    differing.push({ name: `sniff/${name}`, why: `${is}, not ${what}` });
  }
  return { total: expected.length, differing };
}

// ---- kernel: each capture beside its prints (default, -S, -vv)

/** Why a print is not the capture; null if it is. Numbers that the print leaves out are not compared. */
function compareWithCapture(print, capture, statesAll) {
  if (print.segments.length !== capture.segments.length) {
    return `${print.segments.length} of ${capture.segments.length} segments`;
  }
  for (const [i, segment] of print.segments.entries()) {
    const wanted = capture.segments[i];
    const statesSequence = statesAll || wanted.length > 0 || /SYN|FIN|RST/.test(wanted.flags);
    const view = ({ flags, window, length, ack, seq, options, source, destination }) =>
      JSON.stringify([flags, window, length, ack, statesSequence ? seq : null, options, source, destination]);
    if (view(segment) !== view(wanted)) return `line ${segment.frame}: ${view(segment)}, not ${view(wanted)}`;
  }
  return null;
}

function checkKernel() {
  const folder = path.join(FOLDER, "../kernel");
  if (!existsSync(folder)) return { total: 0, differing: [] };
  const prints = readdirSync(folder, { recursive: true })
    .filter((name) => /(?:client|server)(?:\.abs|\.vv)?\.txt$/.test(name))
    .map((name) => ({ name: `kernel/${name}`, file: path.join(folder, name) }));
  const captureOf = (file) => file.replace(/(?:\.abs|\.vv)?\.txt$/, ".pcap");
  const read = inspectAll([...new Set(prints.flatMap(({ file }) => [file, captureOf(file)]))]);
  const differing = [];
  for (const { name, file } of prints) {
    const why = compareWithCapture(read.get(file), read.get(captureOf(file)), file.endsWith(".vv.txt"));
    if (why !== null) differing.push({ name, why });
  }
  return { total: prints.length, differing };
}

// ---- figures

const corpus = checkCorpus();
const wild = checkWild();
const sniff = checkSniff();
const kernel = checkKernel();
const explained = new Set(
  (existsSync(EXPLAINED) ? readFileSync(EXPLAINED, "utf8") : "").match(
    /(?:corpus|wild|sniff|kernel)\/[\w./-]+/g,
  ) ?? [],
);
const differing = [...corpus.differing, ...wild.differing, ...sniff.differing, ...kernel.differing];
const unexplained = differing.filter(({ name }) => !explained.has(name));
const outdated = [...explained].filter((name) => !differing.some((file) => file.name === name));

for (const { name, why } of differing)
  console.log(`${explained.has(name) ? "explained" : "DIFFERS  "} ${name}: ${why}`);
for (const name of outdated)
  console.log(`OUTDATED  ${name}: does not differ, yet docs/known-differences-text.md explains it`);
for (const [kind, { total, differing: some }] of Object.entries({ corpus, wild, sniff, kernel })) {
  console.log(`${kind}: ${total - some.length} of ${total} exactly as expected`);
}
const isEnough = corpus.total - corpus.differing.length >= FEWEST_OF_CORPUS * corpus.total;
process.exit(isEnough && unexplained.length === 0 && outdated.length === 0 ? 0 : 1);
