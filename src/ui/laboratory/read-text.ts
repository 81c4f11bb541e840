import { readScript } from "../../lab/script/read-script.ts";
import type { Script } from "../../lab/script/script.ts";

let latest: { readonly text: string; readonly script: Script } = { text: "", script: [] };

/** The lines of a text that was run: it has no mistake, or is empty. Asked again of the same text, it is not read again. */
export function linesOf(text: string): Script {
  if (latest.text !== text) {
    const read = readScript(text);
    latest = { text, script: read.ok ? read.value : [] };
  }
  return latest.script;
}
