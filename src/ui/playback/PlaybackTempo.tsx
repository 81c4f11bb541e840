import { type Pace, PACES, type Speed, SPEEDS } from "../../store/playback-pace.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** Choosers for pace and speed of the playback, and whether it starts over. */
export function PlaybackTempo() {
  const { playback: words } = useMessages();
  const tempo = useSynfin((state) => state.tempo);
  const isLooping = useSynfin((state) => state.isLooping);
  const changeTempo = useSynfin((state) => state.changeTempo);
  const loop = useSynfin((state) => state.loop);
  return (
    <div className="playback-tempo">
      <select
        className="button"
        aria-label={words.paceLabel}
        title={words.paceHints[tempo.pace]}
        value={tempo.pace}
        onChange={({ currentTarget }) => changeTempo({ pace: currentTarget.value as Pace })}
      >
        {PACES.map((pace) => (
          <option key={pace} value={pace}>
            {words.paces[pace]}
          </option>
        ))}
      </select>
      <select
        className="button"
        aria-label={words.speedLabel}
        title={words.speedLabel}
        value={tempo.speed}
        onChange={({ currentTarget }) => changeTempo({ speed: Number(currentTarget.value) as Speed })}
      >
        {SPEEDS.map((speed) => (
          <option key={speed} value={speed}>
            {words.speed(speed)}
          </option>
        ))}
      </select>
      <IconButton
        icon="loop"
        label={words.loop}
        className="step-button"
        aria-pressed={isLooping}
        onClick={() => loop(!isLooping)}
      />
    </div>
  );
}
