import { type Endpoint, formatEndpoint } from "../../segments/endpoint.ts";

/** Longest file name that every system takes, with room for the ending. */
const LONGEST = 120;

/**
 * A file name from the capture's name and both ends, with characters that every system allows.
 * @param capture the name of the capture; its ending is dropped
 * @param ends both ends of the connection; none for a file about the whole capture
 */
export function fileName(capture: string, ends: readonly Endpoint[], ending: string): string {
  const stem = [capture.replace(/(?:\.[a-z0-9]{1,6}){1,2}$/iu, ""), ...ends.map(formatEndpoint)]
    .map((part) => part.replace(/[^\p{L}\p{N}.]+/gu, "-").replace(/^[-.]+|[-.]+$/gu, ""))
    .filter(Boolean)
    .join("_");
  return `${stem.slice(0, LONGEST) || "synfin"}.${ending}`;
}
