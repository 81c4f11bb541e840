import { formatAddress } from "../../segments/address.ts";
import { contradiction } from "../link-refusal.ts";
import type { OctetReader } from "../octet-reader.ts";
import { type ADDRESS_KINDS, LONGEST_NAME } from "./format.ts";

/** Reads an address that `writeAddress` wrote. A name stays as it is: the page shows it as text only. */
export function readAddress(reader: OctetReader, kind: (typeof ADDRESS_KINDS)[number]): string {
  if (kind === "ipv4") return formatAddress(reader.take(4), 0, 4);
  if (kind === "ipv6") return formatAddress(reader.take(16), 0, 16);
  const length = reader.octet();
  if (length === 4 || length === 16) return formatAddress(reader.take(length), 0, length);
  if (length !== 0) throw contradiction("endpoints");
  return reader.text(LONGEST_NAME);
}
