import "./table.css";
import { useMemo, useState } from "react";
import { captureSpanOf } from "../../store/filter/time-range.ts";
import type { OpenedCapture } from "../../store/opened-capture.ts";
import { captureOf } from "../../store/selectors.ts";
import type { SortColumn } from "../../store/sort-order.ts";
import { connectionsWords } from "../connections/connections.words.ts";
import { FilterBox } from "../connections/FilterBox.tsx";
import { wordOutcome } from "../connections/word-outcome.ts";
import { formatCount } from "../figures.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { useEndpointText } from "../use-endpoint-text.ts";
import { useSynfin, useSynfinStore } from "../use-synfin.ts";
import { useLanguage, useWords } from "../use-words.ts";
import { ColumnChooser } from "./ColumnChooser.tsx";
import { COLUMNS, FIRST_COLUMNS, type TableGround } from "./columns.ts";
import { ConnectionGrid } from "./ConnectionGrid.tsx";
import { insideWords } from "./table.words.ts";

/** The columns that were chosen last, as long as the page is open. */
let lastChosen: readonly SortColumn[] = FIRST_COLUMNS;

/** The connections of the list, one line each, with the columns that are chosen. */
export function TableView() {
  const capture = useSynfin(captureOf);
  return capture && <Table capture={capture} />;
}

function Table({ capture }: { readonly capture: OpenedCapture }) {
  const words = useWords(insideWords);
  const look = useSynfin((state) => state.look);
  const listed = useSynfin((state) => state.listed);
  const picked = useSynfin((state) => state.picked);
  const store = useSynfinStore();
  const [chosen, setChosen] = useState(lastChosen);
  const ground = useGround(capture);
  const hasNames = capture.names !== undefined;
  const columns = useMemo(
    () => COLUMNS.filter(({ id }) => chosen.includes(id) && (id !== "name" || hasNames)),
    [chosen, hasNames],
  );
  const choose = (next: readonly SortColumn[]): void => {
    lastChosen = next;
    setChosen(next);
  };
  return (
    <section className="wide-table" aria-label={words.columns}>
      <div className="wide-table-head">
        <h2>{words.title(formatCount(listed.length), formatCount(capture.connections.length))}</h2>
        <ColumnChooser capture={capture} chosen={chosen} onChoose={choose} />
        {picked.length > 0 && (
          <>
            <span role="status">{words.marked(picked.length)}</span>
            <button type="button" className="button" onClick={() => store.setState({ picked: [] })}>
              {words.unmark}
            </button>
            <button type="button" className="button" onClick={() => look({ sheet: "export" })}>
              {words.exportThem}
            </button>
          </>
        )}
        <IconButton
          icon="close"
          label={words.close}
          className="button round"
          onClick={() => look({ sheet: null })}
        />
      </div>
      <FilterBox capture={capture} />
      <ConnectionGrid columns={columns} ground={ground} />
      <p className="wide-table-foot">
        {words.how} {capture.names?.isFull && words.full}
      </p>
    </section>
  );
}

function useGround(capture: OpenedCapture): TableGround {
  const words = useWords(insideWords);
  const { noFigure } = useWords(connectionsWords);
  const language = useLanguage();
  const isLocal = useSynfin((state) => state.times === "local");
  const endpointText = useEndpointText();
  const captureStart = useMemo(() => captureSpanOf(capture.connections)?.start ?? Number.NaN, [capture]);
  return useMemo(
    () => ({
      capture,
      captureStart,
      isLocal,
      endpointText,
      outcome: (outcome, startCaptured) => wordOutcome(outcome, startCaptured, language),
      sides: words.sides,
      noFigure,
    }),
    [capture, captureStart, isLocal, endpointText, language, noFigure, words],
  );
}
