import "./playback.css";
import { type ComponentProps, memo, useMemo } from "react";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { formatDuration } from "../figures.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { playbackWords } from "./playback.words.ts";
import { PlaybackTempo } from "./PlaybackTempo.tsx";
import { markedTicks, scrubberTicks } from "./scrubber-ticks.ts";

/** First, back, play, forward, last, and the scrubber with a tick a segment. */
export function Playback({ analysis }: { readonly analysis: ConnectionAnalysis | null }) {
  const { views } = useMessages();
  const playback = useWords(playbackWords);
  const position = useSynfin((state) => state.position);
  const goTo = useSynfin((state) => state.goTo);
  const last = analysis?.segments.length ?? 0;
  return (
    <section className="playback" aria-label={views.playback}>
      <PlaybackButtons last={last} />
      <PlaybackTempo />
      <div className="scrubber">
        {analysis && <Ticks analysis={analysis} position={position} />}
        <input
          type="range"
          aria-label={playback.scrubber}
          aria-valuetext={playback.position(position, last)}
          min={0}
          max={last}
          step={1}
          value={position}
          disabled={last === 0}
          onChange={({ currentTarget }) => goTo(currentTarget.valueAsNumber)}
        />
      </div>
      <p className="playback-position">
        <span>{playback.position(position, last)}</span>
        <span className="playback-time">{analysis && timeSinceStart(analysis, position)}</span>
      </p>
    </section>
  );
}

/** They render again where one of them has nothing to do, not at each step. @param last the last position */
const PlaybackButtons = memo(function PlaybackButtons({ last }: { readonly last: number }) {
  const playback = useWords(playbackWords);
  const isPlaying = useSynfin((state) => state.isPlaying);
  const atStart = useSynfin((state) => state.position === 0);
  const atEnd = useSynfin((state) => state.position >= last);
  const goTo = useSynfin((state) => state.goTo);
  const isTouring = useSynfin(({ mode }) => mode.kind === "touring");
  const advance = useSynfin((state) => state.advance);
  const isGuessing = useSynfin(({ mode }) => mode.kind === "predicting" && mode.phase !== "over");
  const togglePlaying = useSynfin((state) => state.togglePlaying);
  return (
    <div className="playback-buttons">
      <StepButton icon="first" label={playback.first} isIdle={atStart} onClick={() => goTo(0)} />
      <StepButton
        icon="back"
        label={playback.back}
        isIdle={atStart && !isTouring}
        onClick={() => advance(-1)}
      />
      <StepButton
        icon={isPlaying ? "pause" : "play"}
        label={isPlaying ? playback.pause : playback.play}
        isIdle={last === 0}
        onClick={togglePlaying}
      />
      <StepButton
        icon="forward"
        label={playback.forward}
        isIdle={atEnd && !isGuessing && !isTouring}
        onClick={() => advance(1)}
      />
      <StepButton icon="last" label={playback.last} isIdle={atEnd} onClick={() => goTo(last)} />
    </div>
  );
});

interface StepButtonProps {
  readonly icon: ComponentProps<typeof IconButton>["icon"];
  readonly label: string;
  /** The button has nothing to do; it keeps its place and its focus. */
  readonly isIdle: boolean;
  readonly onClick: () => void;
}

function StepButton({ icon, label, isIdle, onClick }: StepButtonProps) {
  return (
    <IconButton
      icon={icon}
      label={label}
      className="step-button"
      aria-disabled={isIdle}
      onClick={isIdle ? undefined : onClick}
    />
  );
}

interface TicksProps {
  readonly analysis: ConnectionAnalysis;
  readonly position: number;
}

function Ticks({ analysis, position }: TicksProps) {
  const marked = useSynfin((state) => state.marked);
  const ticks = useMemo(() => scrubberTicks(analysis), [analysis]);
  const reached = analysis.segments.length === 0 ? 0 : position / analysis.segments.length;
  return (
    <svg
      className="ticks"
      viewBox="0 -1.2 1 2.4"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path className="track" d="M0 0h1" />
      <path className="track-reached" d={`M0 0h${reached}`} />
      {ticks.map(({ colourClass, path }) => (
        <path key={colourClass} className={colourClass} d={path} />
      ))}
      {marked !== null && <path className="tick-marked" d={markedTicks(marked, analysis.segments.length)} />}
    </svg>
  );
}

/** Time from the first segment to the one at the position; empty without trustworthy times. */
function timeSinceStart({ segments }: ConnectionAnalysis, position: number): string {
  if (position === 0) return "";
  const elapsed = (segments.time[position - 1] ?? NaN) - (segments.time[0] ?? NaN);
  return Number.isNaN(elapsed) ? "" : `${elapsed < 0 ? "" : "+"}${formatDuration(elapsed)}`;
}
