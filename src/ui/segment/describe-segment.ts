import { flagNames } from "../../segments/flags.ts";
import type { Language } from "../../store/language.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import type { Messages } from "../messages/en.ts";
import { wordsIn } from "../words.ts";
import { segmentWords } from "./segment.words.ts";

/** One segment in a few words: `Client sends SYN`, `Server sends PSH,ACK, 43 octets of data`. */
export function describeSegment(
  analysis: ConnectionAnalysis,
  position: Position,
  ends: Messages["ends"],
  language: Language,
): string {
  const { segments, fromClient } = analysis;
  const row = position - 1;
  const words = wordsIn(segmentWords, language);
  const names = flagNames(segments.flags[row] ?? 0).join(",") || words.noFlags;
  const sends = words.sends(fromClient[row] ? ends.client : ends.server, names);
  const octets = segments.payloadLength[row] ?? 0;
  return octets > 0 ? words.sendsData(sends, words.withData(octets)) : sends;
}
