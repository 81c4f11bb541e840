#!/usr/bin/env node
/**
 * `npm run fuzz -- [--seconds N] [--inputs N] [--seed S]`: reads broken inputs made from real ones, on every
 * processor, and says what went wrong. The same seed makes the same inputs. An input that breaks something is kept
 * in `reports/fuzz/`; copy it to `src/testing/fuzz/broken/` and it is tested for ever. Exit status 1 if any did.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { bundleCore } from "./bundle.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bundle = join(root, "node_modules", ".cache", "fuzz", "fuzz.mjs");
/** Real inputs of the project, and of the folder beside it where it is there. */
const SEED_FOLDERS = ["src/testing/captures", "src/testing/fuzz", "e2e/captures", "src/lessons", "../shared"];
const SEED_ENDINGS = /\.(?:pcap|pcapng|ntar|cap|gz|txt|bin)$/u;
const LONGEST_FILE = 64 * 1024;
const MOST_SEEDS_A_FOLDER = 1200;
/** An input that takes longer than this is a hang. */
const HANG = 20_000;

if (isMainThread) process.exitCode = await run(process.argv.slice(2));
else await work(workerData);

async function run(words) {
  const { seconds, inputs, seed } = optionsOf(words);
  await bundleCore("testing/fuzz/fuzz.ts", bundle);
  const workers = Array.from({ length: availableParallelism() }, (_, index) => ({
    worker: new Worker(fileURLToPath(import.meta.url), { workerData: { seed, index, seconds, inputs } }),
    done: 0,
    at: Date.now(),
    input: null,
  }));
  let failures = 0;
  await Promise.all(
    workers.map(
      (each) =>
        new Promise((resolve) => {
          const watch = setInterval(() => {
            if (Date.now() - each.at < HANG) return;
            failures += 1;
            process.stdout.write(`input ${each.input}: hangs (--seed ${seed})\n`);
            void each.worker.terminate();
          }, 1000);
          each.worker.on("message", (message) => {
            each.at = Date.now();
            if (message.failure) failures += tell(message.failure, seed);
            else Object.assign(each, message);
          });
          each.worker.on("error", (error) => {
            failures += 1;
            process.stdout.write(`after input ${each.input}: ${error?.stack ?? error}\n`);
          });
          each.worker.on("exit", () => {
            clearInterval(watch);
            resolve();
          });
        }),
    ),
  );
  const done = workers.reduce((sum, each) => sum + each.done, 0);
  process.stdout.write(`${done} inputs, seed ${seed}: ${failures} broke something\n`);
  return failures > 0 || done === 0 ? 1 : 0;
}

function optionsOf(words) {
  const options = { seconds: 30, inputs: Number.POSITIVE_INFINITY, seed: 1 };
  for (let at = 0; at < words.length; at += 2) {
    const name = words[at]?.replace(/^--/u, "");
    const value = Number(words[at + 1]);
    if (!(name in options) || !Number.isFinite(value)) {
      process.stderr.write("usage: npm run fuzz -- [--seconds N] [--inputs N] [--seed S]\n");
      process.exit(2);
    }
    options[name] = value;
  }
  return options;
}

/** Keeps the input and says how to see it again. */
function tell({ input, form, seedName, octets, problem }, seed) {
  const folder = join(root, "reports", "fuzz");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${form}-${seed}-${input}.bin`);
  writeFileSync(file, octets);
  process.stdout.write(`${relative(root, file)}, from ${seedName}: ${problem}\n`);
  return 1;
}

async function work({ seed, index, seconds, inputs }) {
  const { Fuzzer } = await import(pathToFileURL(bundle).href);
  const fuzzer = new Fuzzer(seeds(), seed);
  const end = Date.now() + seconds * 1000;
  const step = availableParallelism();
  let done = 0;
  for (let input = index; input < inputs && Date.now() < end; input += step) {
    if (done % 50 === 0) parentPort.postMessage({ done, input });
    const failure = await fuzzer.check(input);
    if (failure) parentPort.postMessage({ failure });
    done++;
  }
  parentPort.postMessage({ done });
}

function seeds() {
  return SEED_FOLDERS.flatMap((folder) => {
    const path = join(root, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && SEED_ENDINGS.test(entry.name))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .toSorted()
      .map((file) => ({ name: relative(root, file), octets: readFileSync(file) }))
      .filter(({ octets }) => octets.length > 0 && octets.length <= LONGEST_FILE)
      .slice(0, MOST_SEEDS_A_FOLDER);
  });
}
