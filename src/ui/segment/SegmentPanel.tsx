import "./segment.css";
import type { ComponentType } from "react";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { InTurn } from "../parts/InTurn.tsx";
import { Panel } from "../parts/Panel.tsx";
import { TabList } from "../parts/TabList.tsx";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";
import { useViewsAt } from "../use-views.ts";
import { useLanguage, useWords } from "../use-words.ts";
import { isOffered, type PropsAt } from "../view.ts";
import { wordsIn } from "../words.ts";
import { segmentWords } from "./segment.words.ts";
import { Why } from "./Why.tsx";

/** The segment at the position, a tab for each thing that is told of it. */
export function SegmentPanel({ analysis }: { readonly analysis: ConnectionAnalysis | null }) {
  const { views } = useMessages();
  const words = useWords(segmentWords);
  const language = useLanguage();
  const tab = useSynfin((state) => state.tab);
  const look = useSynfin((state) => state.look);
  const all = useViewsAt("tab");
  const offered = useSynfin((state) =>
    all.flatMap(({ view }) => (isOffered(view, state) ? view.name : [])).join(" "),
  ).split(" ");
  const tabs = all
    .filter(({ view }) => offered.includes(view.name))
    .map(({ view, Part }) => ({
      id: view.name,
      label: wordsIn(view.words, language).open,
      controls: "segment-tab",
      Part,
    }));
  const shown = tabs.find(({ id }) => id === tab) ?? tabs[0];
  if (shown === undefined) return null;
  return (
    <Panel
      id="segment"
      className="segment"
      title={views.segment}
      aside={
        <TabList
          className="segment-tabs"
          label={words.tabsLabel}
          selected={shown.id}
          onSelect={(chosen) => look({ tab: chosen })}
          tabs={tabs}
        />
      }
    >
      <div id="segment-tab" className="segment-tab" role="tabpanel" aria-label={shown.label} tabIndex={0}>
        {analysis && (
          <InTurn frames={2}>
            <AtPosition Part={shown.Part ?? Why} analysis={analysis} />
          </InTurn>
        )}
      </div>
    </Panel>
  );
}

interface AtPositionProps {
  readonly Part: ComponentType<PropsAt["tab"]>;
  readonly analysis: ConnectionAnalysis;
}

/** What a tab tells at the position: a step renders no more of the panel. */
function AtPosition({ Part, analysis }: AtPositionProps) {
  const position = useSynfin((state) => state.position);
  return <Part analysis={analysis} position={position} />;
}
