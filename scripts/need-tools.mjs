import { spawnSync } from "node:child_process";

/**
 * Ends the process with status 0, and says why, where one of the tools that a check compares with is not installed.
 * @param check what the check calls itself @param tools commands that know `--version`
 */
export function needTools(check, ...tools) {
  for (const tool of tools) {
    if (spawnSync(tool, ["--version"]).error === undefined) continue;
    console.log(`${check}: ${tool} is not installed, nothing is compared`);
    process.exit(0);
  }
}
