import { type GroupedCapture, readGrouped, type Surroundings, writeCapture } from "./grouped-capture.ts";
import type { JsonLines } from "./json-lines.ts";
import type { InspectOptions } from "./options.ts";
import { readSlices } from "./read-slices.ts";

/** A file that was read, by its name on the command line. */
export interface ReadFile {
  readonly file: string;
  readonly capture: GroupedCapture;
}

/** Reads files that belong together; a refused one gives its line and its sentence, and is left out. */
export async function readAll(
  files: readonly string[],
  { complain, pathOf }: Surroundings,
  output: JsonLines,
): Promise<ReadFile[]> {
  const all: ReadFile[] = [];
  for (const file of files) {
    const read = await readGrouped(readSlices(pathOf(file)));
    if (read.ok) all.push({ file, capture: read.value });
    else {
      complain(`${file}: ${read.error.reason}`);
      await output.write({ refused: { file, ...read.error } });
    }
  }
  return all;
}

/** Reports on each on its own, and gives the exit status. */
export async function writeEach(
  all: readonly ReadFile[],
  options: InspectOptions,
  output: JsonLines,
): Promise<0 | 1> {
  for (const { file, capture } of all) await writeCapture(file, capture, options, output);
  await output.flush();
  return all.length > 0 ? 0 : 1;
}
