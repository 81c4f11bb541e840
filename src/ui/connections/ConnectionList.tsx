import { useLayoutEffect, useMemo, useRef } from "react";
import { listedConnectionsOf } from "../../store/listed-connections.ts";
import { useMessages } from "../use-messages.ts";
import { bringRowIntoSight, useRowWindow } from "../use-row-window.ts";
import { useSynfin } from "../use-synfin.ts";
import { ConnectionRow } from "./ConnectionRow.tsx";
import { ListHead } from "./ListHead.tsx";

/** Height of a row in CSS pixels; connections.css says the same. */
const ROW_HEIGHT = 48;

/** The list of connections; only the rows in sight are drawn. */
export function ConnectionList() {
  const { views } = useMessages();
  const listed = useSynfin(listedConnectionsOf);
  const selected = useSynfin((state) => state.selection?.connection ?? null);
  const select = useSynfin((state) => state.selectConnection);
  const scroller = useRef<HTMLDivElement>(null);
  const { first, end, height, topOf } = useRowWindow(scroller, listed.length, ROW_HEIGHT);
  const selectedRow = useMemo(() => listed.findIndex(({ id }) => id === selected), [listed, selected]);

  useLayoutEffect(() => {
    if (scroller.current && selectedRow >= 0) {
      bringRowIntoSight(scroller.current, selectedRow, listed.length, ROW_HEIGHT);
    }
  }, [selectedRow, listed.length]);

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
          {listed.slice(first, end).map((connection, i) => (
            <ConnectionRow
              key={connection.id}
              connection={connection}
              rowIndex={first + i + 2}
              top={topOf(first + i)}
              isSelected={connection.id === selected}
              onSelect={select}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
