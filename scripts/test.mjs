#!/usr/bin/env node
/**
 * `npm test`: every check of the project, all of them even if one fails. Those that need no browser run side by side,
 * each with its output kept until its turn. At the end it names what failed (also in reports/failed.txt); the last line
 * is the sum. `--only types,unit` runs some of them: types lint format unused unit build size e2e.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { findBrowser } from "./find-browser.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (...parts) => join(root, "node_modules", ...parts);
const reports = join(root, "reports");

/** Tools are run by path, without shell or npx, so that stopping this script stops them. */
const STAGES = {
  types: (stage) => single(stage, [bin("typescript", "bin", "tsc"), "-b"]),
  lint: (stage) => single(stage, [bin("oxlint", "bin", "oxlint")]),
  format: (stage) => single(stage, [bin("oxfmt", "bin", "oxfmt"), "--check", "."]),
  unused: (stage) => single(stage, [bin("knip", "bin", "knip.js"), "--no-progress"]),
  unit: unitTests,
  build: buildPage,
  size: (stage) => single(stage, [join(root, "scripts", "check-lock-and-size.mjs")]),
  e2e: browserTests,
};
/** What a stage waits for, if that runs too: the page that it needs, or a machine without other work. */
const WAITS_FOR = { size: ["build"], e2e: Object.keys(STAGES).filter((name) => name !== "e2e") };

/** One of the stages. Its output is kept until its turn; what failed in it is named at the end. */
class Stage {
  /** A line for each check or test that failed, and for each that passed only when it was tried again. */
  troubles = [];
  #kept = [];
  #isItsTurn = false;

  constructor(name) {
    this.name = name;
  }

  say(text) {
    if (this.#isItsTurn) process.stdout.write(text);
    else this.#kept.push(text);
  }

  takeTurn() {
    this.#isItsTurn = true;
    process.stdout.write(`\n== ${this.name}\n`);
    for (const text of this.#kept) process.stdout.write(text);
  }
}

const children = new Set();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    for (const child of children) child.kill(signal);
    process.exit(1);
  });
}

const stages = chosenStages().map((name) => new Stage(name));
const outcomes = new Map();
for (const stage of stages) outcomes.set(stage.name, outcomeOf(stage));
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const stage of stages) {
  stage.takeTurn();
  const { counts, seconds } = await outcomes.get(stage.name);
  for (const key of Object.keys(sum)) sum[key] += counts[key];
  process.stdout.write(`== ${stage.name}: ${counts.failed > 0 ? "FAILED" : "ok"}, ${seconds} s\n`);
}
const troubles = stages.flatMap((stage) => stage.troubles);
mkdirSync(reports, { recursive: true });
writeFileSync(join(reports, "failed.txt"), troubles.map((line) => `${line}\n`).join(""));
for (const line of troubles) process.stdout.write(`\n${line}`);
process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped\n`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;

/** Called in the order of the stages, so that what one waits for is known. */
async function outcomeOf(stage) {
  await Promise.all((WAITS_FOR[stage.name] ?? []).map((name) => outcomes.get(name)));
  const started = performance.now();
  const counts = await STAGES[stage.name](stage);
  return { counts, seconds: ((performance.now() - started) / 1000).toFixed(1) };
}

function chosenStages() {
  const at = process.argv.indexOf("--only");
  if (at < 0) return Object.keys(STAGES);
  const names = (process.argv[at + 1] ?? "").split(",");
  const unknown = names.filter((name) => !(name in STAGES));
  if (unknown.length > 0) {
    process.stderr.write(
      `unknown stage ${unknown.join(", ")}; there are: ${Object.keys(STAGES).join(" ")}\n`,
    );
    process.exit(2);
  }
  return Object.keys(STAGES).filter((name) => names.includes(name));
}

/** A stage that counts as one test. */
async function single(stage, args) {
  const isWell = await run(stage, args);
  if (!isWell) stage.troubles.push(`FAILED ${stage.name}`);
  return { passed: isWell ? 1 : 0, failed: isWell ? 0 : 1, skipped: 0 };
}

/** Removes an older build first: the browser tests must never run on a page of other sources. */
function buildPage(stage) {
  rmSync(join(root, "dist"), { recursive: true, force: true });
  return single(stage, [bin("vite", "bin", "vite.js"), "build", "--logLevel", "warn"]);
}

async function unitTests(stage) {
  const report = freshReport("unit.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const isWell = await run(stage, [bin("vitest", "vitest.mjs"), "run", ...reporters]);
  return counted(stage, isWell, report, ({ testResults, ...counts }) => {
    for (const { name, status, message, assertionResults } of testResults) {
      const failed = assertionResults.filter((test) => test.status === "failed");
      for (const { fullName, failureMessages } of failed)
        tell(stage, "FAILED", `${name} > ${fullName}`, failureMessages);
      if (status === "failed" && failed.length === 0) tell(stage, "FAILED", name, [message]);
    }
    return {
      passed: counts.numPassedTests,
      failed: counts.numFailedTests,
      skipped: counts.numPendingTests + counts.numTodoTests,
    };
  });
}

async function browserTests(stage) {
  let browser;
  try {
    browser = await findBrowser();
  } catch (error) {
    stage.troubles.push(`FAILED e2e: ${error.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  stage.say(`browser: ${browser.from}\n`);
  const report = freshReport("e2e.json");
  const isWell = await run(stage, [bin("@playwright", "test", "cli.js"), "test"], {
    CHROMIUM_PATH: browser.path ?? "",
    SYNFIN_BROWSER_ENV: JSON.stringify(browser.env),
    SYNFIN_PREVIEW_PORT: String(await freePort()),
    SYNFIN_E2E_REPORT: report,
  });
  return counted(stage, isWell, report, ({ stats, suites }) => {
    for (const { title, file, line, tests } of suites.flatMap(specsIn)) {
      for (const { status, results } of tests) {
        if (status !== "unexpected" && status !== "flaky") continue;
        const messages = results.flatMap(({ errors }) => errors.map(({ message }) => message));
        const word = status === "flaky" ? "FAILED AT FIRST" : "FAILED";
        tell(stage, word, `e2e/${file}:${line} ${title}`, messages);
      }
    }
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  });
}

function specsIn({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsIn)];
}

/** Keeps what failed and the first lines of why. */
function tell(stage, word, name, messages) {
  const why = stripVTControlCharacters(messages[0] ?? "")
    .split("\n")
    .slice(0, 6);
  stage.troubles.push([`${word} ${name}`, ...why.map((line) => `    ${line}`)].join("\n"));
}

function freshReport(name) {
  const path = join(reports, name);
  rmSync(path, { force: true });
  return path;
}

/** The runner's own figures; a runner that fails without any failed test (or any report) is one failure. */
function counted(stage, isWell, report, figuresOf) {
  try {
    const counts = figuresOf(JSON.parse(readFileSync(report, "utf8")));
    if (isWell || counts.failed > 0) return counts;
    stage.troubles.push(`FAILED ${report}: the runner failed, though no test of it did`);
    return { ...counts, failed: 1 };
  } catch {
    stage.troubles.push(`FAILED ${report}: the runner left no report that can be read`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** Runs the tool; its output goes to the stage. Returns whether it succeeded. */
function run(stage, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    children.add(child);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text) => stage.say(text));
    }
    child.once("error", (error) => stage.say(`${error.message}\n`));
    child.once("close", (status) => {
      children.delete(child);
      resolve(status === 0);
    });
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
