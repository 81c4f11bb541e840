import type { FollowedPart } from "../../store/opened-capture.ts";
import { hexLine } from "./hex-dump.ts";

/** A line of what an end sent: octets `from` to `to` of the part, or a gap behind `from` of them. */
export type FollowedLine =
  | { readonly kind: "octets"; readonly from: number; readonly to: number }
  | { readonly kind: "gap"; readonly gap: "cut" | "missing"; readonly length: number; readonly from: number };

const HEX_LINE = 16;
const LONGEST_LINE = 160;
const LF = 0x0a;

/** The lines of a part, in either form. Consecutive octets are one text, however many segments brought them. */
export function followedLines({ octets, pieces }: FollowedPart, form: "text" | "hex"): FollowedLine[] {
  const lines: FollowedLine[] = [];
  let from = 0;
  let end = 0;
  const flush = (): void => {
    while (from < end) {
      const to = form === "hex" ? Math.min(end, from + HEX_LINE) : endOfLine(octets, from, end);
      lines.push({ kind: "octets", from, to });
      from = to;
    }
  };
  for (const { length, gap } of pieces) {
    if (gap === null) {
      end += length;
      continue;
    }
    flush();
    const last = lines.at(-1);
    const isSame = last?.kind === "gap" && last.gap === gap;
    if (isSame) lines.pop();
    lines.push({ kind: "gap", gap, length: isSame ? last.length + length : length, from });
  }
  flush();
  return lines;
}

function endOfLine(octets: Uint8Array, from: number, end: number): number {
  const most = Math.min(end, from + LONGEST_LINE);
  let at = from;
  while (at < most && octets[at] !== LF) at++;
  if (at < most) return at + 1;
  // A character of UTF-8 is not cut in two: its octets behind the first begin with the bits 10.
  let cut = most;
  while (cut < end && cut > from + LONGEST_LINE - 4 && ((octets[cut] ?? 0) & 0xc0) === 0x80) cut--;
  return cut;
}

/** A line as it is drawn; what cannot be printed is a point. @param before octets of data before the part */
export function drawnLine(
  { octets }: FollowedPart,
  { from, to }: Extract<FollowedLine, { kind: "octets" }>,
  form: "text" | "hex",
  before: number,
): string {
  if (form === "hex") return hexLine(octets.subarray(from, to), before + from);
  return new TextDecoder()
    .decode(octets.subarray(from, to))
    .replace(/\r?\n$/u, "")
    .replaceAll(/\p{C}/gu, "·");
}
