import type { ConnectionAnalysis, Move } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import { endStatesAt } from "../../tcp/states.ts";
import { useScene } from "../sequence-diagram/scene.ts";
import { SequenceDiagram } from "../sequence-diagram/SequenceDiagram.tsx";
import { stateNames } from "../state-names.ts";
import { useEndpointText } from "../use-endpoint-text.ts";
import { useExampleTitles } from "../use-example-titles.ts";
import { useMessages } from "../use-messages.ts";
import { useLanguage, useWords } from "../use-words.ts";
import { compareWords } from "./compare.words.ts";
import { StateWay } from "./StateWay.tsx";

interface ComparedSideProps {
  readonly id: string;
  /** `left` or `right`. */
  readonly side: string;
  readonly analysis: ConnectionAnalysis;
  readonly example: string | null;
  readonly position: Position;
  /** The move at which its path differs from the other one's; null: none. */
  readonly parting: Move | null;
  readonly onPosition: (position: Position) => void;
}

/** One of two connections: its states, its paths, its diagram. */
export function ComparedSide(props: ComparedSideProps) {
  const { id, side, analysis, example, parting, onPosition } = props;
  const { ends, unknownState } = useMessages();
  const language = useLanguage();
  const words = useWords(compareWords);
  const title = useExampleTitles().find((one) => one.name === example)?.title ?? "";
  const nameOf = useEndpointText();
  const last = analysis.segments.length;
  const position = Math.max(0, Math.min(props.position, last));
  const scene = useScene(analysis, position);
  const states = endStatesAt(analysis, position);
  const { client, server, isSelfConnect } = analysis.connection;
  const name = `${nameOf(client)} → ${nameOf(server)}`;
  return (
    <section
      id={id}
      className="compared"
      aria-label={`${side}: ${name}`}
      data-parts={parting?.position === position}
    >
      <header>
        <h2>{example === null ? name : words.otherCapture(title)}</h2>
        <span className="compared-position">{words.stands(position, last)}</span>
        <p className="compared-states">
          <span className="client">
            {ends.client} <strong>{stateNames(states.client, language) ?? unknownState}</strong>
          </span>
          {!isSelfConnect && (
            <span className="server">
              {ends.server} <strong>{stateNames(states.server, language) ?? unknownState}</strong>
            </span>
          )}
        </p>
        <StateWay analysis={analysis} side="client" position={position} parting={parting} />
        {!isSelfConnect && (
          <StateWay analysis={analysis} side="server" position={position} parting={parting} />
        )}
      </header>
      <SequenceDiagram scene={scene} onPosition={onPosition} />
    </section>
  );
}
