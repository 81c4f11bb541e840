import { withFirst } from "../capture/read-capture.ts";
import { SNIFFED_OCTETS } from "../capture/sniff.ts";
import { isScript, MOST_CHARACTERS } from "../lab/script/read-script.ts";
import { readSlices } from "./read-slices.ts";

/** A laboratory script, whole, or a capture, slice by slice. */
export type Input =
  | { readonly kind: "script"; readonly text: string }
  | { readonly kind: "capture"; readonly slices: AsyncIterable<Uint8Array> };

/** Opens a file, or standard input for `-`, and says which of both it is. Throws where it cannot be read. */
export async function readInput(path: string): Promise<Input> {
  const slices = readSlices(path)[Symbol.asyncIterator]();
  const head = await firstOctets(slices);
  const whole = withFirst(head, slices);
  if (!isScript(new TextDecoder().decode(head.subarray(0, SNIFFED_OCTETS))))
    return { kind: "capture", slices: whole };
  return { kind: "script", text: await textOf(whole) };
}

/** At least as many octets as it takes to know a format, or all. */
async function firstOctets(slices: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const taken: Uint8Array[] = [];
  let length = 0;
  while (length < SNIFFED_OCTETS) {
    const next = await slices.next();
    if (next.done) break;
    taken.push(next.value);
    length += next.value.length;
  }
  return taken.length === 1 ? (taken[0] ?? new Uint8Array(0)) : Buffer.concat(taken);
}

async function textOf(slices: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const slice of slices) {
    text += decoder.decode(slice, { stream: true });
    if (text.length > MOST_CHARACTERS) break;
  }
  return text;
}
