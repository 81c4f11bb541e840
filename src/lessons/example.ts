/** One line of an example's small picture: a segment in capture order. */
export interface PictureSegment {
  readonly fromClient: boolean;
  /** Control bits, as in `segments/flags.ts`. */
  readonly flags: number;
  readonly hasData: boolean;
  /** Never reaches the other end. */
  readonly isLost: boolean;
}

/** A capture that comes with the page. The page finds title and description by `name` in its catalogue. */
export interface Example {
  readonly name: "handshake-and-close" | "refused" | "syn-lost";
  readonly fileName: string;
  /** The capture file in base64: part of the script, so that opening it asks the network for nothing. */
  readonly base64: string;
  readonly picture: readonly PictureSegment[];
}

/** The octets of the example's capture file. */
export function exampleOctets({ base64 }: Example): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
