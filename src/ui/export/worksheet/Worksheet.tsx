import { worksheetPage } from "../../../export/worksheet.ts";
import { notesOf } from "../../../store/notes/notes.ts";
import type { OpenedCapture } from "../../../store/opened-capture.ts";
import { worksheetQuestions } from "../../../store/predict/worksheet-questions.ts";
import { numbersShownOf } from "../../../store/selectors.ts";
import type { ConnectionAnalysis } from "../../../tcp/analysis.ts";
import { knownSoFar } from "../../../tcp/known-so-far.ts";
import { predictWords } from "../../class/predict.words.ts";
import { wordOptions, wordQuestion, wordWhy } from "../../class/word-question.ts";
import { useEndpointText } from "../../use-endpoint-text.ts";
import { useMessages } from "../../use-messages.ts";
import { useSynfin } from "../../use-synfin.ts";
import { useWords } from "../../use-words.ts";
import { exportWords } from "../export.words.ts";
import { fileName } from "../file-name.ts";
import { saveFile } from "../save-file.ts";
import { useDiagramFigure } from "../use-diagram-figure.ts";
import { askedByNotes, blankLabels, rowsOf } from "./sheet-parts.ts";
import { worksheetWords } from "./worksheet.words.ts";

/** So many segments stand on a page of A4 with letters that can be read. */
const MOST_SEGMENTS = 20;
/** Higher than the diagram of so many segments. */
const HIGHEST = 5000;

interface WorksheetProps {
  readonly capture: OpenedCapture;
  readonly analysis: ConnectionAnalysis;
  readonly onSaid: (said: string) => void;
}

/** Saves a page to be printed: the connection with questions and blanks, and the answers. */
export function Worksheet({ capture, analysis: whole, onSaid }: WorksheetProps) {
  const words = useWords(worksheetWords);
  const asked = useWords(predictWords);
  const messages = useMessages();
  const { saved, simulated } = useWords(exportWords);
  const ask = useSynfin((state) => state.ask);
  const numbers = useSynfin(numbersShownOf);
  const language = useSynfin((state) => state.language);
  const notes = useSynfin((state) => notesOf(state, capture, whole));
  const endpointText = useEndpointText();
  const draw = useDiagramFigure(whole, capture.run === null ? null : simulated);
  const { client, server } = whole.connection;
  const { length } = whole.segments;
  const shown = Math.min(length, MOST_SEGMENTS);

  const save = async (): Promise<void> => {
    const beginning = shown === length ? whole : await ask("analyse", whole.connection.id, shown);
    const questions = await worksheetQuestions(ask, whole, shown);
    if (beginning === null || questions === null) return;
    const analysis = shown === length ? whole : knownSoFar(whole, beginning);
    const figure = { analysis, layers: [] };
    const blank = draw("light", HIGHEST, { ...figure, hasBlankStates: true, label: blankLabels(questions) });
    const page = worksheetPage({
      language,
      title: words.sheet(endpointText(client), endpointText(server)),
      figures: { blank: blank.svg, whole: draw("light", HIGHEST, figure).svg },
      questions: [
        ...askedByNotes(notes),
        ...questions.map((question) => ({
          ask: wordQuestion(question, asked),
          options: wordOptions(question, asked, whole, numbers),
          right: question.right,
          reasons: wordWhy(question, asked),
        })),
      ],
      rows: rowsOf(analysis, messages, language),
      words: { ...words, cut: shown < length ? words.cut(shown, length) : "" },
    });
    const name = fileName(capture.name, [client, server], "worksheet.html");
    saveFile(name, page, "text/html");
    onSaid(saved(name));
  };
  return (
    <ul className="export-forms">
      <li>
        <div>
          <h3>{words.title}</h3>
          <p>{words.text}</p>
        </div>
        <button type="button" className="button" aria-label={words.saveAs} onClick={() => void save()}>
          HTML
        </button>
      </li>
    </ul>
  );
}
