/** Codes 257 to 285 (RFC 1951 section 3.2.5): the shortest length of each, and the number of extra bits. */
const LENGTHS = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCES = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
];
/** The order in which a dynamic block gives the lengths of the codes for lengths (section 3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LONGEST_CODE = 15;
const WINDOW = 32768;
const CHUNK = 2 * WINDOW;
const END_OF_BLOCK = 256;
const GZIP_HEADER = 10;
const GZIP_TRAILER = 8;
const GzipFlag = { HeaderCrc: 2, Extra: 4, Name: 8, Comment: 16 } as const;

/** The stream ends early, or is invalid. */
class Damage extends Error {}

/**
 * Inflates a gzip stream (RFC 1952) up to its damage or its end, octet for octet. The browser's inflater is ten times
 * as fast, but at damage it drops what it has not handed on, and it refuses a second member.
 * @returns the number of members; their checksums are not verified; 0 = damaged
 */
export function* inflateToDamage(gzip: Uint8Array): Generator<Uint8Array, number> {
  const input = new BitReader(gzip);
  const output = new Output();
  let members = 0;
  try {
    do {
      skipHeader(input);
      for (let isLast = false; !isLast;) {
        isLast = input.take(1) === 1;
        yield* block(input, output);
      }
      input.skipOctets(GZIP_TRAILER);
      members++;
    } while (!input.isAtEnd);
    yield* output.rest();
    return members;
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    yield* output.rest();
    return 0;
  }
}

function skipHeader(input: BitReader): void {
  const magic = input.takeOctet() * 256 + input.takeOctet();
  const method = input.takeOctet();
  const flags = input.takeOctet();
  if (magic !== 0x1f8b || method !== 8) throw new Damage();
  input.skipOctets(GZIP_HEADER - 4);
  if ((flags & GzipFlag.Extra) !== 0) input.skipOctets(input.takeOctet() + 256 * input.takeOctet());
  if ((flags & GzipFlag.Name) !== 0) skipText(input);
  if ((flags & GzipFlag.Comment) !== 0) skipText(input);
  if ((flags & GzipFlag.HeaderCrc) !== 0) input.skipOctets(2);
}

/** Skips text up to its NUL. */
function skipText(input: BitReader): void {
  while (input.takeOctet() !== 0);
}

function* block(input: BitReader, output: Output): Generator<Uint8Array> {
  const kind = input.take(2);
  if (kind === 0) yield* stored(input, output);
  else if (kind === 1) yield* coded(input, output, FIXED_LENGTHS, FIXED_DISTANCES);
  else if (kind === 2) yield* coded(input, output, ...dynamicCodes(input));
  else throw new Damage();
}

function* stored(input: BitReader, output: Output): Generator<Uint8Array> {
  input.toOctet();
  const length = input.takeOctet() + 256 * input.takeOctet();
  const complement = input.takeOctet() + 256 * input.takeOctet();
  if (length + complement !== 0xffff) throw new Damage();
  for (let i = 0; i < length; i++) {
    output.put(input.takeOctet());
    if (output.isFull) yield output.chunk();
  }
}

function* coded(input: BitReader, output: Output, lengths: Code, distances: Code): Generator<Uint8Array> {
  for (;;) {
    const symbol = lengths.take(input);
    if (symbol === END_OF_BLOCK) return;
    if (symbol < END_OF_BLOCK) output.put(symbol);
    else {
      const code = symbol - END_OF_BLOCK - 1;
      const length = orDamage(LENGTHS[code]) + input.take(orDamage(LENGTH_BITS[code]));
      const far = distances.take(input);
      const distance = orDamage(DISTANCES[far]) + input.take(Math.max(0, (far >>> 1) - 1));
      output.repeat(distance, length);
    }
    if (output.isFull) yield output.chunk();
  }
}

function dynamicCodes(input: BitReader): [lengths: Code, distances: Code] {
  const lengthCount = input.take(5) + 257;
  const distanceCount = input.take(5) + 1;
  const ordered = new Uint8Array(ORDER.length);
  const given = input.take(4) + 4;
  for (const place of ORDER.slice(0, given)) ordered[place] = input.take(3);
  const lengthsOfCodes = new Code(ordered);
  const lengths = new Uint8Array(lengthCount + distanceCount);
  for (let at = 0; at < lengths.length;) {
    const symbol = lengthsOfCodes.take(input);
    if (symbol < 16) lengths[at++] = symbol;
    else {
      if (symbol === 16 && at === 0) throw new Damage();
      const value = symbol === 16 ? lengths[at - 1] : 0;
      const times =
        symbol === 16 ? 3 + input.take(2) : symbol === 17 ? 3 + input.take(3) : 11 + input.take(7);
      if (at + times > lengths.length) throw new Damage();
      lengths.fill(value, at, (at += times));
    }
  }
  return [new Code(lengths.subarray(0, lengthCount)), new Code(lengths.subarray(lengthCount))];
}

/** A Huffman code, given by the length of each symbol's code; 0 = the symbol has none (section 3.2.2). */
class Code {
  private readonly counts = new Uint16Array(LONGEST_CODE + 1);
  private readonly symbols: Uint16Array;

  constructor(lengths: Uint8Array) {
    const { counts } = this;
    for (const length of lengths) counts[length] = counts[length] + 1;
    counts[0] = 0;
    const next = new Uint16Array(LONGEST_CODE + 2);
    for (let length = 1; length <= LONGEST_CODE; length++) {
      next[length + 1] = next[length] + counts[length];
    }
    this.symbols = new Uint16Array(next[LONGEST_CODE + 1]);
    for (const [symbol, length] of lengths.entries()) {
      if (length === 0) continue;
      const at = next[length];
      this.symbols[at] = symbol;
      next[length] = at + 1;
    }
  }

  take(input: BitReader): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= LONGEST_CODE; length++) {
      code |= input.take(1);
      const count = this.counts[length];
      if (code - first < count) return this.symbols[index + code - first];
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Damage();
  }
}

const FIXED_LENGTHS = new Code(
  Uint8Array.from({ length: 288 }, (_, symbol) =>
    symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
  ),
);
const FIXED_DISTANCES = new Code(new Uint8Array(30).fill(5));

/** Takes bits, the lowest first. Throws {@link Damage} when there are no more. */
class BitReader {
  private readonly octets: Uint8Array;
  private at = 0;
  private held = 0;
  private heldBits = 0;

  constructor(octets: Uint8Array) {
    this.octets = octets;
  }

  get isAtEnd(): boolean {
    return this.at >= this.octets.length;
  }

  /** @param count 0 to 13 */
  take(count: number): number {
    while (this.heldBits < count) {
      this.held |= orDamage(this.octets[this.at++]) << this.heldBits;
      this.heldBits += 8;
    }
    const bits = this.held & ((1 << count) - 1);
    this.held >>>= count;
    this.heldBits -= count;
    return bits;
  }

  /** Drops the rest of the octet. */
  toOctet(): void {
    this.held = 0;
    this.heldBits = 0;
  }

  takeOctet(): number {
    this.toOctet();
    return orDamage(this.octets[this.at++]);
  }

  skipOctets(count: number): void {
    this.toOctet();
    this.at += count;
    if (this.at > this.octets.length) throw new Damage();
  }
}

/** The output in chunks; the last 32 KiB can be repeated. */
class Output {
  private readonly octets = new Uint8Array(WINDOW + CHUNK + LENGTHS.length * 16);
  private end = 0;
  /** The output before this index was handed on. */
  private from = 0;

  get isFull(): boolean {
    return this.end >= WINDOW + CHUNK;
  }

  put(octet: number): void {
    this.octets[this.end++] = octet;
  }

  repeat(distance: number, length: number): void {
    if (distance > this.end) throw new Damage();
    for (let i = 0; i < length; i++) this.put(this.octets[this.end - distance]);
  }

  chunk(): Uint8Array {
    const chunk = this.octets.slice(this.from, this.end);
    this.octets.copyWithin(0, this.end - WINDOW, this.end);
    this.end = WINDOW;
    this.from = WINDOW;
    return chunk;
  }

  *rest(): Generator<Uint8Array> {
    if (this.end > this.from) yield this.octets.slice(this.from, this.end);
    this.from = this.end;
  }
}

function orDamage(value: number | undefined): number {
  if (value === undefined) throw new Damage();
  return value;
}
