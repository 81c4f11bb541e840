import { useState } from "react";
import { printStatement } from "../../lab/script/print-script.ts";
import type { End, Goal } from "../../lab/script/script.ts";
import { TCP_STATES, type TcpState } from "../../tcp/state.ts";
import { Choice } from "../parts/Choice.tsx";
import { useWords } from "../use-words.ts";
import { buildWords } from "./edit.words.ts";
import type { BenchProps } from "./EditList.tsx";
import { EndChoice } from "./EndChoice.tsx";
import { NumberField } from "./NumberField.tsx";
import { taskWords } from "./script.words.ts";

const A_SECOND = 1e9;

/** Sets a task: the exchange as it is now, a state that an end must reach, and how many edits that may take. */
export function TaskForm({ run, laboratory }: BenchProps) {
  const words = useWords(taskWords);
  const builds = useWords(buildWords);
  const [end, setEnd] = useState<End>(1);
  const [state, setState] = useState<TcpState>("LAST-ACK");
  const [seconds, setSeconds] = useState(1);
  const [most, setMost] = useState(1);
  const set = (): void => {
    const goals: readonly Goal[] = [
      { kind: "goal", end, state, duration: seconds > 0 ? seconds * A_SECOND : null },
      { kind: "goal-edits", most },
    ];
    laboratory.rewrite([run.facts.script.trimEnd(), ...goals.map(printStatement), ""].join("\n"));
  };
  return (
    <details className="lab-section">
      <summary>{words.set}</summary>
      <form
        className="lab-add"
        aria-label={words.set}
        onSubmit={(event) => {
          event.preventDefault();
          set();
        }}
      >
        <EndChoice label={builds.who} chosen={end} onChoose={setEnd} />
        <Choice
          label={words.state}
          options={TCP_STATES.map((each) => ({ value: each, label: each }))}
          chosen={state}
          onChoose={setState}
        />
        <NumberField label={words.seconds} value={seconds} onValue={setSeconds} />
        <NumberField label={words.mostEdits} least={1} value={most} onValue={setMost} />
        <button type="submit" className="button primary">
          {words.setIt}
        </button>
      </form>
      <p className="lab-hint">{words.setHint}</p>
    </details>
  );
}
