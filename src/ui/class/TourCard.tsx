import "./class-card.css";
import { useEffect, useRef } from "react";
import { numbersShownOf } from "../../store/selectors.ts";
import type { LessonStep } from "../../store/tour/lesson.ts";
import type { TourStand } from "../../store/tour/tour.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { Answered } from "./Answered.tsx";
import { HandOver } from "./HandOver.tsx";
import { InGraph } from "./InGraph.tsx";
import { lessonWords } from "./lesson.words.ts";
import { NextLesson } from "./NextLesson.tsx";
import { NotNow } from "./NotNow.tsx";
import { OptionList } from "./OptionList.tsx";
import { predictWords } from "./predict.words.ts";
import { wordOptions, wordQuestion } from "./word-question.ts";

interface TourCardProps {
  readonly analysis: ConnectionAnalysis;
}

interface TouringProps extends TourCardProps {
  readonly tour: TourStand;
}

/** The note or the question of the present step of a lesson. */
export function TourCard({ analysis }: TourCardProps) {
  const tour = useSynfin(({ mode }) => (mode.kind === "touring" ? mode : null));
  return tour && <Touring tour={tour} analysis={analysis} />;
}

function Touring({ tour, analysis }: TouringProps) {
  const words = useWords(lessonWords);
  const advance = useSynfin((state) => state.advance);
  const leave = useSynfin((state) => state.leaveMode);
  const reword = useSynfin((state) => state.rewordTour);
  const language = useSynfin((state) => state.language);
  const told = useRef(language);
  useEffect(() => {
    if (told.current === language) return;
    told.current = language;
    reword();
  }, [reword, language]);
  const card = useRef<HTMLElement>(null);
  // The button that began the lesson has gone, and the focus with it.
  useEffect(() => {
    if (document.activeElement === document.body) card.current?.focus({ preventScroll: true });
  }, []);
  const { lesson, step } = tour;
  const stop = lesson.steps[step];
  if (stop === undefined) return <EndCard />;
  const isLast = step === lesson.steps.length - 1;
  const onwards = tour.isAsking ? words.reveal : isLast ? words.finish : words.next;
  return (
    <section
      className="class-card"
      ref={card}
      tabIndex={-1}
      aria-label={words.label}
      data-step={step + 1}
      data-steps={lesson.steps.length}
      data-asking={tour.isAsking}
    >
      <div className="class-card-body" aria-live="polite" aria-atomic="true">
        <HandOver steps={lesson.steps} step={step} analysis={analysis} />
        {tour.question !== null && <TourAsked tour={tour} analysis={analysis} />}
        {!tour.isAsking && <Note stop={stop} />}
        <NotNow />
      </div>
      <div className="class-card-tools">
        <span className="score">{words.step(step + 1, lesson.steps.length)}</span>
        <button type="button" className="button" aria-disabled={step === 0} onClick={() => advance(-1)}>
          {words.back}
        </button>
        <button type="button" className="button primary" onClick={() => advance(1)}>
          {onwards}
        </button>
        <button type="button" className="button" onClick={leave}>
          {words.leave}
        </button>
      </div>
    </section>
  );
}

function Note({ stop: { note } }: { readonly stop: LessonStep }) {
  return (
    <p className="class-card-note">
      {placed(note).map(({ at, text, isFact }) =>
        isFact ? <strong key={at}>{text}</strong> : <span key={at}>{text}</span>,
      )}
    </p>
  );
}

/** Each part with the character at which it starts. */
function placed(note: LessonStep["note"]): { at: number; text: string; isFact: boolean }[] {
  let end = 0;
  return note.map(({ text, isFact }) => {
    const at = end;
    end += text.length;
    return { at, text, isFact };
  });
}

function TourAsked({ tour, analysis }: TouringProps) {
  const words = useWords(predictWords);
  const numbers = useSynfin(numbersShownOf);
  const answer = useSynfin((state) => state.answer);
  const { question, isAsking, chosen } = tour;
  if (question === null) return null;
  const isChoice = question.kind === "choice";
  const options = isChoice ? question.options : wordOptions(question, words, analysis, numbers);
  const right = options[question.right] ?? "";
  return (
    <>
      <p className="class-card-text">
        {isChoice ? question.ask : wordQuestion(question, words)} <InGraph question={question} />
      </p>
      <OptionList
        options={options}
        key={tour.step}
        told={isAsking ? null : { right: question.right, chosen }}
        onChoose={answer}
      />
      {!isAsking && isChoice && chosen !== null && (
        <p className="class-card-verdict" data-right={chosen === question.right}>
          {chosen === question.right ? words.right : words.wrong(right)}
        </p>
      )}
      {!isAsking && !isChoice && chosen !== null && (
        <Answered question={question} chosen={chosen} right={right} />
      )}
    </>
  );
}

function EndCard() {
  const words = useWords(lessonWords);
  const start = useSynfin((state) => state.startTour);
  const leave = useSynfin((state) => state.leaveMode);
  return (
    <section className="class-card" aria-label={words.label} data-step="end">
      <div className="class-card-body" aria-live="polite" aria-atomic="true">
        <p className="class-card-text">
          <strong>{words.over}</strong> {words.overHint}
        </p>
      </div>
      <div className="class-card-tools">
        <button type="button" className="button" onClick={start}>
          {words.again}
        </button>
        <button type="button" className="button" onClick={leave}>
          {words.explore}
        </button>
        <NextLesson />
      </div>
    </section>
  );
}
