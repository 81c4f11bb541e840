import { type KeyboardEvent, memo, type MouseEvent, useEffect, useRef } from "react";
import { toneOf } from "../../diagram/overview/lanes.ts";
import type { ConnectionSummary } from "../../store/opened-capture.ts";
import { formatCount, formatDuration, formatOctets } from "../figures.ts";
import { EndName } from "../parts/EndName.tsx";
import { useEndpointText } from "../use-endpoint-text.ts";
import { useLanguage, useWords } from "../use-words.ts";
import { connectionsWords } from "./connections.words.ts";
import { Fingerprint } from "./Fingerprint.tsx";
import { outcomeWords } from "./outcome.words.ts";
import { wordOutcome } from "./word-outcome.ts";

/** With Shift, the browser would mark the words of all rows between. */
function keepUnmarked(event: MouseEvent): void {
  if (event.shiftKey) event.preventDefault();
}

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
  const words = useWords(connectionsWords);
  const language = useLanguage();
  const durationOf = (duration: number | null | undefined): string =>
    duration === null || duration === undefined ? words.noFigure : formatDuration(duration);
  const { short, noStart } = useWords(outcomeWords);
  const outcome = verdict ? wordOutcome(verdict.outcome, verdict.startCaptured, language) : words.unjudged;
  const shortOutcome = (): string => {
    if (!verdict) return words.unjudged;
    return verdict.startCaptured ? short[verdict.outcome] : noStart(short[verdict.outcome]);
  };
  const isGuess = roleBasis !== "SYN" && roleBasis !== "SYN-ACK";
  const nameOf = useEndpointText();
  const ends = `${nameOf(client)} → ${nameOf(server)}`;
  const row = useRef<HTMLDivElement>(null);

  // The focus follows the selection if it is in the list.
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
      onMouseDown={keepUnmarked}
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
        <div
          role="gridcell"
          className={`cell outcome ${verdict ? `tone-${toneOf(verdict.outcome)}` : "unjudged"}`}
          title={outcome}
        >
          {shortOutcome()}
        </div>
      </div>
      <div role="gridcell" className="cell start" aria-label={words.fingerprint(segments)}>
        <Fingerprint ticks={fingerprint} />
      </div>
      <div role="gridcell" className="cell segments">
        {formatCount(segments)}
      </div>
      <div role="gridcell" className="cell payload">
        {verdict ? formatOctets(verdict.payload.client + verdict.payload.server) : words.noFigure}
      </div>
      <div role="gridcell" className="cell duration">
        {durationOf(verdict?.duration)}
      </div>
      <div role="gridcell" className="cell handshakeRoundTrip">
        {durationOf(verdict?.handshakeRoundTrip?.duration)}
      </div>
      <div role="gridcell" className="cell openingTime">
        {durationOf(verdict?.openingTime?.duration)}
      </div>
    </div>
  );
});
