import { memo } from "react";
import { type Metrics, railLeft } from "../../diagram/sequence/metrics.ts";
import type { TimeForm } from "../../store/time-form.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { EndName } from "../parts/EndName.tsx";
import { isClock } from "../times/time-forms.ts";
import { timesWords } from "../times/times.words.ts";
import { useMessages } from "../use-messages.ts";
import { useWords } from "../use-words.ts";
import { diagramWords } from "./diagram.words.ts";
import { endRoles } from "./end-roles.ts";

interface SequenceHeadProps {
  readonly analysis: ConnectionAnalysis;
  readonly metrics: Metrics;
  readonly times: TimeForm;
}

/** The names of both ends above their lifelines. */
export const SequenceHead = memo(function SequenceHead({ analysis, metrics, times }: SequenceHeadProps) {
  const { ends } = useMessages();
  const diagram = useWords(diagramWords);
  const roles = endRoles(analysis, ends, diagram);
  const { heads } = useWords(timesWords);
  const { client, server } = analysis.connection;
  return (
    <div className="sequence-head">
      <div className="time-head" style={{ width: metrics.timeEnd }} hidden={metrics.timeEnd === 0}>
        {metrics.size === "small" && !isClock(times) ? diagram.timeShort : heads[times]}
      </div>
      {metrics.rails.map((rail) => (
        <div
          key={`${rail.side} ${rail.head}`}
          className="rail-head"
          style={{ left: railLeft(metrics, rail), width: rail.width }}
        >
          {rail.head}
        </div>
      ))}
      <div
        className="end-head client"
        style={{ marginLeft: metrics.clientX - metrics.band - metrics.timeEnd }}
      >
        <span className="role">{roles.client}</span>
        <EndName className="name" endpoint={client} />
      </div>
      <div
        className="end-head server"
        style={{ marginRight: metrics.width - metrics.serverX - metrics.band }}
      >
        <span className="role">{roles.server}</span>
        <EndName className="name" endpoint={server} />
      </div>
    </div>
  );
});
