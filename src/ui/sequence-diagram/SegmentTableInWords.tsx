import { fitLabel } from "../../diagram/sequence/fit-label.ts";
import type { SequenceLayout } from "../../diagram/sequence/layout.ts";
import { notesAt } from "../../diagram/sequence/row-notes.ts";
import { FATES, type Position } from "../../tcp/analysis.ts";
import { endStatesAt } from "../../tcp/states.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

interface SegmentTableInWordsProps {
  readonly layout: SequenceLayout;
  /** Sent before the first row in view, and drawn since they may arrive in it or later; ascending. */
  readonly underWay: readonly Position[];
  readonly first: Position;
  readonly last: Position;
  readonly position: Position;
  readonly timeAt: (position: Position) => string;
}

/** The diagram for those who do not see it: a row a segment, of those that are in view. */
export function SegmentTableInWords(props: SegmentTableInWordsProps) {
  const { layout, underWay, first, last, position, timeAt } = props;
  const { diagram, ends, unknownState } = useMessages();
  const marked = useSynfin((state) => state.marked);
  const { analysis, words } = layout;
  const all = analysis.segments.length;
  const { columns } = diagram;
  return (
    <table className="unseen" aria-rowcount={all + 1}>
      <caption>{diagram.tableCaption(first, last, all)}</caption>
      <thead>
        <tr aria-rowindex={1}>
          {Object.entries(columns).map(([key, name]) => (
            <th key={key} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{positions().map(row)}</tbody>
    </table>
  );

  function positions(): Position[] {
    if (all === 0) return [];
    return [...underWay, ...Array.from({ length: last - first + 1 }, (_, index) => first + index)];
  }

  function row(at: Position) {
    const states = endStatesAt(analysis, at);
    const { before, after, chips } = notesAt(analysis, at, words);
  const notes = [...before, ...after];
  const fate = FATES[analysis.fate[at - 1] ?? 0] ?? "unknown";
    return (
      <tr key={at} aria-rowindex={at + 1} aria-current={at === position ? "true" : undefined}>
        <th scope="row">{marked?.includes(at) ? diagram.markedNumber(at) : at}</th>
        <td>{timeAt(at)}</td>
        <td>{analysis.fromClient[at - 1] ? ends.client : ends.server}</td>
        <td>{fitLabel(words.label(at), Infinity)}</td>
        <td>{diagram.fateWords[fate]}</td>
        <td>{states.client.state ?? unknownState}</td>
        <td>{states.server.state ?? unknownState}</td>
      <td>{[...notes.map(({ side, text }) => `${ends[side]}: ${text}`), ...chips].join("; ")}</td>
      </tr>
    );
  }
}
