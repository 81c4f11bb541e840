import { wordsOfLayersAt } from "../../diagram/sequence/layer.ts";
import type { ConnectionAnalysis, EndState } from "../../tcp/analysis.ts";
import { endStatesAt } from "../../tcp/states.ts";
import { describeSegment } from "../segment/describe-segment.ts";
import { useLayers } from "../sequence-diagram/use-layers.ts";
import { stateNames } from "../state-names.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** Announces each step to screen readers. */
export function Announcer({ analysis }: { readonly analysis: ConnectionAnalysis | null }) {
  const messages = useMessages();
  const position = useSynfin((state) => state.position);
  const layers = useLayers(analysis);
  return (
    <p className="unseen" role="status" aria-live="polite">
      {analysis && announcement()}
    </p>
  );

  function announcement(): string {
    if (!analysis) return "";
    const { playback } = messages;
    const states = endStatesAt(analysis, position);
    const [client, server] = [worded(states.client), worded(states.server)];
    if (position === 0) return playback.announceStart(client, server);
    const what = describeSegment(analysis, position, messages);
    const said = playback.announce(position, analysis.segments.length, what, client, server);
    return [said, ...wordsOfLayersAt(layers, position)].join(" ");
  }

  function worded(end: EndState): string {
    const { lecture, unknownState } = messages;
    const names = stateNames(end, messages) ?? unknownState;
    return end.state !== null && end.basis === "assumed" ? lecture.assumed(names) : names;
  }
}
