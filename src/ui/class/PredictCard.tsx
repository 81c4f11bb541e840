import "./class-card.css";
import type { Prediction } from "../../store/predict/prediction.ts";
import type { Question } from "../../store/predict/question.ts";
import { numbersShownOf } from "../../store/selectors.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { Answered } from "./Answered.tsx";
import { InGraph } from "./InGraph.tsx";
import { NotNow } from "./NotNow.tsx";
import { OptionList } from "./OptionList.tsx";
import { predictWords } from "./predict.words.ts";
import { wordOptions, wordQuestion } from "./word-question.ts";

/** What of the connection is revealed. */
interface PredictCardProps {
  readonly analysis: ConnectionAnalysis;
}

interface PredictingProps extends PredictCardProps {
  readonly prediction: Prediction;
}

/** The question, its options, and after the answer what is right. */
export function PredictCard({ analysis }: PredictCardProps) {
  const prediction = useSynfin(({ mode }) => (mode.kind === "predicting" ? mode : null));
  return prediction && <Predicting prediction={prediction} analysis={analysis} />;
}

function Predicting({ prediction, analysis }: PredictingProps) {
  const words = useWords(predictWords);
  const advance = useSynfin((state) => state.advance);
  const toggle = useSynfin((state) => state.togglePredicting);
  const goTo = useSynfin((state) => state.goTo);
  const { phase, question, score } = prediction;
  const startOver = (): void => {
    toggle();
    goTo(0);
    toggle();
  };
  return (
    <section className="class-card" aria-label={words.label}>
      <div className="class-card-body" aria-live="polite" aria-atomic="true">
        {phase === "over" && <p className="class-card-text">{words.over}</p>}
        {question !== null && phase !== "over" && (
          <Asked prediction={prediction} question={question} analysis={analysis} />
        )}
        <NotNow />
      </div>
      <div className="class-card-tools">
        {score.asked > 0 && <span className="score">{words.score(score.right, score.asked)}</span>}
        {phase === "over" && (
          <button type="button" className="button primary" onClick={startOver}>
            {words.again}
          </button>
        )}
        {phase !== "over" && (
          <button type="button" className="button primary" onClick={() => advance(1)}>
            {phase === "asked" ? words.reveal : words.next}
          </button>
        )}
        <button type="button" className="button" title={words.closeHint} onClick={toggle}>
          {words.close}
        </button>
      </div>
    </section>
  );
}

interface AskedProps extends PredictingProps {
  readonly question: Question;
}

function Asked({ prediction: { phase, chosen }, question, analysis }: AskedProps) {
  const words = useWords(predictWords);
  const numbers = useSynfin(numbersShownOf);
  const answer = useSynfin((state) => state.answer);
  const options = wordOptions(question, words, analysis, numbers);
  const right = options[question.right] ?? "";
  // The answer stays until the next question is there.
  const isTold = phase !== "asked";
  return (
    <>
      <p className="class-card-text">
        {wordQuestion(question, words)} <InGraph question={question} />
      </p>
      <OptionList
        key={question.about}
        options={options}
        told={isTold ? { right: question.right, chosen } : null}
        onChoose={answer}
      />
      {isTold && <Answered question={question} chosen={chosen} right={right} />}
    </>
  );
}
