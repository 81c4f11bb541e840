/** What can stand above an arrow; a missing part is not known or not worth saying. */
export interface LabelParts {
  /** `SYN,ACK`. */
  readonly flags: string;
  /** `seq=0`. */
  readonly sequence: string | null;
  readonly acknowledgment: string | null;
  readonly payload: string | null;
  readonly window: string | null;
}

type Part = Exclude<keyof LabelParts, "flags">;

/** The order of the parts in a label. */
const ORDER: readonly Part[] = ["sequence", "acknowledgment", "payload", "window"];
/** The order in which parts are dropped when there is no room. */
const DROPPED: readonly Part[] = ["window", "acknowledgment", "sequence", "payload"];
/** A bare ACK is sent for its acknowledgment number. */
const DROPPED_OF_BARE_ACK: readonly Part[] = ["window", "sequence", "acknowledgment", "payload"];

/** The label as far as it fits into `characters`; the flags always stay. */
export function fitLabel(parts: LabelParts, characters: number): string {
  const kept = new Set(ORDER);
  const isBareAck = parts.flags === "ACK" && parts.payload === null;
  for (const part of isBareAck ? DROPPED_OF_BARE_ACK : DROPPED) {
    const text = join(parts, kept);
    if (text.length <= characters) return text;
    kept.delete(part);
  }
  return join(parts, kept);
}

function join(parts: LabelParts, kept: ReadonlySet<Part>): string {
  const texts = ORDER.filter((part) => kept.has(part)).map((part) => parts[part]);
  return [parts.flags, ...texts.filter((text) => text !== null)].join(" ");
}
