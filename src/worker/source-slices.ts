import { nextTurn } from "../base/turns.ts";
import { visibleText } from "../base/visible-text.ts";
import type { CaptureSource, OneSource } from "./capture-source.ts";
import { readFileSlices } from "./file-slices.ts";

const TEXT_SLICE = 1 << 20;

/** A source as octets: their number, and all of them in order. */
export interface SourceOctets {
  readonly size: number;
  readonly slices: AsyncIterable<Uint8Array>;
}

/** A file is read as it is; pasted text becomes UTF-8. Reading may throw the browser's error. */
export function sourceOctets(source: OneSource): SourceOctets {
  if (source.kind === "file") return { size: source.file.size, slices: readFileSlices(source.file) };
  const octets = new TextEncoder().encode(source.text);
  return { size: octets.length, slices: textSlices(octets) };
}

async function* textSlices(octets: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < octets.length; at += TEXT_SLICE) {
    yield octets.subarray(at, at + TEXT_SLICE);
    await nextTurn();
  }
}

/** How many octets are given in all. */
export function sourceSize(source: CaptureSource): number {
  if (source.kind === "file") return source.file.size;
  if (source.kind === "link") return source.fragment.length;
  if (source.kind === "script") return source.wish.text.length;
  if (source.kind === "text") return sourceOctets(source).size;
  return source.sources.reduce((sum, one) => sum + sourceSize(one), 0);
}

/** The name that the person knows it by. */
export function sourceName(source: CaptureSource): string {
  return visibleText(source.kind === "file" ? source.file.name : source.name);
}
