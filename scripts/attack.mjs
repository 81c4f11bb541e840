#!/usr/bin/env node
/**
 * `npm run attack -- [--megabytes N] [--only WORDS] [--all]`: makes every structure of src/testing/attack at n, 2n and
 * 4n, does with each all that a person can do with a capture, and prints what that costs and how it grows when the
 * input doubles. Costs are processor time, the least of three rounds (of up to nine where something seems to grow), each
 * structure in a process of its own, of one thread: threads that compile and collect wait for each other on a busy
 * machine, and waiting costs. Exit status 1 if a doubling to above 0.1 s costs more than 2.2 times as much. `--all` prints
 * also what stays below 0.1 s.
 */
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundleCore } from "./bundle.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bundle = join(root, "node_modules", ".cache", "attack", "attack.mjs");
const MEGABYTE = 1_000_000;

const [word, name, size] = process.argv.slice(2);
if (word === "--measure") {
  const { measureGrowth } = await import(pathToFileURL(bundle).href);
  process.stdout.write(JSON.stringify(await measureGrowth(name, Number(size))));
} else process.exitCode = await run(optionsOf(process.argv.slice(2)));

async function run({ megabytes, only, all }) {
  await bundleCore("testing/attack/run-attack.ts", bundle);
  const { ATTACK_NAMES } = await import(pathToFileURL(bundle).href);
  const worst = [];
  for (const attack of ATTACK_NAMES.filter((each) => each.includes(only))) {
    const growth = measure(attack, megabytes * MEGABYTE);
    if (growth === null) worst.push(`${attack}: no figures`);
    else worst.push(...tell(growth, all));
  }
  process.stdout.write(worst.length === 0 ? "\nnothing grows faster than its input\n" : "\n");
  for (const line of worst) process.stdout.write(`grows faster than its input: ${line}\n`);
  return worst.length > 0 ? 1 : 0;
}

function optionsOf(words) {
  const options = { megabytes: 8, only: "", all: words.includes("--all") };
  for (const key of ["megabytes", "only"]) {
    const at = words.indexOf(`--${key}`);
    if (at >= 0) options[key] = key === "only" ? words[at + 1] : Number(words[at + 1]);
  }
  return options;
}

function measure(attack, octets) {
  const child = spawnSync(
    process.execPath,
    ["--single-threaded", fileURLToPath(import.meta.url), "--measure", attack, String(octets)],
    { encoding: "utf8", maxBuffer: 1 << 24, stdio: ["ignore", "pipe", "inherit"] },
  );
  return child.status === 0 ? JSON.parse(child.stdout) : null;
}

/** Prints the figures of a structure, and returns the stages that grow too fast. */
function tell({ name: attack, size: octets, n, stages }, all) {
  process.stdout.write(`\n${attack}: 4n = ${4 * n}, ${(octets / MEGABYTE).toFixed(1)} MB\n`);
  for (const each of stages) if (all || each.growth > 0) process.stdout.write(`  ${figures(each)}\n`);
  return stages.filter(({ growsTooFast }) => growsTooFast).map((each) => `${attack}, ${figures(each)}`);
}

function figures({ stage, costs, growth }) {
  const milliseconds = costs.map((cost) => cost.toFixed(0).padStart(7)).join("");
  return `${stage.padEnd(16)} ${milliseconds} ms  × ${growth.toFixed(2)}`;
}
