import { Mark } from "../../segments/segment-table.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import { punctuation } from "../parts/punctuation.words.ts";
import { useWords } from "../use-words.ts";
import { datagramWords } from "./datagram.words.ts";

interface DatagramProps {
  readonly analysis: ConnectionAnalysis;
  readonly position: Position;
}

/** TTL (or hop limit) and IP identification of the datagram that held the segment; nothing where they are not known. */
export function Datagram({ analysis: { segments }, position }: DatagramProps) {
  const words = useWords(datagramWords);
  const { comma } = useWords(punctuation);
  const row = position - 1;
  const ttl = segments.ttl[row] ?? 0;
  const hasId = ((segments.marks[row] ?? 0) & Mark.HasIpId) !== 0;
  const id = segments.ipId[row] ?? 0;
  const parts = [
    ttl > 0 ? words.ttl(ttl) : null,
    hasId ? words.identification(`${id} (0x${id.toString(16).padStart(4, "0")})`) : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : <p className="datagram">{parts.join(comma)}</p>;
}
