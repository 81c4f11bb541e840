import type { Result } from "../base/result.ts";
import { fail, ok } from "../base/result.ts";

/** The options of one call of `inspect`. */
export interface InspectOptions {
  /** Leave `segments` out of every connection. */
  readonly connectionsOnly: boolean;
  /** Which link each connection gets: none, one with everything kept, or what the page offers first. */
  readonly links: "none" | "whole" | "anonymised";
  /** As named on the command line; `-` is standard input, `#…` a link. Never empty. */
  readonly files: readonly string[];
}

export const USAGE =
  "usage: npm run --silent inspect -- [--connections] [--links[=anonymised]] FILE…   (- reads standard input, '#…' a link)";

/** Reads the arguments after the command's name. The error is one sentence for the person who typed them. */
export function parseOptions(args: readonly string[]): Result<InspectOptions, string> {
  const files: string[] = [];
  let connectionsOnly = false;
  let links: InspectOptions["links"] = "none";
  let onlyFilesFollow = false;
  for (const arg of args) {
    if (onlyFilesFollow || arg === "-" || !arg.startsWith("-")) files.push(arg);
    else if (arg === "--") onlyFilesFollow = true;
    else if (arg === "--connections") connectionsOnly = true;
    else if (arg === "--links") links = "whole";
    else if (arg === "--links=anonymised") links = "anonymised";
    else return fail(`unknown option ${arg}`);
  }
  if (files.length === 0) return fail("no file is named");
  if (files.filter((file) => file === "-").length > 1) return fail("standard input can be read only once");
  return ok({ connectionsOnly, links, files });
}
