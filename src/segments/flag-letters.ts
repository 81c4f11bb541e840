import { ACK, FIN, PSH, RST, SYN } from "./flags.ts";

/** The control bits of everyday segments as tcpdump prints them, in its order. */
export const FLAG_LETTERS: readonly (readonly [letter: string, bit: number])[] = [
  ["S", SYN],
  ["F", FIN],
  ["R", RST],
  ["P", PSH],
  [".", ACK],
];
