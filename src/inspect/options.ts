import type { Result } from "../base/result.ts";
import { fail, ok } from "../base/result.ts";

/** The options of one call of `inspect`. */
export interface InspectOptions {
  /** Leave `segments` out of every connection. */
  readonly connectionsOnly: boolean;
  /** Which link each connection gets: none, one with everything kept, or what the page offers first. */
  readonly links: "none" | "whole" | "anonymised";
  /** Tell what both of two captures hold once, from both. */
  readonly together: boolean;
  /** Add the laboratory script that each connection would be, and how much of it that script repeats. */
  readonly scripts: boolean;
  /** Of a laboratory script: what a capture at that end knows; null: what happened. */
  readonly seenFrom: "client" | "server" | null;
  /** As named on the command line; `-` is standard input, `#…` a link. Never empty. */
  readonly files: readonly string[];
}

export const USAGE =
  "usage: npm run --silent inspect -- [--connections] [--links[=anonymised]] [--script] [--seen-from client|server] FILE…   (- reads standard input, '#…' a link)\n" +
  "       npm run --silent inspect -- --together [--connections] FILE FILE   (two captures of the same traffic)";

/** Reads the arguments after the command's name. The error is one sentence for the person who typed them. */
export function parseOptions(args: readonly string[]): Result<InspectOptions, string> {
  const files: string[] = [];
  let connectionsOnly = false;
  let links: InspectOptions["links"] = "none";
  let together = false;
  let scripts = false;
  let seenFrom: InspectOptions["seenFrom"] = null;
  let onlyFilesFollow = false;
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? "";
    if (onlyFilesFollow || arg === "-" || !arg.startsWith("-")) files.push(arg);
    else if (arg === "--") onlyFilesFollow = true;
    else if (arg === "--connections") connectionsOnly = true;
    else if (arg === "--together") together = true;
    else if (arg === "--links") links = "whole";
    else if (arg === "--links=anonymised") links = "anonymised";
    else if (arg === "--script") scripts = true;
    else if (arg === "--seen-from") {
      const end = args[++index];
      if (end !== "client" && end !== "server") return fail("--seen-from takes client or server");
      seenFrom = end;
    } else return fail(`unknown option ${arg}`);
  }
  if (files.length === 0) return fail("no file is named");
  if (files.filter((file) => file === "-").length > 1) return fail("standard input can be read only once");
  if (together && files.length !== 2) return fail("--together takes exactly two files");
  if (together && files.some((file) => file.startsWith("#")))
    return fail("--together takes captures, not links");
  return ok({ connectionsOnly, links, together, scripts, seenFrom, files });
}
