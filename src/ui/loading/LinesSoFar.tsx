import { useRef } from "react";
import type { ConnectionSoFar } from "../../store/opened-capture.ts";
import { EndName } from "../parts/EndName.tsx";
import { useMessages } from "../use-messages.ts";
import { inPixels, useRowWindow } from "../use-row-window.ts";

/** Height of a row in CSS pixels, as in the list of the open capture; loading.css says the same. */
const ROW_HEIGHT = 3;

/** The connections found so far; none of them is judged, so none can be chosen yet. Only rows in sight are drawn. */
export function LinesSoFar({ lines }: { readonly lines: readonly ConnectionSoFar[] }) {
  const { views, loading, empty } = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const { first, end, height, topOf } = useRowWindow(scroller, lines.length, inPixels(ROW_HEIGHT));
  return (
    <div className="lines-so-far" tabIndex={0} ref={scroller} role="group" aria-label={views.connections}>
      <div role="table" aria-label={views.connections} aria-rowcount={lines.length} style={{ height }}>
        {lines.slice(first, end).map(({ line, client, server, rolesTold, segments }) => (
          <div
            key={line}
            className="line-so-far"
            role="row"
            aria-rowindex={line + 1}
            style={{ top: topOf(line) }}
          >
            <div role="cell" className="ends">
              <EndName className="client-end" endpoint={client} />
              <span className="to">{rolesTold ? "→" : "→?"}</span>
              <EndName className="server-end" endpoint={server} />
            </div>
            <div role="cell" className="outcome">
              {loading.outcome}
            </div>
            <div role="cell" className="segments">
              {empty.segments(segments)}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
