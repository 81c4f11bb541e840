import { gunzipSync, gzipSync } from "node:zlib";
import type { Random } from "../random.ts";
import { mutateOctets } from "./mutate-octets.ts";
import { cutPcap, cutPcapng, mutateRecords, type RecordedFile } from "./mutate-records.ts";
import { mutateText } from "./mutate-text.ts";
import { type FormedSeed, formOf, LONGEST_SEED } from "./seed.ts";

const UTF8 = new TextEncoder();
const LATIN = new TextDecoder("latin1");

/** One input made from a seed and a second one: mostly by mutations that know the form, sometimes by blind ones. */
export function makeInput(seed: FormedSeed, other: FormedSeed, random: Random): Uint8Array {
  if (random.chance(0.2)) return mutateOctets(seed.octets, random, other.octets);
  switch (seed.form) {
    case "text":
      return UTF8.encode(mutateText(LATIN.decode(seed.octets), random, LATIN.decode(other.octets)));
    case "gzip":
      return mutateGzip(seed, other, random);
    default:
      return mutateRecords(cutFile(seed), random, cutFile(other));
  }
}

function cutFile({ octets }: FormedSeed): RecordedFile {
  return formOf(octets) === "pcapng" ? cutPcapng(octets) : cutPcap(octets);
}

/** What is inside is mutated and packed again; half of the time the envelope is damaged, too. */
function mutateGzip(seed: FormedSeed, other: FormedSeed, random: Random): Uint8Array {
  const content = contentOf(seed);
  // A stream that was broken already can only be broken further.
  if (content === null) return mutateOctets(seed.octets, random, other.octets);
  const inner: FormedSeed = { name: seed.name, octets: content, form: formOf(content) };
  const packed = gzipSync(inner.form === "gzip" ? content : makeInput(inner, other, random), { level: 1 });
  return random.chance(0.5) ? packed : mutateOctets(packed, random, other.octets);
}

function contentOf({ octets }: FormedSeed): Uint8Array | null {
  try {
    return gunzipSync(octets).subarray(0, LONGEST_SEED);
  } catch {
    return null;
  }
}
