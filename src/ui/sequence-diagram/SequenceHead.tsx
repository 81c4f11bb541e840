import type { Metrics } from "../../diagram/sequence/metrics.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { useEndpointText } from "../use-endpoint-text.ts";
import { useMessages } from "../use-messages.ts";

interface SequenceHeadProps {
  readonly analysis: ConnectionAnalysis;
  readonly metrics: Metrics;
}

/** The names of both ends above their lifelines. */
export function SequenceHead({ analysis, metrics }: SequenceHeadProps) {
  const { ends, diagram } = useMessages();
  const { client, server, isSelfConnect } = analysis.connection;
  const nameOf = useEndpointText();
  const clientName = nameOf(client);
  const serverName = nameOf(server);
  return (
    <div className="sequence-head">
      <div className="time-head" style={{ width: metrics.timeEnd }}>
        {metrics.size === "small" ? diagram.timeShort : diagram.time}
      </div>
      <div
        className="end-head client"
        style={{ marginLeft: metrics.clientX - metrics.band - metrics.timeEnd }}
      >
        <span className="role">{ends.client}</span>
        <span className="name" title={clientName}>
          {clientName}
        </span>
      </div>
      <div
        className="end-head server"
        style={{ marginRight: metrics.width - metrics.serverX - metrics.band }}
      >
        <span className="role">{isSelfConnect ? diagram.oneSocket : ends.server}</span>
        <span className="name" title={serverName}>
          {serverName}
        </span>
      </div>
    </div>
  );
}
