import { EMPTY_SCRIPT, READY_SCRIPTS, type ReadyScript } from "../../lab/ready/ready-scripts.ts";
import { useWords } from "../use-words.ts";
import type { BenchProps } from "./EditList.tsx";
import { entryWords } from "./entry.words.ts";
import { scriptWords } from "./script.words.ts";

/** What the laboratory offers ready-made: the situations of the articles, and the lesson. */
export function ReadyList({ laboratory }: Pick<BenchProps, "laboratory">) {
  const words = useWords(scriptWords);
  const { lesson } = useWords(entryWords);
  return (
    <section className="lab-section" aria-label={words.ready}>
      <h3>{words.ready}</h3>
      <ul className="lab-ready">
        <li>
          <button type="button" className="button primary" onClick={() => laboratory.teach(lesson)}>
            {lesson}
          </button>
        </li>
        <li>
          <button
            type="button"
            className="button"
            onClick={() => laboratory.begin(words.empty, EMPTY_SCRIPT)}
          >
            {words.empty}
          </button>
        </li>
        {NAMES.map((name) => (
          <li key={name}>
            <button
              type="button"
              className="button"
              onClick={() => laboratory.begin(words.readyNames[name], READY_SCRIPTS[name])}
            >
              {words.readyNames[name]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const NAMES = Object.keys(READY_SCRIPTS) as readonly ReadyScript[];
