import { nextTurn } from "../base/turns.ts";
import { visibleText } from "../base/visible-text.ts";
import type { CaptureSource } from "./analyser.ts";
import { readFileSlices } from "./file-slices.ts";

const TEXT_SLICE = 1 << 20;

/** A source as octets: their number, and all of them in order. */
export interface SourceOctets {
  readonly size: number;
  readonly slices: AsyncIterable<Uint8Array>;
}

/** A file is read as it is; pasted text and links become UTF-8. Reading may throw the browser's error. */
export function sourceOctets(source: CaptureSource): SourceOctets {
  if (source.kind === "file") return { size: source.file.size, slices: readFileSlices(source.file) };
  const octets = new TextEncoder().encode(textOf(source));
  return { size: octets.length, slices: textSlices(octets) };
}

function textOf(source: Exclude<CaptureSource, { readonly kind: "file" }>): string {
  if (source.kind === "text") return source.text;
  return source.kind === "link" ? source.fragment : source.wish.text;
}

async function* textSlices(octets: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < octets.length; at += TEXT_SLICE) {
    yield octets.subarray(at, at + TEXT_SLICE);
    await nextTurn();
  }
}

/** The name that the person knows it by. */
export function sourceName(source: CaptureSource): string {
  return visibleText(source.kind === "file" ? source.file.name : source.name);
}
