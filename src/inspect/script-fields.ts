import { replayOf } from "../lab/replay/replay.ts";
import { printScript } from "../lab/script/print-script.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";

/**
 * The fields `script` and `replays` of a connection's line: the laboratory script that it would be, and how many of its
 * segments a run repeats, from the first. null and 0 where its beginning was not captured.
 */
export function scriptFields(analysis: ConnectionAnalysis): object {
  const replay = replayOf(analysis);
  if (replay === null) return { script: null, replays: 0 };
  const seenFrom = replay.seenFrom === 0 ? "client" : "server";
  return { script: printScript(replay.script), replays: replay.replays, seenFrom };
}
