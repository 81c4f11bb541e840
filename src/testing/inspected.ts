import { join } from "node:path";
import { Writable } from "node:stream";
import { inspectFiles } from "../inspect/inspect-files.ts";
import { parseOptions } from "../inspect/options.ts";

/** What one call of `inspect` prints and says, and its exit status. @param folder where its files are */
export async function inspectedIn(
  folder: string,
  args: readonly string[],
): Promise<{ readonly status: number; readonly lines: unknown[]; readonly complaints: string[] }> {
  const options = parseOptions(args);
  if (!options.ok) throw new Error(options.error);
  let written = "";
  const complaints: string[] = [];
  const lines = new Writable({
    write: (chunk, _encoding, done) => {
      written += String(chunk);
      done();
    },
  });
  const status = await inspectFiles(options.value, {
    lines,
    complain: (sentence) => complaints.push(sentence),
    pathOf: (file) => join(folder, file),
  });
  const parsed = written.split("\n").filter(Boolean);
  return { status, lines: parsed.map((line): unknown => JSON.parse(line)), complaints };
}
