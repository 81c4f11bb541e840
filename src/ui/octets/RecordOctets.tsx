import "./octets.css";
import { type ReactNode, useState } from "react";
import type { SegmentOctets } from "../../store/opened-capture.ts";
import { captureOf } from "../../store/selectors.ts";
import type { Position } from "../../tcp/position.ts";
import { formatCount } from "../figures.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { hexDump } from "./hex-dump.ts";
import { octetsWords } from "./octets.words.ts";
import { ReadingOctets } from "./ReadingOctets.tsx";
import { useOctets } from "./use-octets.ts";

/** A compressed file of more octets is unpacked once more only when asked. */
const QUICKLY_UNPACKED = 8 << 20;
/** The most octets of data that are drawn. */
const MOST_DRAWN = 16_384;

interface RecordOctetsProps {
  readonly connection: number;
  readonly position: Position;
  /** Drawn where there is no file, or it cannot be read. */
  readonly without: ReactNode;
}

/** The octets of the segment's record as they stand in the file, layer by layer, and its data. */
export function RecordOctets({ connection, position, without }: RecordOctetsProps) {
  const words = useWords(octetsWords);
  const capture = useSynfin(captureOf);
  const ask = useSynfin((state) => state.ask);
  const look = useSynfin((state) => state.look);
  const [asked, setAsked] = useState("");
  const key = `${connection} ${position}`;
  const isQuick = !capture?.isCompressed || capture.size <= QUICKLY_UNPACKED;
  const isWanted = isQuick || asked === key;
  const { octets, stop, again } = useOctets(
    key,
    isWanted ? () => ask("segmentOctets", connection, position) : null,
  );
  if (!isWanted) {
    return (
      <>
        {without}
        <p>{words.why}</p>
        <button type="button" className="button" onClick={() => setAsked(key)}>
          {words.read}
        </button>
      </>
    );
  }
  if (octets.kind === "reading") return <ReadingOctets {...octets} onStop={stop} />;
  if (octets.kind === "obstacle") {
    return (
      <>
        {without}
        <p role="status">{words[octets.obstacle]}</p>
        {octets.obstacle === "stopped" && (
          <button type="button" className="button" onClick={again}>
            {words.again}
          </button>
        )}
      </>
    );
  }
  return (
    <>
      <RecordInLayers record={octets.answer} />
      <button type="button" className="button" onClick={() => look({ sheet: "follow" })}>
        {words.follow}
      </button>
    </>
  );
}

function RecordInLayers({ record }: { readonly record: SegmentOctets }) {
  const words = useWords(octetsWords);
  const { octets, frame, wireLength, isReassembled, layers, payloadAt, payloadLength, payloadCaptured } =
    record;
  const dataEnd = payloadAt + payloadCaptured;
  const drawnEnd = Math.min(dataEnd, payloadAt + MOST_DRAWN);
  return (
    <div className="record-octets">
      <p>{words.record(formatCount(frame), formatCount(octets.length), formatCount(wireLength))}</p>
      {isReassembled && <p>{words.reassembled}</p>}
      {layersOf(layers, payloadAt).map(({ name, at, end }) => (
        <Dump key={at} title={name ?? words.link} octets={octets.subarray(at, end)} offset={at} />
      ))}
      {payloadLength > 0 && (
        <Dump title={words.data(payloadLength)} octets={octets.subarray(payloadAt, drawnEnd)} offset={0} />
      )}
      {drawnEnd < dataEnd && <p>{words.notShown(dataEnd - drawnEnd)}</p>}
      {payloadCaptured < payloadLength && <p>{words.notCaptured(payloadLength - payloadCaptured)}</p>}
      {octets.length > dataEnd && payloadCaptured === payloadLength && (
        <Dump title={words.trailer} octets={octets.subarray(dataEnd)} offset={dataEnd} />
      )}
    </div>
  );
}

/** The layers with where they end; layers that begin at the same octet are one. */
function layersOf(
  layers: SegmentOctets["layers"],
  end: number,
): { readonly name: string | null; readonly at: number; readonly end: number }[] {
  return layers
    .map((layer, index) => ({ ...layer, end: layers[index + 1]?.at ?? end }))
    .filter(({ at, end: until }) => until > at);
}

function Dump({
  title,
  octets,
  offset,
}: {
  readonly title: string;
  readonly octets: Uint8Array;
  readonly offset: number;
}) {
  const words = useWords(octetsWords);
  return (
    <>
      <h3>{title}</h3>
      <pre aria-label={words.rows} tabIndex={0}>
        {hexDump(octets, offset).join("\n")}
      </pre>
    </>
  );
}
