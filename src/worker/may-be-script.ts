import { SNIFFED_OCTETS } from "../capture/sniff.ts";
import type { SingleSource } from "./capture-source.ts";

/** Blank lines and comments, and then how a line of a script begins (docs/laboratory.md 2). */
const BEGINNING =
  /^\ufeff?(?:[^\S\r\n]*(?:#.*)?[\r\n])*[^\S\r\n]*(?:[cs]:|(?:delay|profile|mss|window|seed|retries|linear|tick|end|lose|twice|icmp|cut|inject|goal)\s)/u;

/** Whether the code that reads scripts is worth loading: most sources are captures. */
export async function mayBeScript(source: SingleSource): Promise<boolean> {
  if (source.kind === "link") return source.fragment.startsWith("lab=");
  if (source.kind === "script") return true;
  return BEGINNING.test(
    source.kind === "text" ? source.text.slice(0, SNIFFED_OCTETS) : await headOf(source.file),
  );
}

/** Empty where it cannot be read: reading it as a capture says why. */
async function headOf(file: File): Promise<string> {
  try {
    return await file.slice(0, SNIFFED_OCTETS).text();
  } catch {
    return "";
  }
}
