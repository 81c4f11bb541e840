import "./segment.css";
import { useState } from "react";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { laterPart } from "../parts/later-part.tsx";
import { Panel } from "../parts/Panel.tsx";
import { TabList } from "../parts/TabList.tsx";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";
import { Why } from "./Why.tsx";

const HeaderBytes = laterPart(async () => (await import("./HeaderBytes.tsx")).HeaderBytes);
const HeaderFigure = laterPart(async () => (await import("./HeaderFigure.tsx")).HeaderFigure);
const OptionsInWords = laterPart(async () => (await import("./OptionsInWords.tsx")).OptionsInWords);
const Sockets = laterPart(async () => (await import("./Sockets.tsx")).Sockets);

const TABS = ["why", "header", "options", "sockets", "bytes"] as const;
type SegmentTab = (typeof TABS)[number];

/** The segment at the position: why it was sent, its header, its options, the sockets it leaves, its octets. */
export function SegmentPanel({ analysis }: { readonly analysis: ConnectionAnalysis | null }) {
  const { views, segment: words } = useMessages();
  const position = useSynfin((state) => state.position);
  const [tab, setTab] = useState<SegmentTab>("why");
  return (
    <Panel
      id="segment"
      className="segment"
      title={views.segment}
      aside={
        <TabList
          className="segment-tabs"
          label={words.tabsLabel}
          selected={tab}
          onSelect={setTab}
          tabs={TABS.map((id) => ({ id, label: words.tabs[id], controls: "segment-tab" }))}
        />
      }
    >
      <div id="segment-tab" className="segment-tab" role="tabpanel" aria-label={words.tabs[tab]} tabIndex={0}>
        {analysis && tab === "why" && <Why analysis={analysis} position={position} />}
        {analysis && tab === "header" && <HeaderFigure analysis={analysis} position={position} />}
        {analysis && tab === "options" && <OptionsInWords analysis={analysis} position={position} />}
        {analysis && tab === "sockets" && <Sockets analysis={analysis} position={position} />}
        {analysis && tab === "bytes" && <HeaderBytes analysis={analysis} position={position} />}
      </div>
    </Panel>
  );
}
