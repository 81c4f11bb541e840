import "./living.css";
import { useEffect, useEffectEvent } from "react";
import { courseText, FIRST_COURSE } from "../../../store/course/read-course.ts";
import type { ConnectionAnalysis } from "../../../tcp/analysis.ts";
import { useScene } from "../../sequence-diagram/scene.ts";
import { SequenceDiagram } from "../../sequence-diagram/SequenceDiagram.tsx";
import { StateGraph } from "../../state-graph/StateGraph.tsx";
import { useSynfin } from "../../use-synfin.ts";
import { useWords } from "../../use-words.ts";
import { livingWords } from "./living.words.ts";
import { useFrames } from "./use-frames.ts";
import { usePlaying } from "./use-playing.ts";

const NAME = "handshake-and-close";

/** A real connection that plays by itself until somebody takes it over; and the course that begins with it. */
export function Living() {
  const words = useWords(livingWords);
  const frames = useFrames(NAME);
  const { at, isPlaying, toggle } = usePlaying(frames?.length ?? 0);
  const openExample = useSynfin((state) => state.openExample);
  const look = useSynfin((state) => state.look);
  const takeOver = (): void => void openExample(NAME);
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isUsed = event.target instanceof Element && event.target.closest("input, textarea, select, dialog");
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented);
    if (event.key !== "ArrowRight" || !isPlain || isUsed) return;
    event.preventDefault();
    takeOver();
  });
  useEffect(() => {
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  const frame = frames?.[at];
  return (
    <section className="living" aria-label={words.label}>
      <p className="unseen">{words.told}</p>
      {/* It shows nothing that the sentence above does not say, and takes no focus. */}
      <div className="living-stage" inert aria-hidden="true">
        {frame && <Stage analysis={frame} position={at} />}
      </div>
      <p className="living-actions">
        <button type="button" className="button primary" onClick={takeOver}>
          {words.takeOver} <kbd>→</kbd>
        </button>
        <button type="button" className="button" onClick={toggle}>
          {isPlaying ? words.pause : words.play}
        </button>
        <button type="button" className="button" onClick={giveCourse}>
          {words.course(FIRST_COURSE.length)}
        </button>
        <button type="button" className="button" onClick={() => look({ sheet: "course" })}>
          {words.own}
        </button>
      </p>
    </section>
  );
}

interface StageProps {
  readonly analysis: ConnectionAnalysis;
  readonly position: number;
}

/** The address opens it, so that it is found again after a reload. */
function giveCourse(): void {
  window.location.hash = courseText(FIRST_COURSE);
}

const stay = (): void => undefined;

function Stage({ analysis, position }: StageProps) {
  const scene = useScene(analysis, position);
  return (
    <>
      <SequenceDiagram scene={scene} onPosition={stay} />
      <StateGraph analysis={analysis} position={position} onPosition={stay} />
    </>
  );
}
