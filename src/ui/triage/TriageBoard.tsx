import "./triage.css";
import { useEffect, useState } from "react";
import { takeTurns } from "../../base/turns.ts";
import { FAILED } from "../../store/filter/filter-choices.ts";
import { narrowed } from "../../store/filter/parse-filter.ts";
import { captureSpanOf } from "../../store/filter/time-range.ts";
import type { OpenedCapture } from "../../store/opened-capture.ts";
import { captureOf } from "../../store/selectors.ts";
import type { Finding } from "../../store/triage/findings.ts";
import { type Grouping, GROUPINGS, type Survey, surveyConnections } from "../../store/triage/survey.ts";
import { wordOutcome } from "../connections/word-outcome.ts";
import { formatCount, formatDuration } from "../figures.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { Switch } from "../parts/Switch.tsx";
import { useTurn } from "../parts/use-turn.ts";
import { timeOfDay } from "../times/clock-text.ts";
import { useSynfin } from "../use-synfin.ts";
import { useLanguage, useWords } from "../use-words.ts";
import { boardWords, type FindingFigures } from "./board.words.ts";

/** A row has a button for each outcome that occurs in it. */
const ROWS_A_FRAME = 20;

/** Who fails to whom, of the connections that the list shows; each figure filters the list. */
export function TriageBoard({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(boardWords);
  const capture = useSynfin(captureOf);
  const [grouping, setGrouping] = useState<Grouping>("server");
  return (
    <Dialog className="triage" title={words.title} close={words.close} onClose={onClose}>
      <Switch
        label={words.by}
        choices={GROUPINGS.map((id) => ({ id, label: words.groupings[id], hint: words.groupings[id] }))}
        chosen={grouping}
        onChoose={setGrouping}
      />
      {capture && <Board capture={capture} grouping={grouping} onClose={onClose} />}
    </Dialog>
  );
}

interface BoardProps {
  readonly capture: OpenedCapture;
  readonly grouping: Grouping;
  readonly onClose: () => void;
}

function Board({ capture, grouping, onClose }: BoardProps) {
  const words = useWords(boardWords);
  const survey = useSurvey(capture, grouping);
  const filter = useSynfin((state) => state.filter);
  const filterWords = useSynfin((state) => state.filterWords);
  const filterBy = useSynfin((state) => state.filterBy);
  if (survey === null) return <p role="status">{words.counting}</p>;
  const show = (condition: string): void => {
    filterBy(narrowed(filter, condition, filterWords));
    onClose();
  };
  return (
    <>
      <p role="status">
        {words.of(formatCount(survey.judged))}
        {survey.unjudged > 0 && `; ${words.unjudged(formatCount(survey.unjudged))}`}
      </p>
      <Findings findings={survey.findings} capture={capture} onShow={show} />
      <Matrix survey={survey} onShow={show} />
    </>
  );
}

/** The survey of the list, made in turns; null until it is there. */
function useSurvey(capture: OpenedCapture, grouping: Grouping): Survey | null {
  const listed = useSynfin((state) => state.listed);
  const [survey, setSurvey] = useState<Survey | null>(null);
  useEffect(() => {
    let isLeft = false;
    const lastTime = captureSpanOf(capture.connections)?.end ?? Number.NaN;
    const make = async (): Promise<void> => {
      const made = await takeTurns(surveyConnections(listed, grouping, lastTime), { isLeft: () => isLeft });
      if (made) setSurvey(made);
    };
    void make();
    return () => {
      isLeft = true;
    };
  }, [capture, listed, grouping]);
  return survey;
}

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly capture: OpenedCapture;
  readonly onShow: (filter: string) => void;
}

function Findings({ findings, capture, onShow }: FindingsProps) {
  const words = useWords(boardWords);
  const isLocal = useSynfin((state) => state.times === "local");
  if (findings.length === 0) return <p>{words.nothing}</p>;
  return (
    <ul className="triage-findings">
      {findings.map((finding) => (
        <li key={`${finding.kind} ${finding.server}`}>
          <button type="button" title={words.show(finding.filter)} onClick={() => onShow(finding.filter)}>
            {words[finding.kind](figuresOf(finding, capture, isLocal))}
          </button>
        </li>
      ))}
    </ul>
  );
}

function figuresOf(finding: Finding, capture: OpenedCapture, isLocal: boolean): FindingFigures {
  const { server, ports, count, of, clients, accepted, longest } = finding;
  return {
    server,
    ports,
    count: formatCount(count),
    of: formatCount(of),
    isAll: count === of,
    clients,
    accepted,
    since: timeOfDay(capture, finding.since, isLocal, 0),
    longest: Number.isNaN(longest) ? null : formatDuration(longest),
  };
}

interface MatrixProps {
  readonly survey: Survey;
  readonly onShow: (filter: string) => void;
}

function Matrix({ survey: { grouping, groups, others, outcomes }, onShow }: MatrixProps) {
  const words = useWords(boardWords);
  const language = useLanguage();
  return (
    <>
      <div className="triage-matrix" tabIndex={0} role="region" aria-label={words.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.groupings[grouping]}</th>
              <th scope="col">{words.all}</th>
              {outcomes.map((outcome) => (
                <th key={outcome} scope="col" data-failed={FAILED.includes(outcome)}>
                  {wordOutcome(outcome, true, language)}
                </th>
              ))}
            </tr>
          </thead>
          {Array.from({ length: Math.ceil(groups.length / ROWS_A_FRAME) }, (_, part) => (
            <Rows
              key={`${grouping} ${part}`}
              frames={part}
              groups={groups.slice(part * ROWS_A_FRAME, (part + 1) * ROWS_A_FRAME)}
              outcomes={outcomes}
              onShow={onShow}
            />
          ))}
        </table>
      </div>
      {others > 0 && <p>{words.more(formatCount(others))}</p>}
    </>
  );
}

interface RowsProps extends Pick<Survey, "groups" | "outcomes"> {
  /** How many frames are shown before. */
  readonly frames: number;
  readonly onShow: (filter: string) => void;
}

/** Some rows of the matrix. */
function Rows({ frames, groups, outcomes, onShow }: RowsProps) {
  if (!useTurn(frames)) return null;
  return (
    <tbody>
      {groups.map((group) => (
        <tr key={group.name}>
          <th scope="row">{group.name}</th>
          <Cell count={group.total} filter={group.filter} onShow={onShow} />
          {outcomes.map((outcome) => (
            <Cell
              key={outcome}
              count={group.perOutcome.get(outcome) ?? 0}
              filter={`${group.filter} outcome:${outcome}`}
              isFailed={FAILED.includes(outcome)}
              onShow={onShow}
            />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

interface CellProps {
  readonly count: number;
  readonly filter: string;
  readonly isFailed?: boolean;
  readonly onShow: (filter: string) => void;
}

/** A figure that filters the list; nothing where there is none. */
function Cell({ count, filter, isFailed = false, onShow }: CellProps) {
  const words = useWords(boardWords);
  if (count === 0) return <td aria-label="0" />;
  return (
    <td data-failed={isFailed}>
      <button type="button" title={words.show(filter)} onClick={() => onShow(filter)}>
        {formatCount(count)}
      </button>
    </td>
  );
}
