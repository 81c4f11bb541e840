import { captureOf } from "../../store/selectors.ts";
import { useEndpointText } from "../use-endpoint-text.ts";
import "../class/class-card.css";
import { useExampleTitles } from "../use-example-titles.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { compareWords } from "./compare.words.ts";

/** One connection waits for another one to be compared with. */
export function CompareCard() {
  const mark = useSynfin(({ mode }) => (mode.kind === "exploring" ? mode.compareMark : null));
  const words = useWords(compareWords);
  const connections = useSynfin((state) => captureOf(state)?.connections);
  const selected = useSynfin((state) => state.selection?.connection);
  const compare = useSynfin((state) => state.compare);
  const compareWithExample = useSynfin((state) => state.compareWithExample);
  const leave = useSynfin((state) => state.leaveMode);
  const examples = useExampleTitles();
  const nameOf = useEndpointText();
  const marked = mark === null ? undefined : connections?.at(mark);
  if (marked === undefined) return null;
  const name = `${nameOf(marked.client)} → ${nameOf(marked.server)}`;
  return (
    <section className="class-card" aria-label={words.label}>
      <div className="class-card-body">
        <p className="class-card-text" aria-live="polite">
          {words.marked(name)}
        </p>
        <select
          className="button"
          aria-label={words.example}
          value=""
          onChange={({ currentTarget }) => compareWithExample(currentTarget.value)}
        >
          <option value="">{words.example}</option>
          {examples.map(({ name: key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <div className="class-card-tools">
        <button type="button" className="button primary" disabled={selected === mark} onClick={compare}>
          {words.withThis}
        </button>
        <button type="button" className="button" onClick={leave}>
          {words.cancel}
        </button>
      </div>
    </section>
  );
}
