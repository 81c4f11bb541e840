import "./lecture.css";
import { type CSSProperties, useRef } from "react";
import { isTouring as isTouringIn, questionAskedIn } from "../../store/mode.ts";
import { shownAnalysisOf } from "../../store/selection.ts";
import { ClassCard } from "../class/ClassCard.tsx";
import { Announcer } from "../explorer/Announcer.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { Playback } from "../playback/Playback.tsx";
import { PresentDiagram } from "../sequence-diagram/PresentDiagram.tsx";
import { GraphPlace } from "../state-graph/GraphPlace.tsx";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { lectureWords } from "./lecture.words.ts";
import { Subtitle } from "./Subtitle.tsx";
import { useFullScreen } from "./use-full-screen.ts";
import { useIdle } from "./use-idle.ts";
import { useMagnification } from "./use-magnification.ts";
import { useProjectorTheme } from "./use-projector-theme.ts";
import { useStartShow } from "./use-start-show.ts";
import { useTouch } from "./use-touch.ts";

/** Diagram and graph alone, readable from the last row. Buttons appear when the pointer moves. */
export function LectureView() {
  const { views } = useMessages();
  const words = useWords(lectureWords);
  const analysis = useSynfin(({ selection }) => shownAnalysisOf(selection));
  const position = useSynfin((state) => state.position);
  const present = useSynfin((state) => state.present);
  const isTouring = useSynfin(isTouringIn);
  const isAsking = useSynfin((state) => questionAskedIn(state) !== null);
  const isIdle = useIdle();
  const { times, nameSize } = useMagnification();
  const stage = useRef<HTMLDivElement>(null);
  useTouch(
    stage,
    isIdle,
    useSynfin((state) => state.advance),
  );
  useFullScreen();
  useStartShow();
  useProjectorTheme();
  return (
    <div className="lecture" ref={stage} data-idle={isIdle} style={{ "--magnified": times } as CSSProperties}>
      <h1 className="unseen">{words.label}</h1>
      <section className="lecture-diagram" aria-label={views.diagram}>
        {analysis !== null && <PresentDiagram analysis={analysis} nameSize={nameSize} />}
      </section>
      <section className="lecture-graph" aria-label={views.graph}>
        <GraphPlace analysis={analysis} />
      </section>
      <div className="lecture-foot">
        <div className="lecture-words">
          <ClassCard analysis={analysis} />
          {analysis !== null && !isAsking && !isTouring && (
            <Subtitle analysis={analysis} position={position} />
          )}
        </div>
        <div className="lecture-controls">
          <Playback analysis={analysis} />
          <IconButton
            icon="close"
            label={words.close}
            className="button round"
            onClick={() => present(false)}
          />
        </div>
      </div>
      <Announcer analysis={analysis} />
    </div>
  );
}
