import type { ConnectionAnalysis, Position } from "./analysis.ts";
import { dataRoundTrips } from "./data-round-trips.ts";
import type { Fact } from "./fact.ts";

/** Times that the segment completes: the handshake, or the round trip of data that it acknowledges. */
export function roundTripFacts(analysis: ConnectionAnalysis, position: Position): Fact[] {
  const { handshake, connectWait } = analysis.verdict;
  const facts: Fact[] = [];
  if (handshake?.to === position) {
    facts.push({ kind: "round-trip", of: "handshake", from: handshake.from, duration: handshake.duration });
    if (connectWait !== null && connectWait.from !== handshake.from) {
      const { from, duration } = connectWait;
      facts.push({ kind: "round-trip", of: "connect-wait", from, duration });
    }
  }
  const data = dataRoundTrips(analysis).find(({ to }) => to === position);
  if (data !== undefined) {
    facts.push({ kind: "round-trip", of: "data", from: data.from, duration: data.duration });
  }
  return facts;
}
