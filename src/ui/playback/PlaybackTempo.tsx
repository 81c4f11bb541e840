import { memo } from "react";
import { PACES, SPEEDS } from "../../store/playback-pace.ts";
import { Choice } from "../parts/Choice.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { playbackWords } from "./playback.words.ts";

/** Choosers for pace and speed of the playback, and whether it starts over. A step concerns none of them. */
export const PlaybackTempo = memo(function PlaybackTempo() {
  const words = useWords(playbackWords);
  const tempo = useSynfin((state) => state.tempo);
  const isLooping = useSynfin((state) => state.isLooping);
  const changeTempo = useSynfin((state) => state.changeTempo);
  const loop = useSynfin((state) => state.loop);
  return (
    <div className="playback-tempo">
      <Choice
        label={words.paceLabel}
        hint={words.paceHints[tempo.pace]}
        options={PACES.map((value) => ({ value, label: words.paces[value] }))}
        chosen={tempo.pace}
        onChoose={(pace) => changeTempo({ pace })}
      />
      <Choice
        label={words.speedLabel}
        hint={words.speedLabel}
        options={SPEEDS.map((value) => ({ value, label: words.speed(value) }))}
        chosen={tempo.speed}
        onChoose={(speed) => changeTempo({ speed })}
      />
      <IconButton
        icon="loop"
        label={words.loop}
        className="step-button"
        aria-pressed={isLooping}
        onClick={() => loop(!isLooping)}
      />
    </div>
  );
});
