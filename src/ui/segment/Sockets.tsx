import { visibleText } from "../../base/visible-text.ts";
import { type Endpoint, formatEndpoint } from "../../segments/endpoint.ts";
import "./sockets.css";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import { type HostSockets, type SocketLine, socketsAt } from "../../tcp/sockets.ts";
import type { Side } from "../../tcp/state.ts";
import { formatCount } from "../figures.ts";
import { useWords } from "../use-words.ts";
import { ViewButtons } from "../ViewButton.tsx";
import { socketsWords } from "./sockets.words.ts";

interface SocketsProps {
  readonly analysis: ConnectionAnalysis;
  readonly position: Position;
}

/** What `ss -tan` would print on each host at the position. */
export function Sockets({ analysis, position }: SocketsProps) {
  const words = useWords(socketsWords);
  const hosts = socketsAt(analysis, position);
  const sides: readonly Side[] = analysis.connection.isSelfConnect ? ["client"] : ["client", "server"];
  return (
    <div className="sockets">
      <p>{words.intro}</p>
      {sides.map((side) => (
        <Host key={side} side={side} host={hosts[side]} />
      ))}
      <p className="sockets-legend">{words.legend}</p>
      <ViewButtons bar="sockets" />
    </div>
  );
}

function Host({ side, host }: { readonly side: Side; readonly host: HostSockets }) {
  const words = useWords(socketsWords);
  return (
    <section>
      <h3 className={`segment-title ${side}`}>{words.host[side]}</h3>
      {host.lines.length === 0 ? (
        <p>{host.isUnknown ? words.unknown : words.gone}</p>
      ) : (
        <div className="sockets-scroller">
          <table>
            <thead>
              <tr>
                {words.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {host.lines.map((line) => (
                <Line key={line.state} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Line({ line }: { readonly line: SocketLine }) {
  const words = useWords(socketsWords);
  const queue = (octets: number | null, mayHoldMore: boolean): string => {
    if (octets === null) return words.untold;
    return mayHoldMore ? words.atLeast(formatCount(octets)) : formatCount(octets);
  };
  return (
    <>
      <tr data-basis={line.basis}>
        <td>{line.state}</td>
        <td>{queue(line.receiveQueue, false)}</td>
        <td>{queue(line.sendQueue, line.mayHoldMore)}</td>
      </tr>
      <tr className="socket-ends" title={words.ends}>
        <td colSpan={words.columns.length}>
          {endText(line.local)} {line.peer === null ? words.any : endText(line.peer)}
        </td>
      </tr>
    </>
  );
}

/** As `ss` prints it: by address, whatever name the page shows. */
function endText(end: Endpoint): string {
  return visibleText(formatEndpoint(end));
}
