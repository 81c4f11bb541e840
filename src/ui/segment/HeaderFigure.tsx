import "./header-figure.css";
import { useState } from "react";
import { numbersShownOf } from "../../store/selectors.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import { punctuation } from "../parts/punctuation.words.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { Datagram } from "./Datagram.tsx";
import { type HeaderField, headerRows } from "./header-fields.ts";
import { fieldWords, headerWords } from "./header.words.ts";
import { NoSegmentYet } from "./NoSegmentYet.tsx";
import { optionsWords } from "./options.words.ts";

interface HeaderFigureProps {
  readonly analysis: ConnectionAnalysis;
  readonly position: Position;
}

const RULER = [0, 4, 8, 12, 16, 20, 24, 28, 31];

/** RFC 9293 figure 1 with the values of one segment. */
export function HeaderFigure({ analysis, position }: HeaderFigureProps) {
  const words = { ...useWords(headerWords), ...useWords(punctuation) };
  const fields = useWords(fieldWords);
  const options = useWords(optionsWords);
  const [pointed, setPointed] = useState<HeaderField["id"]>("sequenceNumber");
  const numbers = useSynfin(numbersShownOf);
  if (position === 0) return <NoSegmentYet analysis={analysis} text={options.noSegment} />;
  const rows = headerRows(analysis, position, words, numbers);
  const shown = rows.flat().find(({ id }) => id === pointed);
  return (
    <div className="header-figure">
      <p className="field-words" aria-live="polite" tabIndex={0}>
        {shown && (
          <>
            <strong>{fields[shown.id].name}</strong> ({words.bits(...shown.bits)}): {fields[shown.id].text}
          </>
        )}
      </p>
      <div className="ruler" aria-hidden="true">
        {RULER.map((bit) => (
          <span key={bit} style={{ gridColumn: bit + 1 }}>
            {bit}
          </span>
        ))}
      </div>
      {rows.map((row) => (
        <div key={row[0]?.id} className="header-row">
          {row.map((field) => (
            <Field key={field.id} field={field} isPointed={field.id === pointed} onPoint={setPointed} />
          ))}
        </div>
      ))}
      <Datagram analysis={analysis} position={position} />
    </div>
  );
}

interface FieldProps {
  readonly field: HeaderField;
  readonly isPointed: boolean;
  readonly onPoint: (id: HeaderField["id"]) => void;
}

function Field({ field: { id, bits, value, note, isSet }, isPointed, onPoint }: FieldProps) {
  const { name } = useWords(fieldWords)[id];
  const [first, last] = bits;
  const isBit = first === last;
  // The row of the control bits is high; the fields of the other rows stand on one line.
  const isInline = !isBit && !["dataOffset", "reserved", "window"].includes(id);
  return (
    <button
      type="button"
      className={`field ${isBit ? "bit" : isInline ? "wide" : ""} ${isSet ? "is-set" : ""} ${isPointed ? "is-pointed" : ""}`}
      style={{ gridColumn: `${first + 1} / ${last + 2}` }}
      onPointerEnter={() => onPoint(id)}
      onFocus={() => onPoint(id)}
      onClick={() => onPoint(id)}
    >
      <span className="field-name">{isBit ? id : name}</span> <span className="field-value">{value}</span>{" "}
      {last - first >= 15 && note !== "" && <span className="field-note">({note})</span>}
    </button>
  );
}
