import { useEffect, useId, useState } from "react";
import { readScript, type ScriptProblem } from "../../lab/script/read-script.ts";
import { captureOf } from "../../store/selectors.ts";
import { fileName } from "../export/file-name.ts";
import { saveFile } from "../export/save-file.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import type { BenchProps } from "./EditList.tsx";
import { scriptWords } from "./script.words.ts";

/** How long after the last key the text is run; milliseconds. */
const REST = 400;
/** The most mistakes that are told at once. */
const MOST_PROBLEMS = 5;

/** The script as text: the other view of the diagram. What is typed is run, as soon as it has no mistake. */
export function ScriptText({ run, laboratory }: BenchProps) {
  const words = useWords(scriptWords);
  const name = useSynfin((state) => captureOf(state)?.name ?? "");
  const { facts, wish } = run;
  const ran = facts.problems.length > 0 ? wish.text : facts.script;
  const [draft, setDraft] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const text = draft ?? ran;
  const read = readScript(text);
  const problems = read.ok ? [] : read.error;
  const label = useId();
  const { rewrite } = laboratory;
  useEffect(() => {
    if (draft === null) return undefined;
    const timer = setTimeout(() => {
      if (!readScript(draft).ok) return;
      if (draft !== ran) rewrite(draft);
      setDraft(null);
    }, REST);
    return () => clearTimeout(timer);
  }, [draft, ran, rewrite]);
  const save = (): void => {
    const file = fileName(name, [], "synfin");
    saveFile(file, text, "text/plain");
    setSaid(words.saved(file));
  };
  return (
    <section className="lab-section" aria-label={words.title}>
      <header>
        <h3 id={label}>{words.title}</h3>
        <button type="button" className="button" onClick={save}>
          {words.save}
        </button>
      </header>
      <textarea
        className="lab-script"
        aria-label={words.label}
        aria-invalid={problems.length > 0}
        rows={Math.min(16, Math.max(5, text.split("\n").length))}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={({ currentTarget }) => setDraft(currentTarget.value)}
      />
      <div className="lab-problems" role="status">
        {problems.slice(0, MOST_PROBLEMS).map((problem) => (
          <p key={problem.line}>
            <Problem problem={problem} />
          </p>
        ))}
      </div>
      <p role="status" className="lab-hint">
        {said}
      </p>
    </section>
  );
}

function Problem({
  problem: { line, column, found, expected, nearest },
}: {
  readonly problem: ScriptProblem;
}) {
  const words = useWords(scriptWords);
  if (expected.code === "length") return words.length(expected.lines, expected.characters);
  const wanted =
    expected.code === "text"
      ? `“${expected.text}”`
      : expected.code === "number"
        ? words.number(expected.least, expected.most)
        : words.expected[expected.code];
  return words.problem(line, column, found, wanted, nearest);
}
