import type { Random } from "../random.ts";

/** What breaks readers of text: nothing, huge and negative numbers, other scripts, controls, markup, other commas. */
const PIECES = [
  "",
  "0",
  "-1",
  "4294967295",
  "4294967296",
  "99999999999999999999",
  "1e9",
  "NaN",
  "0x",
  ":",
  "::",
  ">",
  " > ",
  "<",
  "[",
  "]",
  "[S]",
  "[S.]",
  "[.]",
  "[P.]",
  "[F.]",
  "[R]",
  "[]",
  "Flags [",
  "seq ",
  "seq 1:0",
  "ack ",
  "win ",
  "length ",
  "options [",
  "options [nop,nop,TS val 1 ecr 2]",
  "mss",
  "sack 1 {5:4}",
  "...",
  "…",
  "\t",
  "\r",
  "\n",
  "\n\n",
  "\u0000",
  "\u001b[31m",
  "\ufeff",
  "\u200b",
  "\u202e",
  "→",
  "，",
  "Ｓ",
  "<b>",
  "&amp;",
  "`",
  "| ",
  "> ",
  "12:34:56.789012 IP ",
  "2024-02-30 25:61:61.9999999999 ",
  "IP6 ",
  "10.0.0.1.80",
  "::1.80",
  "fe80::1%eth0.1 > ",
  "  0x0000:  4500 003c ",
  "  0x0010:  ",
  "(tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto TCP (6), length 60)",
];

/** Lines gone, doubled, swapped, joined, split, taken from another text, or with a piece changed. */
export function mutateText(text: string, random: Random, other: string): string {
  const lines = text.split("\n");
  const foreign = other.split("\n");
  for (let changes = 1 + random.below(4); changes > 0; changes--) {
    const at = random.below(lines.length);
    const line = lines[at] ?? "";
    switch (random.below(10)) {
      case 0:
        lines.splice(at, 1);
        break;
      case 1:
        lines.splice(random.below(lines.length + 1), 0, line);
        break;
      case 2:
        lines.splice(at, 2, line + (lines[at + 1] ?? ""));
        break;
      case 3:
        lines.splice(at, 0, foreign[random.below(foreign.length)] ?? "");
        break;
      case 4:
        lines[at] = line.slice(0, random.below(line.length + 1));
        break;
      case 5:
        lines[at] = withWordFrom(line, foreign[random.below(foreign.length)] ?? "", random);
        break;
      case 6:
        lines[at] = line.replace(/\d+/gu, (digits) => (random.chance(0.2) ? piece(random) : digits));
        break;
      default:
        lines[at] = withPiece(line, random);
    }
  }
  return lines.join(random.chance(0.1) ? "\r\n" : "\n");
}

function withPiece(line: string, random: Random): string {
  const at = random.below(line.length + 1);
  return line.slice(0, at) + piece(random) + line.slice(at + random.below(6));
}

function withWordFrom(line: string, other: string, random: Random): string {
  const words = line.split(" ");
  const others = other.split(" ");
  words[random.below(words.length)] = others[random.below(others.length)] ?? "";
  return words.join(" ");
}

function piece(random: Random): string {
  return PIECES[random.below(PIECES.length)] ?? "";
}
