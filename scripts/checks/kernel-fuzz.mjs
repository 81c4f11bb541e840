// Holds `inspect` against random connections between two Linux kernels, whole and cut, with the kernels' own
// transitions as the truth. The judge's exit status knows only wrong paths by `sent` and `proved`; the other limits
// stand here. "Plain" is a path in which no segment was injected, firewalled, deferred or under tcp_rfc1337: the judge
// says those in words behind the basis.
// Usage: node scripts/checks/kernel-fuzz.mjs [FOLDER]   (default ../shared/kernel-fuzz/recorded)
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { judgedFolder, runJudge } from "../run-judge.mjs";

const JUDGE = resolve(import.meta.dirname, "../../../shared/kernel-fuzz/lab/judge.py");
/** Of the captures that are whole but for their end, no wrong path may rest on one of these; of the others on the first two. */
const CERTAIN = ["sent", "proved"];
const DECIDED = [...CERTAIN, "gap", "timer"];
const WHOLE = new Set(["whole", "cut-end"]);
const ONE_DIRECTION = ["only-c", "only-s"];
const MOST_LOST_THAT_ARRIVED = 0.05;
const MOST_WRONG_OF_ONE_DIRECTION = 0.05;

const folder = judgedFolder("kernel-fuzz", "kernel-fuzz/recorded");
const scratch = mkdtempSync(join(tmpdir(), "kernel-fuzz-"));
const list = join(scratch, "findings.jsonl");
const { status, lines } = runJudge("kernel-fuzz", JUDGE, folder, ["--variants", "--list", list]);
const findings = readFileSync(list, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line));
rmSync(scratch, { recursive: true });

/** By variant: endpoint paths, and how many claims of `lost` had arrived and had not. */
const counted = new Map();
let variant = null;
for (const line of lines) {
  const [, name, paths] = /^== (\S+): (\d+) endpoint paths/.exec(line) ?? [];
  if (name !== undefined) {
    variant = { paths: Number(paths), arrived: 0, notArrived: 0 };
    counted.set(name, variant);
  }
  const [, count, not] = /^ +(\d+) fate lost \S+ (not )?arrived$/.exec(line) ?? [];
  if (count !== undefined) variant[not === undefined ? "arrived" : "notArrived"] += Number(count);
}

const failures = [];
const describe = ({ kind, scenario, vantage, end, cport, ours, kernel, row, rule, text }) =>
  [
    kind,
    scenario,
    vantage,
    cport && `port ${cport}`,
    end,
    ours && `${ours}, kernel ${kernel}`,
    row && `row ${row}`,
    rule,
    text,
  ]
    .filter(Boolean)
    .join(" ");
const wrong = new Map();
for (const finding of findings) {
  const [, name, basis, behind] = /^(\S+): path WRONG (\S+)(.*)$/.exec(finding.kind) ?? [];
  if (name !== undefined) {
    wrong.set(name, (wrong.get(name) ?? 0) + 1);
    const isForbidden = (WHOLE.has(name) ? DECIDED : CERTAIN).includes(basis);
    if (behind === "" && isForbidden) failures.push(describe(finding));
  }
  if (/fate LOST though received here|^ROBUSTNESS/.test(finding.kind)) failures.push(describe(finding));
}

const sum = (names, of) => names.reduce((total, name) => total + (of(name) ?? 0), 0);
const percent = (part, whole) => `${((100 * part) / Math.max(whole, 1)).toFixed(2)} %`;
const names = [...counted.keys()];
const lostArrived = sum(names, (name) => counted.get(name).arrived);
const lost = lostArrived + sum(names, (name) => counted.get(name).notArrived);
if (lostArrived > MOST_LOST_THAT_ARRIVED * lost)
  failures.push(
    `${lostArrived} of ${lost} segments that are told as lost had arrived (${percent(lostArrived, lost)})`,
  );
const oneWay = sum(ONE_DIRECTION, (name) => counted.get(name)?.paths);
const oneWayWrong = sum(ONE_DIRECTION, (name) => wrong.get(name));
if (oneWayWrong > MOST_WRONG_OF_ONE_DIRECTION * oneWay)
  failures.push(
    `${oneWayWrong} of ${oneWay} paths of one direction are wrong (${percent(oneWayWrong, oneWay)})`,
  );
const whole = counted.get("whole")?.paths ?? 0;
if (whole === 0) failures.push("no path was judged");

for (const failure of failures.slice(0, 40)) console.log(failure);
console.log(
  `kernel-fuzz: ${wrong.get("whole") ?? 0} of ${whole} whole paths wrong, ${oneWayWrong} of ${oneWay} of one direction, ` +
    `${lostArrived} of ${lost} lost had arrived; ${failures.length} beyond the limits`,
);
process.exit(status === 0 && failures.length === 0 ? 0 : 1);
