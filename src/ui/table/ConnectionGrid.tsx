import { type KeyboardEvent, memo, useCallback, useEffect, useMemo, useRef } from "react";
import { linesBetween, placeOf } from "../../store/find-line.ts";
import type { ConnectionSummary } from "../../store/opened-capture.ts";
import { Icon } from "../parts/Icon.tsx";
import { useMessages } from "../use-messages.ts";
import { bringRowIntoSight, useRowWindow } from "../use-row-window.ts";
import { useSynfin, useSynfinStore } from "../use-synfin.ts";
import { type COLUMNS, columnWidths, type TableGround, toneClass } from "./columns.ts";
import { markedAfter } from "./marking.ts";
import { useColumnNames } from "./use-column-names.ts";

/** Height of a row in CSS pixels; table.css says the same. */
const ROW = 28;
/** Lines of which the widths of the columns are measured. */
const MEASURED = 400;

interface ConnectionGridProps {
  readonly columns: typeof COLUMNS;
  readonly ground: TableGround;
}

/** The lines of the table in sight, under the names of the columns, which sort. */
export function ConnectionGrid({ columns, ground }: ConnectionGridProps) {
  const { views } = useMessages();
  const store = useSynfinStore();
  const listed = useSynfin((state) => state.listed);
  const selected = useSynfin((state) => state.selection?.connection ?? null);
  const picked = useSynfin((state) => state.picked);
  const { nameOf } = useColumnNames();
  const scroller = useRef<HTMLDivElement>(null);
  const { first, end, height, topOf } = useRowWindow(scroller, listed.length, ROW);
  const marked = useMemo(() => new Set(picked), [picked]);
  const heads = columns.map(({ id }) => nameOf(id)).join("\n");
  const template = useMemo(() => {
    const lines = linesBetween(listed, 0, MEASURED);
    // No column is wider than the screen of a phone.
    return columnWidths(columns, heads.split("\n"), lines, ground)
      .map((width) => `min(${width}ch, 90vw)`)
      .join(" ");
  }, [columns, heads, listed, ground]);
  const place = selected === null ? -1 : placeOf(listed, selected);
  const order = useSynfin((state) => state.order);
  const last = useRef<{ readonly order: typeof order; readonly selected: number | null }>({
    order,
    selected: null,
  });
  useEffect(() => {
    const { current: before } = last;
    last.current = { order, selected };
    // After sorting, the table shows its first rows; the selected one stays selected.
    if (before.order !== order) scroller.current?.scrollTo({ top: 0 });
    if (before.selected === selected) return;
    if (scroller.current && place >= 0) bringRowIntoSight(scroller.current, place, listed.length, ROW);
    document.getElementById(`line-${selected}`)?.focus({ preventScroll: true });
  }, [place, selected, listed, order]);

  const choose = useCallback(
    (id: number, isRange: boolean, isMore: boolean): void => {
      const { picked: before, selection, selectConnection, listed: lines } = store.getState();
      const anchor = isRange && before.length === 0 && selection ? [selection.connection] : before;
      store.setState({ picked: markedAfter(anchor, id, { isRange, isMore }, lines) });
      selectConnection(id);
    },
    [store],
  );
  const press = useCallback(
    (event: KeyboardEvent): void => {
      const { look, listed: lines, selection } = store.getState();
      const at = selection === null ? -1 : placeOf(lines, selection.connection);
      const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      const next = by === 0 ? undefined : lines.at(at + by);
      if (event.key === "Enter" && at >= 0) look({ sheet: null });
      else if (event.shiftKey && next) choose(next.id, true, false);
      else if (event.key === "a" && (event.ctrlKey || event.metaKey))
        store.setState({ picked: Array.from(lines, ({ id }) => id) });
      else return;
      event.preventDefault();
    },
    [store, choose],
  );
  const open = useCallback(() => store.getState().look({ sheet: null }), [store]);
  return (
    <div className="wide-rows" ref={scroller}>
      <div
        role="grid"
        aria-label={views.connections}
        aria-rowcount={listed.length + 1}
        aria-multiselectable="true"
      >
        <GridHead columns={columns} template={template} />
        <div className="wide-space" role="rowgroup" style={{ height }}>
          {linesBetween(listed, first, end).map((line, at) => (
            <GridRow
              key={line.id}
              line={line}
              columns={columns}
              ground={ground}
              template={template}
              rowIndex={first + at + 2}
              top={topOf(first + at)}
              isMarked={marked.has(line.id)}
              isCurrent={line.id === selected}
              isStop={line.id === selected || (selected === null && at === 0)}
              onChoose={choose}
              onPress={press}
              onOpen={open}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

interface GridRowProps extends ConnectionGridProps {
  readonly line: ConnectionSummary;
  readonly template: string;
  readonly rowIndex: number;
  readonly top: number;
  readonly isMarked: boolean;
  readonly isCurrent: boolean;
  /** The Tab key stops at it. */
  readonly isStop: boolean;
  readonly onChoose: (id: number, isRange: boolean, isMore: boolean) => void;
  readonly onPress: (event: KeyboardEvent) => void;
  readonly onOpen: () => void;
}

const GridRow = memo(function GridRow({ line, columns, ground, template, ...row }: GridRowProps) {
  return (
    <div
      id={`line-${line.id}`}
      className="wide-row"
      role="row"
      aria-rowindex={row.rowIndex}
      aria-selected={row.isMarked}
      aria-current={row.isCurrent}
      tabIndex={row.isStop ? 0 : -1}
      style={{ top: row.top, gridTemplateColumns: template }}
      onClick={(event) => row.onChoose(line.id, event.shiftKey, event.ctrlKey || event.metaKey)}
      onDoubleClick={row.onOpen}
      onKeyDown={row.onPress}
    >
      {columns.map(({ id, isText, cell }) => (
        <Cell
          key={id}
          className={`${isText ? "text" : "figure"} ${id === "outcome" ? toneClass(line) : id}`}
          text={cell(line, ground)}
        />
      ))}
    </div>
  );
});

function Cell({ className, text }: { readonly className: string; readonly text: string }) {
  return (
    <div role="gridcell" className={className} title={text}>
      {text}
    </div>
  );
}

function GridHead({ columns, template }: { readonly columns: typeof COLUMNS; readonly template: string }) {
  const { column: sorted, isDescending } = useSynfin((state) => state.order);
  const sortBy = useSynfin((state) => state.sortBy);
  const { nameOf, hintOf } = useColumnNames();
  return (
    <div className="wide-head" role="rowgroup">
      <div className="wide-head-row" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {columns.map(({ id, isText }) => (
          <div
            key={id}
            role="columnheader"
            className={isText ? "text" : "figure"}
            aria-sort={id !== sorted ? "none" : isDescending ? "descending" : "ascending"}
          >
            <button type="button" title={hintOf(id)} onClick={() => sortBy(id)}>
              {nameOf(id)}
              {id === sorted && <Icon name={isDescending ? "down" : "up"} />}
            </button>
          </div>
        ))}
      </div>
    </div>
  );
}
