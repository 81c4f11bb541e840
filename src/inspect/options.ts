import type { Result } from "../base/result.ts";
import { fail, ok } from "../base/result.ts";

/** What one call of `inspect` is asked to do. */
export interface InspectOptions {
  /** Leave `segments` out of every connection. */
  readonly connectionsOnly: boolean;
  /** As named on the command line; `-` is standard input. Never empty. */
  readonly files: readonly string[];
}

export const USAGE = "usage: npm run --silent inspect -- [--connections] FILE…   (- reads standard input)";

/** Reads the arguments after the command's name. The error is one sentence for the person who typed them. */
export function parseOptions(args: readonly string[]): Result<InspectOptions, string> {
  const files: string[] = [];
  let connectionsOnly = false;
  let onlyFilesFollow = false;
  for (const arg of args) {
    if (onlyFilesFollow || arg === "-" || !arg.startsWith("-")) files.push(arg);
    else if (arg === "--") onlyFilesFollow = true;
    else if (arg === "--connections") connectionsOnly = true;
    else return fail(optionError(arg));
  }
  if (files.length === 0) return fail("no file is named");
  if (files.filter((file) => file === "-").length > 1) return fail("standard input can be read only once");
  const link = files.find((file) => file.startsWith("#"));
  if (link !== undefined) return fail("links are not read by this version");
  return ok({ connectionsOnly, files });
}

function optionError(arg: string): string {
  const isLinks = arg === "--links" || arg.startsWith("--links=");
  return isLinks ? "--links is not part of this version yet" : `unknown option ${arg}`;
}
