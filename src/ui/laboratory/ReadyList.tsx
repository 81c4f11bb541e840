import { EMPTY_SCRIPT, READY_SCRIPTS, type ReadyScript } from "../../lab/ready/ready-scripts.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import type { BenchProps } from "./EditList.tsx";
import { entryWords } from "./entry.words.ts";
import { scriptWords } from "./script.words.ts";

/** What the laboratory offers ready-made: the situations of the articles, and the lesson. */
export function ReadyList({ laboratory }: Pick<BenchProps, "laboratory">) {
  const words = useWords(scriptWords);
  const { lesson } = useWords(entryWords);
  const look = useSynfin((state) => state.look);
  const showCoverage = useSynfin((state) => state.showCoverage);
  const showArrows = (): void => {
    look({ pane: "graph" });
    showCoverage("capture");
  };
  return (
    <section className="lab-section" aria-label={words.ready}>
      <h3>{words.ready}</h3>
      <ul className="lab-ready">
        <Entry label={lesson} className="button primary" onChoose={() => laboratory.teach(lesson)} />
        <Entry label={words.everyArrow} hint={words.everyArrowHint} onChoose={showArrows} />
        <Entry label={words.empty} onChoose={() => laboratory.begin(words.empty, EMPTY_SCRIPT)} />
        {NAMES.map((name) => (
          <Entry
            key={name}
            label={words.readyNames[name]}
            onChoose={() => laboratory.begin(words.readyNames[name], READY_SCRIPTS[name])}
          />
        ))}
      </ul>
    </section>
  );
}

interface EntryProps {
  readonly label: string;
  readonly hint?: string;
  readonly className?: string;
  readonly onChoose: () => void;
}

function Entry({ label, hint, className = "button", onChoose }: EntryProps) {
  return (
    <li>
      <button type="button" className={className} title={hint} onClick={onChoose}>
        {label}
      </button>
    </li>
  );
}

const NAMES = Object.keys(READY_SCRIPTS) as readonly ReadyScript[];
