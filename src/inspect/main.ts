import { resolve } from "node:path";
import { seedHashes } from "../base/keyed-hash.ts";
import { inspectFiles } from "./inspect-files.ts";
import { parseOptions, USAGE } from "./options.ts";

const WRONG_USAGE = 2;

/** The command line of docs/inspect.md. Sets `process.exitCode`; never throws, never prints a stack trace. */
export async function inspect(args: readonly string[]): Promise<void> {
  const options = parseOptions(args);
  if (!options.ok) {
    process.stderr.write(`${options.error}\n${USAGE}\n`);
    process.exitCode = WRONG_USAGE;
    return;
  }
  seedHashes(Math.random() * 2 ** 32);
  // `inspect … | head` closes the pipe early, which is no error.
  process.stdout.on("error", () => process.exit());
  process.exitCode = await inspectFiles(options.value, {
    lines: process.stdout,
    complain: (sentence) => process.stderr.write(`${sentence}\n`),
    pathOf: (file) => (file === "-" ? file : resolve(startFolder(), file)),
  });
}

/** npm starts a script in the project's folder; INIT_CWD holds the folder of the person. */
function startFolder(): string {
  const isNpmScript = process.env["npm_lifecycle_event"] === "inspect";
  return (isNpmScript && process.env["INIT_CWD"]) || process.cwd();
}
