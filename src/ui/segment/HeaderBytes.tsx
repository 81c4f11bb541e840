import { headerOctets } from "../../segments/header-octets.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import { RecordOctets } from "../octets/RecordOctets.tsx";
import { useWords } from "../use-words.ts";
import { NoSegmentYet } from "./NoSegmentYet.tsx";
import { segmentWords } from "./segment.words.ts";
import { bytesWords } from "./sockets.words.ts";

/** Octets a line, as in `tcpdump -x`. */
const PER_LINE = 16;

interface HeaderBytesProps {
  readonly analysis: ConnectionAnalysis;
  readonly position: Position;
}

/** The octets of the segment: of its record in the file, or of its header, as far as they are known. */
export function HeaderBytes({ analysis, position }: HeaderBytesProps) {
  const segment = useWords(segmentWords);
  if (position === 0) return <NoSegmentYet analysis={analysis} text={segment.none} />;
  return (
    <div className="header-bytes">
      <RecordOctets
        connection={analysis.connection.id}
        position={position}
        without={<KnownHeader analysis={analysis} position={position} />}
      />
    </div>
  );
}

function KnownHeader({ analysis, position }: HeaderBytesProps) {
  const segment = useWords(segmentWords);
  const words = useWords(bytesWords);
  const { connection, segments, fromClient } = analysis;
  const index = position - 1;
  const { client, server } = connection;
  const [source, destination] = fromClient[index] === 1 ? [client, server] : [server, client];
  const octets = headerOctets(segments, index, source.port, destination.port).map(
    (octet) => octet?.toString(16).padStart(2, "0") ?? "··",
  );
  const lines = Array.from({ length: Math.ceil(octets.length / PER_LINE) }, (_, line) => line * PER_LINE);
  const data = segments.payloadLength[index] ?? 0;
  return (
    <>
      <h3 className="segment-title">{words.header}</h3>
      <pre aria-label={words.rows}>
        {lines.map((start) => (
          <span key={start} className="bytes-line">
            <span className="bytes-offset">{`0x${start.toString(16).padStart(4, "0")}`}</span>
            {`  ${pairs(octets.slice(start, start + PER_LINE))}\n`}
          </span>
        ))}
      </pre>
      <p>{words.notKept}</p>
      <p>{data === 0 ? words.noPayload : words.payload(segment.withData(data))}</p>
    </>
  );
}

/** `9c41 0050 …`: two octets a group, as tcpdump prints them. */
function pairs(octets: readonly string[]): string {
  return octets
    .map((octet, i) => (i % 2 === 1 ? `${octet} ` : octet))
    .join("")
    .trimEnd();
}
