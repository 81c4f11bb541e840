import { viewIn } from "../../store/link-text.ts";

/** The address of the full page, if this one is embedded quietly in another; otherwise null. */
export function fullPageOf(address: string): string | null {
  const at = address.indexOf("#");
  if (at < 0 || viewIn(address.slice(at)).view !== "embed") return null;
  return address.slice(0, at) + address.slice(at).replace(/&view=embed(?=&|$)/gu, "");
}
