import "./merge.css";
import { visibleText } from "../../base/visible-text.ts";
import { formatEndpoint } from "../../segments/endpoint.ts";
import { flagNames } from "../../segments/flags.ts";
import { optionOctets } from "../../segments/options.ts";
import { Mark } from "../../segments/segment-table.ts";
import { witnessOf } from "../../segments/witness-times.ts";
import type { OwnSides, ToldWitnesses } from "../../store/opened-capture.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { bothHeaders } from "./both-headers.words.ts";

interface BothHeadersProps {
  readonly analysis: ConnectionAnalysis;
  readonly position: Position;
}

const FIELDS = [
  "frame",
  "from",
  "to",
  "sequence",
  "acknowledgment",
  "flags",
  "window",
  "payload",
  "options",
  "ttl",
  "id",
] as const;
type Field = (typeof FIELDS)[number];
/** What is another one in every capture. */
const ALWAYS_DIFFERENT: ReadonlySet<Field> = new Set(["frame"]);

/** The header of a segment as it was sent and as it arrived; what differs is marked. */
export function BothHeaders({ analysis, position }: BothHeadersProps) {
  const words = useWords(bothHeaders);
  const told = useSynfin((state) => state.told);
  if (told === null || position === 0) return <p>{words.none}</p>;
  const { own } = told.told;
  if (own === null) return <p>{words.ofLink}</p>;
  const isFromClient = analysis.fromClient[position - 1] === 1;
  const [sent, arrived] = headersAt(told.told, own, position, isFromClient);
  return (
    <div className="both-headers">
      <p>{words.intro}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.columns.sent}</th>
            <th scope="col">{words.columns.arrived}</th>
          </tr>
        </thead>
        <tbody>
          {FIELDS.map((field) => {
            const [one, other] = [sent?.[field] ?? "", arrived?.[field] ?? ""];
            const differs = one !== "" && other !== "" && one !== other && !ALWAYS_DIFFERENT.has(field);
            return (
              <tr key={field} data-differs={differs}>
                <th scope="row">{words.fields[field]}</th>
                <td>{sent === null && field === "frame" ? words.missing : one}</td>
                <td>
                  {arrived === null && field === "frame" ? words.missing : other}
                  {differs && <span className="unseen"> ({words.differs})</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

type HeaderTexts = Readonly<Record<Field, string>>;

function headersAt(
  { witnesses }: ToldWitnesses,
  own: OwnSides,
  position: Position,
  isFromClient: boolean,
): readonly [sent: HeaderTexts | null, arrived: HeaderTexts | null] {
  const sender = witnessOf(witnesses, isFromClient);
  return [
    headerIn(own, sender, position, isFromClient),
    headerIn(own, sender === 0 ? 1 : 0, position, isFromClient),
  ];
}

/** As one of the captures holds it; null if it does not. What it does not tell is empty. */
function headerIn(
  own: OwnSides,
  witness: 0 | 1,
  position: Position,
  isFromClient: boolean,
): HeaderTexts | null {
  const row = own.rows[witness][position - 1] ?? -1;
  if (row < 0) return null;
  const segments = own.segments[witness];
  const { client, server } = own.ends[witness];
  const [from, to] = isFromClient ? [client, server] : [server, client];
  const marks = segments.marks[row] ?? 0;
  const unless = (mark: number, value: number | undefined): string =>
    (marks & mark) === 0 ? String(value ?? "") : "";
  const ttl = segments.ttl[row] ?? 0;
  return {
    frame: String(segments.frame[row] ?? ""),
    from: visibleText(formatEndpoint(from)),
    to: visibleText(formatEndpoint(to)),
    sequence: unless(Mark.SequenceUnknown | Mark.SequenceRelative, segments.sequenceNumber[row]),
    acknowledgment: unless(
      Mark.AcknowledgmentUnknown | Mark.AcknowledgmentRelative,
      segments.acknowledgmentNumber[row],
    ),
    flags: flagNames(segments.flags[row] ?? 0).join(" "),
    window: unless(Mark.WindowUnknown | Mark.WindowScaled, segments.window[row]),
    payload: unless(Mark.LengthUnknown, segments.payloadLength[row]),
    options: Array.from(optionOctets(segments, row), (octet) => octet.toString(16).padStart(2, "0")).join(
      " ",
    ),
    ttl: ttl === 0 ? "" : String(ttl),
    id: (marks & Mark.HasIpId) === 0 ? "" : String(segments.ipId[row] ?? ""),
  };
}
