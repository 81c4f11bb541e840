const ZERO = 48;
const NINE = 57;

/** Walks over the octets of a text from left to right, and steps only over what it finds. */
export class OctetCursor {
  octets: Uint8Array = new Uint8Array(0);
  at = 0;

  /** Steps over an octet if it is next. */
  takeOne(octet: number): boolean {
    if (this.octets[this.at] !== octet) return false;
    this.at++;
    return true;
  }

  /** Steps over `word` if it is next. */
  take(word: Uint8Array): boolean {
    const { octets, at } = this;
    for (let i = 0; i < word.length; i++) if (octets[at + i] !== word[i]) return false;
    this.at = at + word.length;
    return true;
  }

  /** Reads an unsigned decimal number of at most `digits` digits; -1 if there is none, or it is longer. */
  number(digits: number): number {
    const { octets } = this;
    const from = this.at;
    let at = from;
    let value = 0;
    for (;;) {
      const octet = octets[at];
      if (!(octet >= ZERO && octet <= NINE)) break;
      value = value * 10 + (octet - ZERO);
      at++;
    }
    this.at = at;
    return at === from || at - from > digits ? -1 : value;
  }
}

/** The octets of a text in ASCII. */
export function octetsOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
