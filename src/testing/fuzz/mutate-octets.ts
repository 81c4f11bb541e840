import type { Random } from "../random.ts";

/** Numbers at which programs break: zero, one, the ends of 7, 8, 15, 16, 31 and 32 bits, and just beyond. */
const EDGES = [
  0, 1, 2, 3, 4, 5, 15, 16, 19, 20, 39, 40, 60, 127, 128, 255, 256, 1500, 32767, 32768, 65535, 65536, 262144,
  262145, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff,
];

/** Octets in which one or a few places are not what they were; the form of the input is not looked at. */
export function mutateOctets(octets: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  switch (random.below(8)) {
    case 0:
      return withFlippedBits(octets, random);
    case 1:
      return withEdge(octets, random, random.below(Math.max(1, octets.length)));
    case 2:
      return octets.slice(0, random.below(octets.length + 1));
    case 3:
      return without(octets, random);
    case 4:
      return withInserted(octets, random, noise(random, 1 + random.below(16)));
    case 5:
      return withInserted(octets, random, pieceOf(octets, random));
    case 6:
      return withInserted(octets, random, pieceOf(other, random));
    default:
      return joined([octets.subarray(0, random.below(octets.length + 1)), pieceOf(other, random)]);
  }
}

/** A number at which programs break, in one, two or four octets of either order, over what stands at `at`. */
export function withEdge(octets: Uint8Array, random: Random, at: number): Uint8Array {
  const changed = octets.slice();
  const view = new DataView(changed.buffer);
  const edge = EDGES[random.below(EDGES.length)] ?? 0;
  const isLittle = random.chance(0.5);
  const width = [1, 2, 4][random.below(3)] ?? 1;
  if (at + width > changed.length) return changed;
  if (width === 1) view.setUint8(at, edge & 0xff);
  else if (width === 2) view.setUint16(at, edge & 0xffff, isLittle);
  else view.setUint32(at, edge, isLittle);
  return changed;
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function withFlippedBits(octets: Uint8Array, random: Random): Uint8Array {
  const changed = octets.slice();
  for (let flips = 1 + random.below(4); flips > 0; flips--) {
    const at = random.below(Math.max(1, changed.length));
    changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
  }
  return changed;
}

function without(octets: Uint8Array, random: Random): Uint8Array {
  const from = random.below(octets.length + 1);
  return joined([octets.subarray(0, from), octets.subarray(from + 1 + random.below(32))]);
}

function withInserted(octets: Uint8Array, random: Random, piece: Uint8Array): Uint8Array {
  const at = random.below(octets.length + 1);
  return joined([octets.subarray(0, at), piece, octets.subarray(at)]);
}

function pieceOf(octets: Uint8Array, random: Random): Uint8Array {
  const from = random.below(octets.length + 1);
  return octets.subarray(from, from + random.below(200));
}

function noise(random: Random, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => random.below(256));
}
