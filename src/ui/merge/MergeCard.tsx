import "../class/class-card.css";
import "./merge.css";
import { useMemo, useState } from "react";
import { drawnWith, shownOffsets } from "../../segments/witness-times.ts";
import type { ToldMerge } from "../../store/merge/merging.ts";
import { captureOf } from "../../store/selectors.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { SCREENS } from "../styles/screens.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { AloneList } from "./AloneList.tsx";
import { ClockChoice } from "./ClockChoice.tsx";
import { DelayStrip } from "./DelayStrip.tsx";
import { merging } from "./merge.words.ts";
import { PathList, useChangedNames } from "./PathList.tsx";
import { countWitnessed } from "./witness-counts.ts";

/** The most sentences about what one capture alone would have told. */
const MOST_SENTENCES = 3;

/** What two captures show of the connection together, and what one of them alone would have told. */
export function MergeCard({ analysis }: { readonly analysis: ConnectionAnalysis }) {
  const told = useSynfin((state) => state.told);
  return told && <Merged told={told} analysis={analysis} />;
}

interface MergedProps {
  readonly told: ToldMerge;
  readonly analysis: ConnectionAnalysis;
}

function Merged({ told, analysis }: MergedProps) {
  const words = useWords(merging);
  const merge = useSynfin((state) => captureOf(state)?.merge ?? null);
  const { witnesses, own } = told.told;
  const counts = useMemo(() => countWitnessed(witnesses, analysis), [witnesses, analysis]);
  const [hasRoom] = useState(() => matchMedia(SCREENS.together).matches);
  const [isPhone] = useState(() => matchMedia(SCREENS.phone).matches);
  const changes = useChangedNames();
  const changed = own === null ? [] : changes(own.changed);
  const offsets = shownOffsets(witnesses);
  const turn = witnesses.atClient === 0 ? 1 : -1;
  const drawn = useMemo(() => drawnWith(witnesses, told.shift), [witnesses, told.shift]);
  const files = (
    <p className="merge-files">
      {merge === null
        ? words.fromLink
        : words.from(merge.names[witnesses.atClient], merge.names[1 - witnesses.atClient] ?? "")}
    </p>
  );
  const misjudged = own !== null && own.misjudged.length > 0 && <Misjudged told={told} />;
  return (
    <section className="class-card merge-card" aria-label={words.label}>
      {!isPhone && files}
      <ul className="merge-chips">
        <li>{words.pairs(counts.paired, counts.all)}</li>
        <li data-loud={counts.lost > 0}>{words.lost(counts.lost)}</li>
        <li data-loud={counts.injected > 0}>{words.injected(counts.injected)}</li>
        {counts.doubled > 0 && <li data-loud="true">{words.doubled(counts.doubled)}</li>}
        {offsets !== null && Number.isFinite(offsets.high - offsets.low) && (
          <li>{words.offset((turn * (offsets.low + offsets.high)) / 2, (offsets.high - offsets.low) / 2)}</li>
        )}
        {changed.length > 0 && <li>{words.changes(changed)}</li>}
      </ul>
      {!isPhone && misjudged}
      <details className="merge-more" open={hasRoom}>
        <summary>{words.between}</summary>
        {/* On a phone the diagram needs the room. */}
        {isPhone && files}
        {isPhone && misjudged}
        <ClockChoice told={told} />
        <DelayStrip witnesses={drawn} analysis={analysis} />
        {own !== null && <PathList changed={own.changed} />}
        {merge !== null && <AloneList names={merge.names} alone={merge.alone} />}
        {merge !== null && merge.undecided > 0 && (
          <p className="merge-rest">{words.undecided(merge.undecided)}</p>
        )}
      </details>
    </section>
  );
}

/** Where one capture alone would have been wrong: the lesson of having two. */
function Misjudged({ told }: { readonly told: ToldMerge }) {
  const words = useWords(merging);
  const goTo = useSynfin((state) => state.goTo);
  const { witnesses, own } = told.told;
  const all = own?.misjudged ?? [];
  return (
    <ul className="merge-misjudged">
      {all.slice(0, MOST_SENTENCES).map(({ position, witness, alone }) => (
        <li key={`${position} ${witness}`}>
          <button type="button" className="link" onClick={() => goTo(position)}>
            {words.misjudged[witness === witnesses.atClient ? "client" : "server"](position, alone)}
          </button>
        </li>
      ))}
      {all.length > MOST_SENTENCES && <li>{words.more(all.length - MOST_SENTENCES)}</li>}
    </ul>
  );
}
