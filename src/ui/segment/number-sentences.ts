import { FIN, SYN } from "../../segments/flags.ts";
import { advance } from "../../segments/sequence-number.ts";
import type { NumberForm } from "../../store/synfin-store.ts";
import type { ConnectionAnalysis, Position } from "../../tcp/analysis.ts";
import type { Messages } from "../messages/en.ts";
import { acknowledgedSegment, sequenceLength } from "./acknowledged-segment.ts";
import { formatSequenceNumber, hasSequenceNumber } from "./format-number.ts";

/** Why the numbers of the segment at `position` are what they are. */
export function numberSentences(
  analysis: ConnectionAnalysis,
  position: Position,
  form: NumberForm,
  { why }: Messages,
): string[] {
  const { segments, fromClient } = analysis;
  const row = position - 1;
  const side = fromClient[row] ? "client" : "server";
  const peer = fromClient[row] ? "server" : "client";
  const sequenceNumber = segments.sequenceNumber[row] ?? 0;
  const isSyn = ((segments.flags[row] ?? 0) & SYN) !== 0;
  const octets = segments.payloadLength[row] ?? 0;
  const sentences: string[] = [];
  const own = (number: number): string => formatSequenceNumber(analysis, side, number, form);
  if (isSyn && hasSequenceNumber(analysis, row)) sentences.push(why.isn(String(sequenceNumber)));
  if (octets > 0 && hasSequenceNumber(analysis, row)) {
    const first = advance(sequenceNumber, isSyn ? 1 : 0);
    sentences.push(why.carries(octets, own(first), own(advance(first, octets - 1))));
  }
  const acknowledged = acknowledgedSegment(analysis, position);
  if (acknowledged !== null) {
    const theirs = segments.sequenceNumber[acknowledged - 1] ?? 0;
    const length = sequenceLength(analysis, acknowledged - 1);
    sentences.push(
      why.acknowledges(
        formatSequenceNumber(analysis, peer, advance(theirs, length), form),
        formatSequenceNumber(analysis, peer, theirs, form),
        length,
        wordCount(analysis, acknowledged - 1, why.counts),
        why.segment(acknowledged),
      ),
    );
  }
  return sentences;
}

function wordCount({ segments }: ConnectionAnalysis, row: number, counts: Messages["why"]["counts"]): string {
  const flags = segments.flags[row] ?? 0;
  const octets = segments.payloadLength[row] ?? 0;
  if (octets === 0) return flags & SYN ? counts.syn : counts.fin;
  if (flags & SYN) return counts.dataAndSyn(octets);
  return flags & FIN ? counts.dataAndFin(octets) : counts.data(octets);
}
