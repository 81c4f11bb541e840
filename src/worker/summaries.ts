import { present } from "../base/assert.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import type { Timing } from "../tcp/verdict.ts";
import type { ConnectionSummary } from "./analyser.ts";
import type { GroupedCapture } from "./read-source.ts";
import { summarise } from "./summarise.ts";

/**
 * The lines of the list, one at a time. A connection that is like one before is not analysed again: what is said of
 * both is the same but for numbers, times and addresses (`GroupedConnections.likeness`).
 */
export class Summaries {
  private readonly capture: GroupedCapture;
  private readonly known = new Map<number, ConnectionSummary>();

  constructor(capture: GroupedCapture) {
    this.capture = capture;
  }

  /** @param id below the number of connections */
  of(id: number): ConnectionSummary {
    const likeness = this.capture.connections.likeness(id);
    if (likeness === null) return this.analysed(id);
    const like = this.known.get(likeness);
    if (like !== undefined) return this.likened(id, like);
    const summary = this.analysed(id);
    this.known.set(likeness, summary);
    return summary;
  }

  private analysed(id: number): ConnectionSummary {
    const { capture, connections } = this.capture;
    return summarise(analyseConnection(capture.table, connections, id));
  }

  /** The summary of another connection, with the numbers of this one. */
  private likened(id: number, like: ConnectionSummary): ConnectionSummary {
    const { capture, connections } = this.capture;
    const { time } = capture.table;
    const { client, server, clientDirection, rows } = present(connections.at(id), `connection ${id}`);
    const timeAt = (position: number): number => time[rows[position - 1] ?? 0] ?? Number.NaN;
    const measured = (timing: Timing | null): Timing | null =>
      timing && { ...timing, duration: timeAt(timing.to) - timeAt(timing.from) };
    const [fromA, fromB] = connections.payload(id);
    const { verdict } = like;
    return {
      ...like,
      id,
      client,
      server,
      start: timeAt(1),
      end: timeAt(rows.length),
      verdict: {
        ...verdict,
        payload: clientDirection === 0 ? { client: fromA, server: fromB } : { client: fromB, server: fromA },
        handshake: measured(verdict.handshake),
        connectWait: measured(verdict.connectWait),
        close: measured(verdict.close),
        duration: timeAt(rows.length) - timeAt(1),
      },
    };
  }
}
