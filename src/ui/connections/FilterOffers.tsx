import "./filter-offers.css";
import { useEffect, useRef } from "react";
import type { Offer } from "../../store/filter/filter-completion.ts";
import { formatCount } from "../figures.ts";
import { useWords } from "../use-words.ts";
import { connectionsWords } from "./connections.words.ts";

interface FilterOffersProps {
  readonly id: string;
  readonly offers: readonly Offer[];
  readonly active: number;
  readonly onTake: (offer: Offer) => void;
}

/** The completions of the filter, with the page's words and the number of matches. */
export function FilterOffers({ id, offers, active, onTake }: FilterOffersProps) {
  const words = useWords(connectionsWords);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div
      className="filter-offers"
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label={words.offers}
      ref={list}
      // The focus stays in the box.
      onMouseDown={(event) => event.preventDefault()}
    >
      {offers.map((offer, i) => (
        // Its keys are those of the box, which keeps the focus.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={offer.value}
          id={`${id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === active}
          onClick={() => onTake(offer)}
        >
          <span className="offer-value">{offer.value}</span>
          {offer.word !== null && <span className="offer-word">{offer.word}</span>}
          {offer.count !== null && (
            <span className="offer-count" aria-label={words.count(offer.count)}>
              {formatCount(offer.count)}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
