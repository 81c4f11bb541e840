// For checks: the judges of ../shared, which are written in Python and run `inspect` themselves.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "..");
const LARGEST_REPORT = 256 * 1024 * 1024;

/**
 * The folder to judge by: the first argument of the script, or one in ../shared. Ends the process with one line if it
 * is not there: then there is nothing to compare with.
 * @param {string} check the name that begins the line
 * @param {string} inShared the folder's path in ../shared
 */
export function judgedFolder(check, inShared) {
  const folder = resolve(process.argv[2] ?? resolve(ROOT, "../shared", inShared));
  if (!existsSync(folder)) {
    console.log(`${check}: ${folder} is not there, nothing to compare with`);
    process.exit(0);
  }
  return folder;
}

/**
 * Runs `python3 JUDGE PROJECT FOLDER ...options`. Ends the process with status 1 if there is no python3: a check that
 * could not be made is none that passed.
 * @param {string} check the name that begins the line
 * @param {string} judge path of the Python script
 * @param {string} folder
 * @param {readonly string[]} options
 * @returns {{ status: number | null, lines: string[] }} its exit status and what it wrote, an empty last line left out
 */
export function runJudge(check, judge, folder, options = []) {
  const run = spawnSync("python3", [judge, ROOT, folder, ...options], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: LARGEST_REPORT,
  });
  if (run.error?.code === "ENOENT") {
    console.log(`${check}: there is no python3, which the judge needs`);
    process.exit(1);
  }
  if (run.error !== undefined) throw run.error;
  if (run.stdout === "") process.stderr.write(run.stderr);
  return { status: run.status, lines: run.stdout.trimEnd().split("\n") };
}
