import { viewIn } from "../../store/link-text.ts";

/** The address of the whole page, if this one is quiet within another; null if it is not. */
export function fullPageOf(address: string): string | null {
  const at = address.indexOf("#");
  if (at < 0 || viewIn(address.slice(at)).view !== "embed") return null;
  return address.slice(0, at) + address.slice(at).replace(/&view=embed(?=&|$)/gu, "");
}
