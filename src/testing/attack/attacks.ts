import { hashKey, seedHashes } from "../../base/keyed-hash.ts";
import { CHOSEN_KEYS } from "./chosen-keys.ts";
import { STRUCTURES } from "./structures.ts";

/** A key of the hash tables that the maker of a capture did not know. */
const UNFORESEEN = 0x5eed1e55;

/** Makes the capture of a name at a size; the hash tables have another key afterwards than it was made for. */
export function makeAttack(name: string, n: number): Uint8Array<ArrayBuffer> {
  const structure = STRUCTURES[name] ?? CHOSEN_KEYS[name];
  if (structure === undefined) throw new RangeError(`no structure “${name}”`);
  const key = hashKey();
  seedHashes(0);
  const octets = structure(n);
  seedHashes(key === 0 ? UNFORESEEN : key);
  return octets;
}

/** The structures that once had a quadratic cost. */
export const ONCE_QUADRATIC: readonly string[] = [
  "all segments once more",
  "all segments land late",
  "FIN again and again",
  "ICMP errors about a number that is not there",
  "one pair again and again, an ICMP error each",
  "one pair again and again, an ICMP error about all",
  "RSTs that refuse no SYN",
  "SYNs with data and SYN,ACKs that take none of it",
  ...Object.keys(CHOSEN_KEYS),
];

export const ATTACK_NAMES: readonly string[] = [...Object.keys(STRUCTURES), ...Object.keys(CHOSEN_KEYS)];
