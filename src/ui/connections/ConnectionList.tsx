import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { linesBetween, placeOf } from "../../store/find-line.ts";
import { useMessages } from "../use-messages.ts";
import { bringRowIntoSight, inPixels, useRowWindow } from "../use-row-window.ts";
import { useSynfin } from "../use-synfin.ts";
import { ConnectionRow } from "./ConnectionRow.tsx";
import { ListHead } from "./ListHead.tsx";

/** Height of a row in the letters of the page; connections.css says the same. */
const ROW_HEIGHT = 3;

/** The list of connections; only the rows in sight are drawn. */
export function ConnectionList() {
  const { views } = useMessages();
  const listed = useSynfin((state) => state.listed);
  const selected = useSynfin((state) => state.selection?.connection ?? null);
  const select = useSynfin((state) => state.selectConnection);
  const look = useSynfin((state) => state.look);
  const open = useCallback(
    (connection: number): void => {
      select(connection);
      // Where there is room for one pane at a time, it is what one chose it for.
      look({ pane: "diagram" });
    },
    [select, look],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const [rowHeight] = useState(() => inPixels(ROW_HEIGHT));
  const { first, end, height, topOf } = useRowWindow(scroller, listed.length, rowHeight);
  const selectedRow = useMemo(() => (selected === null ? -1 : placeOf(listed, selected)), [listed, selected]);

  const order = useSynfin((state) => state.order);
  const filter = useSynfin((state) => state.filter);
  const before = useRef({ selected: Number.NaN, listed, order, filter, isDue: false });

  useLayoutEffect(() => {
    const { current: last } = before;
    const isNew = listed !== last.listed;
    // A long list is ready later than its filter. A list that is new because more was judged does not scroll.
    const isDue = last.isDue || filter !== last.filter;
    before.current = { selected: selected ?? Number.NaN, listed, order, filter, isDue: isDue && !isNew };
    const box = scroller.current;
    // After sorting, the list shows its first rows; the selected one stays selected.
    if (order !== last.order) box?.scrollTo({ top: 0 });
    else if (selected === last.selected && !(isDue && isNew)) return;
    else if (box && selectedRow >= 0) bringRowIntoSight(box, selectedRow, listed.length, rowHeight);
  }, [selected, selectedRow, listed, order, filter, rowHeight]);

  return (
    <div
      className="connection-list"
      role="grid"
      aria-label={views.connections}
      aria-rowcount={listed.length + 1}
      aria-multiselectable="false"
    >
      <ListHead />
      <div className="connection-rows" role="rowgroup" ref={scroller}>
        <div className="row-space" role="presentation" style={{ height }}>
          {linesBetween(listed, first, end).map((connection, i) => (
            <ConnectionRow
              key={connection.id}
              connection={connection}
              rowIndex={first + i + 2}
              top={topOf(first + i)}
              isSelected={connection.id === selected}
              onSelect={open}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
