import "../class/class-card.css";
import { openKin } from "../../store/merge/merging.ts";
import { useSynfin, useSynfinStore } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { merging } from "./merge.words.ts";

/** Says that another capture belongs to the open one, and offers to read both as one. */
export function MergeOffer() {
  const words = useWords(merging);
  const kinship = useSynfin((state) => state.kinship);
  const store = useSynfinStore();
  if (kinship === null) return null;
  return (
    <section className="class-card" aria-label={words.label}>
      <div className="class-card-body">
        <p className="class-card-text" role="status">
          {words.offered(kinship)}
        </p>
      </div>
      <div className="class-card-tools">
        {kinship.kind !== "same" && (
          <button type="button" className="button primary" onClick={() => openKin(store.getState())}>
            {kinship.kind === "both" ? words.merge : words.join} <kbd>u</kbd>
          </button>
        )}
        <button type="button" className="button" onClick={() => store.setState({ kinship: null })}>
          {kinship.kind === "same" ? words.close : words.decline}
        </button>
      </div>
    </section>
  );
}
