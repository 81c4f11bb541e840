import { useEffect, useRef, useState } from "react";
import type { RunCall } from "../../lab/edit/edited-run.ts";
import { printStatement } from "../../lab/script/print-script.ts";
import type { CallTime, End } from "../../lab/script/script.ts";
import { speaksAt } from "../../store/laboratory/spoken-for.ts";
import { formatDuration } from "../figures.ts";
import { Choice } from "../parts/Choice.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { buildWords, editWords } from "./edit.words.ts";
import type { BenchProps } from "./EditList.tsx";
import { EndChoice } from "./EndChoice.tsx";
import { useRunSegments } from "./use-run.ts";
import { labelOfVerb, type VerbName, verbNamed, VERBS } from "./verbs.ts";

/** The pause before a call that a person adds, and by which one is moved; nanoseconds. */
const PAUSE = 100e6;

/** What the programs call, and when; each call can be moved, removed, or added to. */
export function CallList({ run, laboratory }: BenchProps) {
  const words = useWords(buildWords);
  const { calls } = run.facts;
  return (
    <section className="lab-section" aria-label={words.calls}>
      <h3>{words.calls}</h3>
      {calls.length === 0 && <p className="lab-hint">{words.noCalls}</p>}
      <ol className="lab-calls">
        {calls.map((call) => (
          <CallLine key={call.statement} call={call} run={run} laboratory={laboratory} />
        ))}
      </ol>
      <AddCall calls={calls} laboratory={laboratory} />
    </section>
  );
}

function CallLine({ call: told, run, laboratory }: BenchProps & { readonly call: RunCall }) {
  const words = useWords(buildWords);
  const edits = useWords(editWords);
  const { call, statement, madeAt } = told;
  const line = printStatement(call);
  const pause = call.when.kind === "at" ? call.when.time : call.when.pause;
  const isSpoken = speaksAt(run, madeAt ?? 0);
  const move = (by: number): void =>
    laboratory.edit({ kind: "move-call", statement, to: Math.max(0, pause + by) });
  return (
    <li className={call.end === 0 ? "client" : "server"} data-unmet={madeAt === null}>
      <code>{line}</code>
      <span className="lab-when">{madeAt === null ? words.neverMade : formatDuration(madeAt)}</span>
      <IconButton
        icon="up"
        label={words.moveCall(line, false)}
        className="lab-drop"
        aria-disabled={pause === 0 || !isSpoken}
        onClick={() => pause > 0 && move(-PAUSE)}
      />
      <IconButton
        icon="down"
        label={words.moveCall(line, true)}
        className="lab-drop"
        aria-disabled={!isSpoken}
        onClick={() => move(PAUSE)}
      />
      <IconButton
        icon="close"
        label={edits.drop(line)}
        className="lab-drop"
        aria-disabled={!isSpoken}
        onClick={() => laboratory.edit({ kind: "remove-call", statement })}
      />
    </li>
  );
}

function AddCall({
  calls,
  laboratory,
}: Pick<BenchProps, "laboratory"> & { readonly calls: readonly RunCall[] }) {
  const words = useWords(buildWords);
  const form = useRef<HTMLFormElement>(null);
  // Who begins with an empty page goes on here, also by keys.
  const [wasEmpty] = useState(calls.length === 0);
  useEffect(() => {
    if (wasEmpty) form.current?.querySelector("select")?.focus();
  }, [wasEmpty]);
  const [end, setEnd] = useState<End>(0);
  const [verb, setVerb] = useState<VerbName>("connect");
  const [isHere, setHere] = useState(false);
  const position = useSynfin((state) => state.position);
  const here = useRunSegments()[position - 1]?.sentAt;
  const isFirst = !calls.some(({ call }) => call.end === end);
  const add = (): void => {
    const when: CallTime =
      isHere && here !== undefined
        ? { kind: "at", time: here }
        : { kind: "after", cause: null, pause: isFirst ? 0 : PAUSE };
    laboratory.edit({ kind: "add-call", call: { kind: "call", end, when, verb: verbNamed(verb) } });
  };
  return (
    <form
      ref={form}
      className="lab-add"
      aria-label={words.add}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <EndChoice label={words.who} chosen={end} onChoose={setEnd} />
      <Choice
        label={words.what}
        options={VERBS.map((name) => ({ value: name, label: labelOfVerb(name, words.verbs) }))}
        chosen={verb}
        onChoose={setVerb}
      />
      <Choice
        label={words.when}
        options={[
          { value: "after", label: words.afterwards },
          ...(here === undefined ? [] : [{ value: "here", label: words.here }]),
        ]}
        chosen={isHere && here !== undefined ? "here" : "after"}
        onChoose={(chosen) => setHere(chosen === "here")}
      />
      <button type="submit" className="button primary">
        {words.addIt}
      </button>
    </form>
  );
}
