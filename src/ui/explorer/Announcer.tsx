import { wordsOfLayersAt } from "../../diagram/sequence/layer.ts";
import type { ConnectionAnalysis, EndState } from "../../tcp/analysis.ts";
import { endStatesAt } from "../../tcp/states.ts";
import { lectureWords } from "../lecture/lecture.words.ts";
import { playbackWords } from "../playback/playback.words.ts";
import { describeSegment } from "../segment/describe-segment.ts";
import { useLayers } from "../sequence-diagram/use-layers.ts";
import { stateNames } from "../state-names.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";
import { useLanguage, useWords } from "../use-words.ts";

/** Announces each step to screen readers. */
export function Announcer({ analysis }: { readonly analysis: ConnectionAnalysis | null }) {
  const { ends, unknownState } = useMessages();
  const language = useLanguage();
  const playback = useWords(playbackWords);
  const lecture = useWords(lectureWords);
  const position = useSynfin((state) => state.position);
  const layers = useLayers(analysis);
  return (
    <p className="unseen" role="status" aria-live="polite">
      {analysis && announcement()}
    </p>
  );

  function announcement(): string {
    if (!analysis) return "";
    const states = endStatesAt(analysis, position);
    const [client, server] = [worded(states.client), worded(states.server)];
    if (position === 0) return playback.announceStart(client, server);
    const what = describeSegment(analysis, position, ends, language);
    const said = playback.announce(position, analysis.segments.length, what, client, server);
    return [said, ...wordsOfLayersAt(layers ?? [], position)].join(" ");
  }

  function worded(end: EndState): string {
    const names = stateNames(end, language) ?? unknownState;
    return end.state !== null && end.basis === "assumed" ? lecture.assumed(names) : names;
  }
}
