import { memo } from "react";
import type { Metrics } from "../../diagram/sequence/metrics.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { EndName } from "../parts/EndName.tsx";
import { isClock } from "../times/row-times.ts";
import { timesWords } from "../times/times.words.ts";
import { useTimeForm } from "../times/use-time-form.ts";
import { useMessages } from "../use-messages.ts";
import { useWords } from "../use-words.ts";

interface SequenceHeadProps {
  readonly analysis: ConnectionAnalysis;
  readonly metrics: Metrics;
}

/** The names of both ends above their lifelines. */
export const SequenceHead = memo(function SequenceHead({ analysis, metrics }: SequenceHeadProps) {
  const { ends, diagram } = useMessages();
  const times = useWords(timesWords);
  const form = useTimeForm();
  const { client, server, isSelfConnect } = analysis.connection;
  const areBothActive =
    !isSelfConnect && analysis.annotations.some(({ kind }) => kind === "simultaneous-open");
  const named = (role: string): string => (areBothActive ? diagram.activeOpener(role) : role);
  return (
    <div className="sequence-head">
      <div className="time-head" style={{ width: metrics.timeEnd }}>
        {metrics.size === "small" && !isClock(form) ? diagram.timeShort : times.heads[form]}
      </div>
      <div
        className="end-head client"
        style={{ marginLeft: metrics.clientX - metrics.band - metrics.timeEnd }}
      >
        <span className="role">{named(ends.client)}</span>
        <EndName className="name" endpoint={client} />
      </div>
      <div
        className="end-head server"
        style={{ marginRight: metrics.width - metrics.serverX - metrics.band }}
      >
        <span className="role">{isSelfConnect ? diagram.oneSocket : named(ends.server)}</span>
        <EndName className="name" endpoint={server} />
      </div>
    </div>
  );
});
