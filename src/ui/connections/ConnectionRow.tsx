import { type KeyboardEvent, memo, useEffect, useRef } from "react";
import { toneOf } from "../../diagram/overview/lanes.ts";
import type { ConnectionSummary } from "../../store/opened-capture.ts";
import { formatCount, formatDuration, formatOctets } from "../figures.ts";
import { EndName } from "../parts/EndName.tsx";
import { useEndpointText } from "../use-endpoint-text.ts";
import { useMessages } from "../use-messages.ts";
import { Fingerprint } from "./Fingerprint.tsx";

interface ConnectionRowProps {
  readonly connection: ConnectionSummary;
  readonly rowIndex: number;
  readonly top: number;
  readonly isSelected: boolean;
  readonly onSelect: (connection: number) => void;
}

const LONGEST_IPV4_ENDS = "255.255.255.255:65535 → 255.255.255.255:65535".length;

export const ConnectionRow = memo(function ConnectionRow({
  connection: { id, client, server, roleBasis, segments, verdict, fingerprint },
  rowIndex,
  top,
  isSelected,
  onSelect,
}: ConnectionRowProps) {
  const { connections: words } = useMessages();
  const duration = verdict.duration === null ? words.noFigure : formatDuration(verdict.duration);
  const handshake = verdict.handshake === null ? words.noFigure : formatDuration(verdict.handshake.duration);
  const outcome = words.outcome(verdict.outcome, verdict.startCaptured);
  const isGuess = roleBasis !== "SYN" && roleBasis !== "SYN-ACK";
  const nameOf = useEndpointText();
  const ends = `${nameOf(client)} → ${nameOf(server)}`;
  const row = useRef<HTMLDivElement>(null);

  // With the focus in the list, it follows the selection.
  useEffect(() => {
    if (isSelected && row.current?.parentElement?.contains(document.activeElement)) {
      row.current.focus({ preventScroll: true });
    }
  }, [isSelected]);

  const selectByKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    onSelect(id);
  };

  return (
    <div
      id={`connection-${id}`}
      className="connection-row"
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={isSelected}
      style={{ top }}
      ref={row}
      tabIndex={isSelected ? 0 : -1}
      onClick={() => onSelect(id)}
      onKeyDown={selectByKey}
    >
      <div className="cell-ends" role="presentation" data-is-long={ends.length > LONGEST_IPV4_ENDS}>
        <div
          role="presentation"
          className="cell client"
          title={isGuess ? `${ends}\n${words.guessedRoles}` : ends}
        >
          <EndName className="client-end" role="gridcell" endpoint={client} />
          <span className="to" aria-hidden="true">
            {isGuess ? "→?" : "→"}
          </span>
          <EndName className="server-end" role="gridcell" endpoint={server} />
        </div>
        <div role="gridcell" className={`cell outcome tone-${toneOf(verdict.outcome)}`} title={outcome}>
          {outcome}
        </div>
      </div>
      <div role="gridcell" className="cell start" aria-label={words.fingerprint(fingerprint.length)}>
        <Fingerprint ticks={fingerprint} />
      </div>
      <div role="gridcell" className="cell segments">
        {formatCount(segments)}
      </div>
      <div role="gridcell" className="cell payload">
        {formatOctets(verdict.payload.client + verdict.payload.server)}
      </div>
      <div role="gridcell" className="cell duration">
        {duration}
      </div>
      <div role="gridcell" className="cell handshake">
        {handshake}
      </div>
    </div>
  );
});
