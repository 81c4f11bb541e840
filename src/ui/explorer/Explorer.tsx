import "./explorer.css";
import "./print.css";
import { memo, useState } from "react";
import { isVeiled as isVeiledIn } from "../../store/mode.ts";
import type { OpenedCapture } from "../../store/opened-capture.ts";
import { shownAnalysisOf } from "../../store/selection.ts";
import { ClassCard } from "../class/ClassCard.tsx";
import { ConnectionsPanel } from "../connections/ConnectionsPanel.tsx";
import { CoverageButton } from "../coverage/CoverageButton.tsx";
import { GraphOrCoverage } from "../coverage/GraphOrCoverage.tsx";
import { Panel } from "../parts/Panel.tsx";
import { TabList } from "../parts/TabList.tsx";
import { Playback } from "../playback/Playback.tsx";
import { ConnectionOverview } from "../segment/ConnectionOverview.tsx";
import { SegmentPanel } from "../segment/SegmentPanel.tsx";
import { PresentDiagram } from "../sequence-diagram/PresentDiagram.tsx";
import { ZoomButtons } from "../sequence-diagram/ZoomButtons.tsx";
import { MarkedSteps } from "../state-graph/MarkedSteps.tsx";
import { useMessages } from "../use-messages.ts";
import { usePrinting } from "../use-printing.ts";
import { useSynfin } from "../use-synfin.ts";
import { Announcer } from "./Announcer.tsx";
import { Splitter } from "./Splitter.tsx";
import { TimeScaleChooser } from "./TimeScaleChooser.tsx";
import { usePanelSizes } from "./use-panel-sizes.ts";

type View = "connections" | "diagram" | "graph" | "segment";

/** An open capture: all panels side by side, or one at a time if there is no room. */
export const Explorer = memo(function Explorer({ capture }: { readonly capture: OpenedCapture }) {
  const { views, failed } = useMessages();
  const [view, setView] = useState<View>("diagram");
  const analysis = useSynfin(({ selection }) => shownAnalysisOf(selection));
  const isPrinting = usePrinting();
  const { style, splitterProps } = usePanelSizes();
  // The list would give away how connections end.
  const isVeiled = useSynfin(isVeiledIn);
  const shownView = isVeiled && view === "connections" ? "diagram" : view;
  const fault = useSynfin(({ selection }) =>
    selection?.analysis.kind === "failed" ? selection.analysis.failure : null,
  );
  return (
    <div className="explorer" data-view={shownView} data-veiled={isVeiled} style={style}>
      <TabList
        className="view-tabs"
        label={views.label}
        selected={shownView}
        onSelect={setView}
        tabs={[
          ...(isVeiled
            ? []
            : [{ id: "connections", label: views.connections, controls: "connections" } as const]),
          { id: "diagram", label: views.diagramTab, controls: "diagram" },
          { id: "graph", label: views.graphTab, controls: "graph" },
          { id: "segment", label: views.segment, controls: "segment" },
        ]}
      />
      {isPrinting && !isVeiled && analysis !== null && (
        <section className="printed">
          <ConnectionOverview analysis={analysis} />
        </section>
      )}
      {!isVeiled && (
        <>
          <ConnectionsPanel capture={capture} />
          <Splitter controls="connections" {...splitterProps("connections")} />
        </>
      )}
      <Panel
        id="diagram"
        className="diagram"
        title={views.diagram}
        aside={
          <>
            <TimeScaleChooser />
            <ZoomButtons />
          </>
        }
      >
        {fault !== null && (
          <p className="fault" role="alert">
            {failed.analysisFault(fault)}
          </p>
        )}
        {analysis !== null && <PresentDiagram analysis={analysis} />}
      </Panel>
      <Panel
        id="graph"
        className="graph"
        title={views.graph}
        aside={
          <>
            <MarkedSteps />
            <CoverageButton />
          </>
        }
      >
        <GraphOrCoverage analysis={analysis} />
      </Panel>
      <Splitter controls="graph" {...splitterProps("graphColumn")} />
      <Splitter controls="graph" {...splitterProps("graphRow")} />
      <SegmentPanel analysis={analysis} />
      <div className="explorer-foot">
        <ClassCard analysis={analysis} />
        <Playback analysis={analysis} />
      </div>
      <Announcer analysis={analysis} />
    </div>
  );
});
