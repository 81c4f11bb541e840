import type { Capture } from "../capture/read-capture.ts";
import { formatEndpoint } from "../segments/endpoint.ts";
import type { SocketObservation } from "../segments/socket-observation.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type { ConnectionsById } from "../tcp/connection.ts";
import { assignSockets } from "../tcp/observed/assign-sockets.ts";
import { placeSockets } from "../tcp/observed/place-sockets.ts";

/** What kernels say of sockets in the lines of a text, as fields of docs/inspect.md. */
export interface SocketFields {
  readonly ofConnection: (analysis: ConnectionAnalysis) => object;
  readonly ofSummary: object;
}

/** The fields are absent where a text says nothing of sockets. */
export function socketFields({ table, report }: Capture, connections: ConnectionsById): SocketFields {
  if (report.sockets.length === 0) return { ofConnection: () => ({}), ofSummary: {} };
  const { of, fitNone } = assignSockets(table, connections, report.sockets);
  return {
    ofConnection: (analysis) => ({
      sockets: placeSockets(analysis, of(analysis.connection)).map(
        ({ observation: { tool, line, from, state }, side, position, verdict, expected }) => ({
          tool,
          line,
          end: side ?? "middlebox",
          after: position,
          from: from ?? undefined,
          state,
          verdict,
          expected,
        }),
      ),
    }),
    ofSummary: { socketsWithoutConnection: fitNone.map(lineOf) },
  };
}

function lineOf({ tool, line, local, peer, state }: SocketObservation): object {
  return { tool, line, local: formatEndpoint(local), peer: formatEndpoint(peer), state };
}
