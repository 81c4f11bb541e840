const ZERO = 48;
const NINE = 57;

/** Walks over a line from left to right, never back, so that every reading is linear in its length. */
export class TextCursor {
  readonly text: string;
  at: number;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Code unit under the cursor; NaN at the end. */
  get code(): number {
    return this.text.charCodeAt(this.at);
  }

  skipBlanks(): void {
    while (isBlank(this.code)) this.at++;
  }

  /** Steps over `word` if it is next. */
  take(word: string): boolean {
    if (!this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  /** Steps over a word that does not go on with a letter. */
  takeWord(word: string): boolean {
    if (!this.text.startsWith(word, this.at) || isLetter(this.text.charCodeAt(this.at + word.length)))
      return false;
    this.at += word.length;
    return true;
  }

  /** Reads an unsigned decimal number; null, without a step, if there is none. */
  number(): number | null {
    let value = 0;
    let at = this.at;
    for (;;) {
      const code = this.text.charCodeAt(at);
      if (!(code >= ZERO && code <= NINE)) break;
      value = value * 10 + (code - ZERO);
      at++;
    }
    if (at === this.at) return null;
    this.at = at;
    return value;
  }

  /** Reads hexadecimal digits as text; "" if there are none. */
  hexDigits(): string {
    const from = this.at;
    while (isHexDigit(this.code)) this.at++;
    return this.text.slice(from, this.at);
  }

  /** Steps past the next `mark`, or to the end of the line. Returns whether there was one. */
  skipPast(mark: string): boolean {
    const found = this.text.indexOf(mark, this.at);
    this.at = found < 0 ? this.text.length : found + mark.length;
    return found >= 0;
  }
}

export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

export function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

export function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
}
