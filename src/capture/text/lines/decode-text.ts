import type { TextEncodingKind } from "../../format-reader.ts";

const FALLBACK = "windows-1252";

/**
 * Decodes octets that come in slices of any size. UTF-8 is read strictly; from the first slice on that is not
 * UTF-8 the text is windows-1252, which leaves the ASCII of GBK, EUC-KR and Latin-1 text intact.
 */
export class TextDecoding {
  private decoder: TextDecoder;
  private isStrict: boolean;

  constructor(encoding: TextEncodingKind) {
    this.isStrict = encoding === "utf-8";
    this.decoder = new TextDecoder(encoding, { fatal: this.isStrict });
  }

  decode(octets: Uint8Array): string {
    return this.run(octets, true);
  }

  /** The rest when the input ends; an incomplete character becomes U+FFFD or its windows-1252 reading. */
  finish(): string {
    return this.run(new Uint8Array(0), false);
  }

  private run(octets: Uint8Array, stream: boolean): string {
    if (!this.isStrict) return this.decoder.decode(octets, { stream });
    try {
      return this.decoder.decode(octets, { stream });
    } catch {
      this.isStrict = false;
      this.decoder = new TextDecoder(FALLBACK);
      return this.decoder.decode(octets, { stream });
    }
  }
}
