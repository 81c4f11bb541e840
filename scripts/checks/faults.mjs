// Holds `inspect` against the known faults: inputs that were once read wrong, each with its right answer, and controls.
// Fails with the judge that stands beside them.
// Usage: node scripts/checks/faults.mjs [FOLDER]   (default ../shared/faults)
import { join } from "node:path";
import { judgedFolder, runJudge } from "../run-judge.mjs";

/** Expectations that their own file contradicts, and why: what fails beside them fails the check. */
const CONTRADICTED = [
  [
    /^13-split-handshake\.pcap: connection 0: payload of the (client 5, expected 0|server 0, expected 5)$/,
    "the five octets of row 6 come from 192.0.2.10:51000, which is the client",
  ],
  [
    /^36-spoofed-syn-from-client-text\.txt: connection 0: payload of the client 536, expected 5000$/,
    "each of its segments says `length 134`: the union of what is printed is 536 octets",
  ],
];

const folder = judgedFolder("faults", "faults");
const { status, lines } = runJudge("faults", join(folder, "judge.py"), folder, ["--list"]);
const sum = lines.at(-1);
const failing = lines.slice(0, -1);
const reasonFor = (line) => CONTRADICTED.find(([pattern]) => pattern.test(line))?.[1];
const unexplained = failing.filter((line) => reasonFor(line) === undefined);
for (const unexpected of unexplained.slice(0, 20)) console.log(unexpected);
for (const known of failing.filter((line) => reasonFor(line) !== undefined))
  console.log(`${known}: contradicted by the file, ${reasonFor(known)}`);
console.log(`faults: ${sum}`);
const isJudged = / of \d+ files as expected /.test(sum ?? "");
process.exit(isJudged && (status === 0 || unexplained.length === 0) ? 0 : 1);
