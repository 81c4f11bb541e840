import type { Goal } from "../../lab/script/script.ts";
import type { Laboratory } from "../../store/laboratory/laboratory.ts";
import type { OpenedRun } from "../../store/opened-capture.ts";
import { useWords } from "../use-words.ts";
import { taskWords } from "./script.words.ts";

interface LabTaskProps {
  readonly run: OpenedRun;
  readonly laboratory: Laboratory | null;
}

/** The goals of a task, which the machine checks, and the step of the lesson. */
export function LabTaskCard({ run, laboratory }: LabTaskProps) {
  const words = useWords(taskWords);
  const { goals } = run.facts;
  if (goals.length === 0) return null;
  const lesson = laboratory?.lesson ?? null;
  const isDone = goals.every(({ isMet }) => isMet);
  return (
    <div className="lab-task" data-done={isDone}>
      {lesson !== null && (
        <p className="class-card-text">
          <strong>{words.number(lesson.task + 1, lesson.tasks)}</strong> {words.asked[lesson.task]}
        </p>
      )}
      <ul aria-label={words.goals}>
        {goals.map(({ goal, isMet }) => (
          <li key={keyOf(goal)} data-met={isMet}>
            {goal.kind === "goal" ? words.reach(goal.end, goal.state, goal.duration) : words.edits(goal.most)}
            <span className="unseen"> ({isMet ? words.met : words.unmet})</span>
          </li>
        ))}
      </ul>
      <p role="status" className="lab-done">
        {isDone && words.allMet} {lesson?.isSolved === true && words.solved[lesson.task]}
      </p>
      {lesson !== null && laboratory !== null && <LessonTools laboratory={laboratory} lesson={lesson} />}
    </div>
  );
}

function keyOf(goal: Goal): string {
  return goal.kind === "goal" ? `${goal.end} ${goal.state}` : "edits";
}

function LessonTools({
  laboratory,
  lesson: { tasks, task, isSolved },
}: {
  readonly laboratory: Laboratory;
  readonly lesson: NonNullable<Laboratory["lesson"]>;
}) {
  const words = useWords(taskWords);
  const isLast = task === tasks - 1;
  return (
    <div className="class-card-tools">
      <button
        type="button"
        className="button"
        aria-disabled={task === 0 && !isSolved}
        onClick={() => laboratory.moveLesson(-1)}
      >
        {words.back}
      </button>
      {isSolved && isLast ? (
        <span>{words.over}</span>
      ) : (
        <button type="button" className="button primary" onClick={() => laboratory.moveLesson(1)}>
          {isSolved ? words.next : words.show}
        </button>
      )}
    </div>
  );
}
