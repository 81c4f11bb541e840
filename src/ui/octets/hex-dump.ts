/** Octets a line, as in `tcpdump -X`. */
const PER_LINE = 16;
const OFFSET_DIGITS = 4;

/** `0010  47 45 54 20 2f 20 48 54  54 50 2f 31 2e 31 0d 0a  GET / HTTP/1.1..`, a line for each 16 octets. */
export function hexDump(octets: Uint8Array, offset = 0): string[] {
  return Array.from({ length: Math.ceil(octets.length / PER_LINE) }, (_, line) =>
    hexLine(octets.subarray(line * PER_LINE, (line + 1) * PER_LINE), offset + line * PER_LINE),
  );
}

/** One line of {@link hexDump}. @param octets at most 16 */
export function hexLine(octets: Uint8Array, offset: number): string {
  const pairs = Array.from(octets, (octet) => octet.toString(16).padStart(2, "0"));
  const halves = [pairs.slice(0, PER_LINE / 2).join(" "), pairs.slice(PER_LINE / 2).join(" ")];
  const text = Array.from(octets, printed).join("");
  const digits = offset.toString(16).padStart(OFFSET_DIGITS, "0");
  return `${digits}  ${(halves[0] ?? "").padEnd(23)}  ${(halves[1] ?? "").padEnd(23)}  ${text}`;
}

function printed(octet: number): string {
  return octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : ".";
}
