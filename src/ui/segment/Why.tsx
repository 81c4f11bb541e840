import { FATES, type ConnectionAnalysis, type Move, type Position } from "../../tcp/analysis.ts";
import { arrow } from "../../tcp/arrows.ts";
import { movesAt } from "../../tcp/states.ts";
import { formatDuration } from "../figures.ts";
import type { Messages } from "../messages/en.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";
import { ConnectionOverview } from "./ConnectionOverview.tsx";
import { describeSegment } from "./describe-segment.ts";
import { numberSentences } from "./number-sentences.ts";

interface WhyProps {
  readonly analysis: ConnectionAnalysis;
  readonly position: Position;
}

/** What happened at the position, in plain sentences; before the first segment, the connection as a whole. */
export function Why({ analysis, position }: WhyProps) {
  const messages = useMessages();
  const numbers = useSynfin((state) => state.numbers);
  if (position === 0) return <ConnectionOverview analysis={analysis} />;
  const moves = movesAt(analysis, position);
  const sentences = [
    ...noteSentences(analysis, position, messages),
    ...numberSentences(analysis, position, numbers, messages),
    fateSentence(analysis, position, messages),
  ].filter((sentence) => sentence !== "");
  return (
    <div className="why">
      <h3 className={`segment-title ${analysis.fromClient[position - 1] ? "client" : "server"}`}>
        {describeSegment(analysis, position, messages)}
      </h3>
      {moves.length === 0 && <p>{messages.why.noMove}</p>}
      <ul className="moves">
        {moves.map((move) => (
          <MoveLine key={`${move.side} ${move.arrow} ${move.from}`} move={move} position={position} />
        ))}
      </ul>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

function MoveLine({ move, position }: { readonly move: Move; readonly position: Position }) {
  const { why, ends, unknownState } = useMessages();
  const { side, from, to, via, basis, provedBy, causedBy } = move;
  const { event, action, call, clause } = arrow(move.arrow);
  const segment = (at: Position | null): string | null => (at === null ? null : why.segment(at));
  const words = [
    causedBy !== null && causedBy !== position ? why.causedBy(why.segment(causedBy)) : "",
    call === null ? "" : why.calls[call],
    why.bases[basis](segment(provedBy)),
  ];
  return (
    <li className={side}>
      <p className="move">
        <span className="end">{ends[side]}</span>
        <span>
          {from ?? unknownState} → <strong>{to ?? unknownState}</strong>
        </span>
        {via !== null && <span className="via">{why.via(via)}</span>}
      </p>
      <p className="move-event">
        <span className="event">{action === null ? event : `${event} / ${action}`}</span>
        {clause !== null && <span className="clause">{why.clause(clause)}</span>}
      </p>
      {words.some(Boolean) && <p className="move-words">{words.filter(Boolean).join(" ")}</p>}
    </li>
  );
}

function noteSentences({ annotations }: ConnectionAnalysis, position: Position, { why }: Messages): string[] {
  return annotations
    .filter((annotation) => annotation.position === position)
    .map(({ kind, count, refersTo, interval, octets }) =>
      why.notes[kind]({
        count,
        earlier: refersTo === null ? null : why.segment(refersTo),
        interval: interval === null ? null : formatDuration(interval),
        octets: octets ?? null,
      }),
    );
}

function fateSentence(analysis: ConnectionAnalysis, position: Position, { why }: Messages): string {
  const row = position - 1;
  const fate = FATES[analysis.fate[row] ?? 0] ?? "unknown";
  const segment = (at: Position | undefined): string | null => (at ? why.segment(at) : null);
  return why.fates[fate](segment(analysis.provedBy[row]), segment(analysis.contradictedBy[row]));
}
