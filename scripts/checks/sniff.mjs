// Whether every file of shared/text/sniff is taken for what its expected.json says (TEXT-FORMATS section 1).
// A gzip stream that is cut gives what came before the cut and a warning that names it.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FOLDER = path.join(ROOT, "../shared/text/sniff");
if (!existsSync(FOLDER)) {
  console.log(`sniff: ${FOLDER} is not there, nothing to compare with`);
  process.exit(0);
}

/** The word of expected.json that stands for a refusal, and the kind by which `inspect` refuses. */
const REFUSALS = [
  ["ZIP", "zip"],
  ["xz", "xz"],
  ["bzip2", "bzip2"],
  ["zstd", "zstd"],
  ["snoop", "snoop"],
  ["NetMon", "netmon"],
  ["PNG", "png"],
  ["empty", "empty"],
  ["pcap header cut short", "pcap-header-cut"],
  ["binary data", "binary"],
];

const expected = JSON.parse(readFileSync(path.join(FOLDER, "expected.json"), "utf8"));
const names = Object.keys(expected);
const files = names.map((name) => path.join(FOLDER, name));
const run = spawnSync("npm", ["run", "--silent", "inspect", "--", "--connections", ...files], {
  cwd: ROOT,
  encoding: "utf8",
  maxBuffer: 1 << 28,
});
const answers = new Map();
for (const line of run.stdout.split("\n").filter((text) => text !== "")) {
  const { summary, refused } = JSON.parse(line);
  const answer = summary ?? refused;
  if (answer) answers.set(path.basename(answer.file), { summary, refused });
}

function isRight(says, { summary, refused }) {
  if (says.startsWith("refuse")) {
    const [, kind] = REFUSALS.find(([word]) => says.includes(word)) ?? [];
    return kind !== undefined && refused?.kind === kind;
  }
  if (says.includes("cut short")) {
    return (
      refused?.kind === "gzip-cut" || summary?.warnings.some(({ reason }) => reason.includes("cut short"))
    );
  }
  if (says.includes("no packets")) return refused?.kind === "no-packets";
  const [format] = /pcapng|pcap|text/.exec(says.replace("gzip of ", "")) ?? [];
  return summary?.format === format && summary.segments > 0;
}

const wrong = names.filter((name) => !isRight(expected[name], answers.get(name) ?? {}));
for (const name of wrong) {
  const { summary, refused } = answers.get(name) ?? {};
  console.log(
    `OPEN ${name}: ${JSON.stringify(refused ?? summary ?? "no answer")} instead of "${expected[name]}"`,
  );
}
console.log(`sniff: ${names.length - wrong.length} of ${names.length} files are taken for what they are`);
process.exit(wrong.length === 0 ? 0 : 1);
