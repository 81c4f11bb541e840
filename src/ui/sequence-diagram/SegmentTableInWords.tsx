import { memo, useMemo } from "react";
import { fitLabel } from "../../diagram/sequence/fit-label.ts";
import { wordsOfLayersAt } from "../../diagram/sequence/layer.ts";
import type { SequenceLayout } from "../../diagram/sequence/layout.ts";
import { notesAt } from "../../diagram/sequence/row-notes.ts";
import type { Position } from "../../tcp/position.ts";
import { fateAt } from "../../tcp/segment-at.ts";
import { endStatesAt } from "../../tcp/states.ts";
import { ColumnHeads } from "../ColumnHeads.tsx";
import { punctuation } from "../parts/punctuation.words.ts";
import { stateNames } from "../state-names.ts";
import { useMessages } from "../use-messages.ts";
import { useLanguage, useWords } from "../use-words.ts";
import { diagramWords, fateWords } from "./diagram.words.ts";
import type { Layer } from "./layer.ts";
import { nowWithin, rowBlocks } from "./row-blocks.ts";

interface SegmentTableInWordsProps {
  readonly layout: SequenceLayout;
  /** Segments sent before the first row in view that arrive in it or later; ascending. */
  readonly underWay: readonly Position[];
  readonly first: Position;
  readonly last: Position;
  readonly position: Position;
  readonly timeAt: (position: Position) => string;
  readonly marked: readonly Position[] | null;
  readonly layers: readonly Layer[];
}

/** The diagram for screen readers: a table with a row for each segment in view. */
export function SegmentTableInWords(props: SegmentTableInWordsProps) {
  const { layout, underWay, first, last, position, timeAt, marked, layers } = props;
  const diagram = useWords(diagramWords);
  const all = layout.analysis.segments.length;
  const { columns } = diagram;
  const blocks = useMemo(() => {
    const inView = all === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
    return rowBlocks([...underWay, ...inView], first, (at) => at);
  }, [underWay, first, last, all]);
  // Firefox does not clip the caption of a table that is clipped itself.
  return (
    <div className="unseen">
      <table aria-rowcount={all + 1}>
        <caption>{diagram.tableCaption(first, last, all)}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <ColumnHeads of={columns} />
          </tr>
        </thead>
        <tbody>
          {blocks.map(({ key, rows }) => (
            <BlockInWords
              key={key}
              layout={layout}
              rows={rows}
              now={nowWithin(position, rows[0] ?? 0, rows.at(-1) ?? 0)}
              timeAt={timeAt}
              marked={marked}
              layers={layers}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface BlockInWordsProps extends Pick<
  SegmentTableInWordsProps,
  "layout" | "timeAt" | "marked" | "layers"
> {
  readonly rows: readonly Position[];
  /** The present position, as far as it matters to these rows. */
  readonly now: Position;
}

const BlockInWords = memo(function BlockInWords(props: BlockInWordsProps) {
  const { layout, rows, now, timeAt, marked, layers } = props;
  return rows.map((at) => (
    <SegmentInWords
      key={at}
      layout={layout}
      at={at}
      time={timeAt(at)}
      isPresent={at === now}
      isMarked={marked?.includes(at) ?? false}
      layers={layers}
    />
  ));
});

interface SegmentInWordsProps {
  readonly layout: SequenceLayout;
  readonly at: Position;
  readonly time: string;
  readonly isPresent: boolean;
  readonly isMarked: boolean;
  readonly layers: readonly Layer[];
}

const SegmentInWords = memo(function SegmentInWords(props: SegmentInWordsProps) {
  const { layout, at, time, isPresent, isMarked, layers } = props;
  const { ends } = useMessages();
  const diagram = useWords(diagramWords);
  const fates = useWords(fateWords);
  const { colon, semicolon } = useWords(punctuation);
  const language = useLanguage();
  const { analysis, words } = layout;
  const states = endStatesAt(analysis, at);
  const { before, after, chips } = notesAt(analysis, at, words);
  const notes = [...before, ...after].map(({ side, text }) => `${ends[side]}${colon}${text}`);
  const fate = fateAt(analysis, at);
  return (
    <tr aria-rowindex={at + 1} aria-current={isPresent ? "true" : undefined}>
      <th scope="row">{isMarked ? diagram.markedNumber(at) : at}</th>
      <td>{time}</td>
      <td>{analysis.fromClient[at - 1] ? ends.client : ends.server}</td>
      <td>{fitLabel(words.label(at), Infinity)}</td>
      <td>{fates[fate]}</td>
      <td>{stateNames(states.client, language) ?? diagram.unknown}</td>
      <td>{stateNames(states.server, language) ?? diagram.unknown}</td>
      <td>{[...notes, ...chips, ...wordsOfLayersAt(layers, at)].join(semicolon)}</td>
    </tr>
  );
});
