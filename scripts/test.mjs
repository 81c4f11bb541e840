#!/usr/bin/env node
/**
 * `npm test`: every check of the project, one after the other, all of them even if one fails. At the end it names what
 * failed (also in reports/failed.txt); the last line is the sum. `--only types,unit` runs some of them: types lint
 * format unused unit build size e2e.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { findBrowser } from "./find-browser.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (...parts) => join(root, "node_modules", ...parts);
const reports = join(root, "reports");

/** The tools are run by path: no shell, no npx, so that stopping us stops them. */
const STAGES = {
  types: () => single("types", [bin("typescript", "bin", "tsc"), "-b"]),
  lint: () => single("lint", [bin("oxlint", "bin", "oxlint")]),
  format: () => single("format", [bin("oxfmt", "bin", "oxfmt"), "--check", "."]),
  unused: () => single("unused", [bin("knip", "bin", "knip.js"), "--no-progress"]),
  unit: unitTests,
  build: buildPage,
  size: () => single("lock and size", [join(root, "scripts", "check-lock-and-size.mjs")]),
  e2e: browserTests,
};

const sum = { passed: 0, failed: 0, skipped: 0 };
/** A line for each check or test that failed, and for each that passed only when it was tried again. */
const troubles = [];
for (const name of chosenStages()) {
  process.stdout.write(`\n== ${name}\n`);
  const started = performance.now();
  const counts = await STAGES[name]();
  for (const key of Object.keys(sum)) sum[key] += counts[key];
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`== ${name}: ${counts.failed > 0 ? "FAILED" : "ok"}, ${seconds} s\n`);
}
mkdirSync(reports, { recursive: true });
writeFileSync(join(reports, "failed.txt"), troubles.map((line) => `${line}\n`).join(""));
for (const line of troubles) process.stdout.write(`\n${line}`);
process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped\n`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;

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
  return names;
}

/** A stage that is one test: it holds or it does not. */
function single(name, args) {
  const isWell = run(args);
  if (!isWell) troubles.push(`FAILED ${name}`);
  return { passed: isWell ? 1 : 0, failed: isWell ? 0 : 1, skipped: 0 };
}

/** What was built before goes first: the browser tests must never run on a page that is not of these sources. */
function buildPage() {
  rmSync(join(root, "dist"), { recursive: true, force: true });
  return single("build", [bin("vite", "bin", "vite.js"), "build", "--logLevel", "warn"]);
}

function unitTests() {
  const report = freshReport("unit.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const isWell = run([bin("vitest", "vitest.mjs"), "run", ...reporters]);
  return counted(isWell, report, ({ testResults, ...counts }) => {
    for (const { name, status, message, assertionResults } of testResults) {
      const failed = assertionResults.filter((test) => test.status === "failed");
      for (const { fullName, failureMessages } of failed)
        tell("FAILED", `${name} > ${fullName}`, failureMessages);
      if (status === "failed" && failed.length === 0) tell("FAILED", name, [message]);
    }
    return {
      passed: counts.numPassedTests,
      failed: counts.numFailedTests,
      skipped: counts.numPendingTests + counts.numTodoTests,
    };
  });
}

async function browserTests() {
  let browser;
  try {
    browser = await findBrowser();
  } catch (error) {
    troubles.push(`FAILED e2e: ${error.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  process.stdout.write(`browser: ${browser.from}\n`);
  const report = freshReport("e2e.json");
  const isWell = run([bin("@playwright", "test", "cli.js"), "test"], {
    CHROMIUM_PATH: browser.path ?? "",
    SYNFIN_BROWSER_ENV: JSON.stringify(browser.env),
    SYNFIN_PREVIEW_PORT: String(await freePort()),
    SYNFIN_E2E_REPORT: report,
  });
  return counted(isWell, report, ({ stats, suites }) => {
    for (const { title, file, line, tests } of suites.flatMap(specsIn)) {
      for (const { status, results } of tests) {
        if (status !== "unexpected" && status !== "flaky") continue;
        const messages = results.flatMap(({ errors }) => errors.map(({ message }) => message));
        const word = status === "flaky" ? "FAILED AT FIRST" : "FAILED";
        tell(word, `e2e/${file}:${line} ${title}`, messages);
      }
    }
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  });
}

function specsIn({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsIn)];
}

/** Keeps what failed and the first lines of why. */
function tell(word, name, messages) {
  const why = stripVTControlCharacters(messages[0] ?? "")
    .split("\n")
    .slice(0, 6);
  troubles.push([`${word} ${name}`, ...why.map((line) => `    ${line}`)].join("\n"));
}

function freshReport(name) {
  const path = join(reports, name);
  rmSync(path, { force: true });
  return path;
}

/** The runner's own figures; a runner that fails without any failed test (or any report) is one failure. */
function counted(isWell, report, figuresOf) {
  try {
    const counts = figuresOf(JSON.parse(readFileSync(report, "utf8")));
    if (isWell || counts.failed > 0) return counts;
    troubles.push(`FAILED ${report}: the runner failed, though no test of it did`);
    return { ...counts, failed: 1 };
  } catch {
    troubles.push(`FAILED ${report}: the runner left no report that can be read`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function run(args, env = {}) {
  const result = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (result.error) process.stdout.write(`${result.error.message}\n`);
  return result.status === 0;
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
