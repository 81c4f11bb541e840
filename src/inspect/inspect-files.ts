import { failure, readGrouped, type Surroundings, writeCapture } from "./grouped-capture.ts";
import { inspectJoined } from "./inspect-joined.ts";
import { inspectLink, isLinkArgument } from "./inspect-link.ts";
import { inspectScript } from "./inspect-script.ts";
import { inspectTogether } from "./inspect-together.ts";
import { JsonLines } from "./json-lines.ts";
import type { InspectOptions } from "./options.ts";
import { readInput } from "./read-input.ts";
import type { Refused } from "./refused.ts";

/** Reports on every file in order and gives the exit status: 1 if every one was refused, else 0. */
export async function inspectFiles(options: InspectOptions, surroundings: Surroundings): Promise<0 | 1> {
  const output = new JsonLines(surroundings.lines);
  if (options.relation === "together") return await inspectTogether(options, surroundings, output);
  if (options.relation === "joined") return await inspectJoined(options, surroundings, output);
  let read = 0;
  for (const file of options.files) {
    const refused = isLinkArgument(file)
      ? await inspectLink(file, options, output)
      : await inspectFile(file, options, surroundings, output);
    if (!refused) read++;
    else {
      surroundings.complain(`${file}: ${refused.reason}`);
      if (options.files.length > 1) await output.write({ refused: { file, ...refused } });
    }
  }
  await output.flush();
  return read > 0 ? 0 : 1;
}

/** A file is a script of the laboratory if its first line is, or else a capture. */
async function inspectFile(
  file: string,
  options: InspectOptions,
  { pathOf }: Surroundings,
  output: JsonLines,
): Promise<Refused | null> {
  try {
    const input = await readInput(pathOf(file));
    if (input.kind === "script") return await inspectScript(file, input.text, options, output);
    const read = await readGrouped(input.slices);
    if (!read.ok) return read.error;
    await writeCapture(file, read.value, options, output);
    return null;
  } catch (error) {
    return failure(error);
  }
}
