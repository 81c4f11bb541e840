import { useEffect, useState } from "react";
import type { Analyser } from "../../../store/opened-capture.ts";
import type { ConnectionAnalysis } from "../../../tcp/analysis.ts";
import { knownSoFar } from "../../../tcp/known-so-far.ts";
import { useSynfin } from "../../use-synfin.ts";

type Frames = readonly ConnectionAnalysis[];

/** What is known of an example after each of its segments, from none to all; null until it is there. */
export function useFrames(name: string): Frames | null {
  const read = useSynfin((state) => state.readExample);
  const [frames, setFrames] = useState<Frames | null>(null);
  useEffect(() => {
    let isShown = true;
    read(name, framesOf).then(
      (found) => isShown && setFrames(found),
      // The page is whole without it.
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, [read, name]);
  return frames;
}

async function framesOf(analyser: Pick<Analyser, "ask">): Promise<Frames | null> {
  const whole = await analyser.ask("analyse", 0);
  const frames: ConnectionAnalysis[] = [];
  for (let seen = 0; seen <= (whole?.segments.length ?? -1); seen++) {
    const beginning = await analyser.ask("analyse", 0, seen);
    if (whole === null || beginning === null) return null;
    frames.push(knownSoFar(whole, beginning));
  }
  return frames;
}
