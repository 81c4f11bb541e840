import type { SequenceWords } from "../../../diagram/sequence/sequence-words.ts";
import type { Worksheet } from "../../../export/worksheet.ts";
import type { Note } from "../../../segments/note.ts";
import type { Language } from "../../../store/language.ts";
import type { Question } from "../../../store/predict/question.ts";
import type { ConnectionAnalysis } from "../../../tcp/analysis.ts";
import type { Position } from "../../../tcp/position.ts";
import { endStatesAt } from "../../../tcp/states.ts";
import type { Messages } from "../../messages/en.ts";
import { describeSegment } from "../../segment/describe-segment.ts";
import { stateNames } from "../../state-names.ts";

const BLANK = "____";

/** The questions that a person wrote. */
export function askedByNotes(notes: readonly Note[]): Worksheet["questions"] {
  return notes.flatMap(({ text, question }) =>
    question === null ? [] : [{ ask: text, options: question.answers, right: question.right, reasons: [] }],
  );
}

/** Labels without the numbers that the questions ask for; acknowledgment numbers would give each other away. */
export function blankLabels(
  questions: readonly Question[],
): (position: Position, usual: SequenceWords["label"]) => ReturnType<SequenceWords["label"]> {
  const isAsked = new Set(questions.filter(({ kind }) => kind === "sequence").map(({ about }) => about));
  return (position, usual) => {
    const { acknowledgment, sequence, ...rest } = usual(position);
    return {
      ...rest,
      sequence: sequence !== null && isAsked.has(position) ? `seq=${BLANK}` : sequence,
      acknowledgment: acknowledgment && `ack=${BLANK}`,
    };
  };
}

/** Every segment with the states behind it. */
export function rowsOf(
  analysis: ConnectionAnalysis,
  { ends, unknownState }: Messages,
  language: Language,
): Worksheet["rows"] {
  return Array.from({ length: analysis.segments.length }, (_, row) => {
    const { client, server } = endStatesAt(analysis, row + 1);
    const named = (end: typeof client): string => stateNames(end, language) ?? unknownState;
    return {
      segment: describeSegment(analysis, row + 1, ends, language),
      client: named(client),
      server: named(server),
    };
  });
}
