import type { Side } from "../../tcp/state.ts";
import { formatCount } from "../figures.ts";

/** The ends within a sentence. */
export const ends: Record<Side, string> = { client: "client", server: "server" };

/** `1 octet`, `1,460 octets`. */
export function countOctets(octets: number): string {
  return counted(octets, "octet", "octets");
}

/** `until segment 10, 259 ms later`; `to the end of the capture, 38 s`. */
export function times(until: string | null, duration: string | null): string {
  if (until === null)
    return duration === null ? "to the end of the capture" : `to the end of the capture, ${duration}`;
  return duration === null ? `until ${until}` : `until ${until}, ${duration} later`;
}

/** `a, b or c`. */
export function oneOf(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}

/** `1 segment`, `1,460 segments`. */
export function counted(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
