import "./class-card.css";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** Offers the lesson of the example that was opened. */
export function TourOffer() {
  const { tour: words } = useMessages();
  const start = useSynfin((state) => state.startTour);
  const name = useSynfin(({ offered }) => offered?.name);
  const language = useSynfin((state) => state.language);
  const leave = useSynfin((state) => state.leaveTour);
  return (
    <section className="class-card" aria-label={words.label}>
      <div className="class-card-body">
        <p className="class-card-text">
          {words.offered} <a href={`#example=${name}&lang=${language}`}>{words.link}</a>
        </p>
      </div>
      <div className="class-card-tools">
        <button type="button" className="button primary" title={words.startHint} onClick={start}>
          {words.start}
        </button>
        <button type="button" className="button" onClick={leave}>
          {words.decline}
        </button>
      </div>
    </section>
  );
}
