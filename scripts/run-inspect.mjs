// For checks: one call of `npm run inspect`, and what it prints.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/**
 * Throws where `inspect` fails. That every input is refused (status 1) is no failure; then, of a single file, standard
 * error alone says why.
 * @param {readonly string[]} options
 * @param {number} [timeout] milliseconds
 * @returns {{lines: object[], status: 0 | 1, stderr: string}} its lines, parsed
 */
export function runInspect(options, timeout = 300_000) {
  const run = spawnSync("npm", ["run", "--silent", "inspect", "--", ...options], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 1 << 30,
    timeout,
  });
  if (run.error) throw run.error;
  if (run.status !== 0 && run.status !== 1) {
    throw new Error(`inspect ended with ${run.status ?? run.signal}: ${run.stderr.slice(0, 500)}`);
  }
  const lines = run.stdout.split("\n").filter(Boolean);
  return { lines: lines.map((line) => JSON.parse(line)), status: run.status, stderr: run.stderr };
}
