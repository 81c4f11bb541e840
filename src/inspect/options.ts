import type { Result } from "../base/result.ts";
import { fail, ok } from "../base/result.ts";

/** The options of one call of `inspect`. */
export interface InspectOptions {
  /** Leave `segments` out of every connection. */
  readonly connectionsOnly: boolean;
  /** Which link each connection gets: none, one with everything kept, or what the page offers first. */
  readonly links: "none" | "whole" | "anonymised";
  /**
   * What the files are to each other. `own`: nothing. `together`: two captures of the same traffic, told once where both
   * hold it. `joined`: one capture, cut into files.
   */
  readonly relation: "own" | "together" | "joined";
  /** Add the laboratory script that each connection would be, and how much of it that script repeats. */
  readonly scripts: boolean;
  /** Of a laboratory script: what a capture at that end knows; null: what happened. */
  readonly seenFrom: "client" | "server" | null;
  /** As named on the command line; `-` is standard input, `#…` a link. Never empty. */
  readonly files: readonly string[];
}

export const USAGE =
  "usage: npm run --silent inspect -- [--connections] [--links[=anonymised]] [--script] [--seen-from client|server] FILE…   (- reads standard input, '#…' a link)\n" +
  "       npm run --silent inspect -- --together [--connections] FILE FILE   (two captures of the same traffic)\n" +
  "       npm run --silent inspect -- --joined [--connections] FILE…   (one capture, cut into files)";

/** Reads the arguments after the command's name. The error is one sentence for the person who typed them. */
export function parseOptions(args: readonly string[]): Result<InspectOptions, string> {
  const files: string[] = [];
  let connectionsOnly = false;
  let links: InspectOptions["links"] = "none";
  let relation: InspectOptions["relation"] = "own";
  let scripts = false;
  let seenFrom: InspectOptions["seenFrom"] = null;
  let onlyFilesFollow = false;
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? "";
    if (onlyFilesFollow || arg === "-" || !arg.startsWith("-")) files.push(arg);
    else if (arg === "--") onlyFilesFollow = true;
    else if (arg === "--connections") connectionsOnly = true;
    else if (arg === "--together") relation = "together";
    else if (arg === "--joined") relation = "joined";
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
  if (relation === "together" && files.length !== 2) return fail("--together takes exactly two files");
  if (relation !== "own" && files.some((file) => file.startsWith("#")))
    return fail(`--${relation} takes captures, not links`);
  return ok({ connectionsOnly, links, relation, scripts, seenFrom, files });
}
