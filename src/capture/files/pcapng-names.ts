import { formatAddress } from "../../segments/address.ts";
import type { SectionOrder } from "./pcapng-options.ts";

const RECORD_END = 0;
const RECORD_IPV4 = 1;
const RECORD_IPV6 = 2;

/** Reads names of addresses from the records of a name resolution block, between `at` and `end`. */
export function readHostNames(
  octets: Uint8Array,
  start: number,
  end: number,
  order: SectionOrder,
  hostNames: Map<string, string>,
): void {
  let at = start;
  while (at + 4 <= end) {
    const type = order.uint16(octets, at);
    const length = order.uint16(octets, at + 2);
    const valueAt = at + 4;
    if (type === RECORD_END || valueAt + length > end) return;
    const addressLength = type === RECORD_IPV4 ? 4 : 16;
    if ((type === RECORD_IPV4 || type === RECORD_IPV6) && length > addressLength) {
      const name = firstName(octets.subarray(valueAt + addressLength, valueAt + length));
      if (name !== "") hostNames.set(formatAddress(octets, valueAt, addressLength), name);
    }
    at = valueAt + ((length + 3) & ~3);
  }
}

/** The first of several names, each of which ends in NUL. */
function firstName(octets: Uint8Array): string {
  const nul = octets.indexOf(0);
  return new TextDecoder().decode(nul < 0 ? octets : octets.subarray(0, nul));
}
