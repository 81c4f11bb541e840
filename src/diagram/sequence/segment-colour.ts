import { FIN, RST, SYN } from "../../segments/flags.ts";

/** The class that gives a segment its colour (theme.css): by its control bits, then by whether it carries data. */
export function segmentColourClass(flags: number, hasData: boolean): string {
  if (flags & RST) return "segment-rst";
  if (flags & SYN) return "segment-syn";
  if (flags & FIN) return "segment-fin";
  return hasData ? "segment-with-payload" : "segment-bare-ack";
}
