import { readScript } from "../../lab/script/read-script.ts";
import type { Script } from "../../lab/script/script.ts";

/** The lines of a text that was run: it has no mistake, or is empty. */
export function linesOf(text: string): Script {
  const read = readScript(text);
  return read.ok ? read.value : [];
}
