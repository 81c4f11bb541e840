/** The forms of input that are fuzzed, each with mutations that know its structure. */
export const FUZZED_FORMS = ["pcap", "pcapng", "gzip", "text"] as const;
export type FuzzedForm = (typeof FUZZED_FORMS)[number];

/** A real input, from which others are made. */
export interface Seed {
  readonly name: string;
  readonly octets: Uint8Array;
}

/** A seed with what it turned out to be. */
export interface FormedSeed extends Seed {
  readonly form: FuzzedForm;
}

const MAGICS: readonly (readonly [FuzzedForm, readonly string[]])[] = [
  ["pcap", ["d4c3b2a1", "a1b2c3d4", "4d3cb2a1", "a1b23c4d", "34cdb2a1", "a1b2cd34"]],
  ["pcapng", ["0a0d0d0a"]],
  ["gzip", ["1f8b08"]],
];

/** What the octets begin like; everything without a known beginning is taken for text, as the page does. */
export function formOf(octets: Uint8Array): FuzzedForm {
  const head = Array.from(octets.subarray(0, 4), (octet) => octet.toString(16).padStart(2, "0")).join("");
  const known = MAGICS.find(([, magics]) => magics.some((magic) => head.startsWith(magic)));
  return known?.[0] ?? "text";
}

/** The longest input that is made a seed of as it is; of a longer one its first octets are taken. */
export const LONGEST_SEED = 6000;

export function formedSeed({ name, octets }: Seed): FormedSeed {
  const form = formOf(octets);
  // A gzip stream that is cut says little about what is in it: long ones are left whole.
  return { name, form, octets: form === "gzip" ? octets : octets.subarray(0, LONGEST_SEED) };
}
