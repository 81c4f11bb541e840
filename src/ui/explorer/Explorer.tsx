import "./explorer.css";
import "./print.css";
import { memo, useContext } from "react";
import { isVeiled as isVeiledIn } from "../../store/mode.ts";
import { shownAnalysisOf } from "../../store/selection.ts";
import { captureOf } from "../../store/selectors.ts";
import { ClassCard } from "../class/ClassCard.tsx";
import { ConnectionsPanel } from "../connections/ConnectionsPanel.tsx";
import { Panel } from "../parts/Panel.tsx";
import { TabList } from "../parts/TabList.tsx";
import { Playback } from "../playback/Playback.tsx";
import { ConnectionOverview } from "../segment/ConnectionOverview.tsx";
import { SegmentPanel } from "../segment/SegmentPanel.tsx";
import { PresentDiagram } from "../sequence-diagram/PresentDiagram.tsx";
import { ZoomButtons } from "../sequence-diagram/ZoomButtons.tsx";
import { GraphPlace } from "../state-graph/GraphPlace.tsx";
import { MarkedSteps } from "../state-graph/MarkedSteps.tsx";
import { useMessages } from "../use-messages.ts";
import { usePrinting } from "../use-printing.ts";
import { useSynfin } from "../use-synfin.ts";
import { useViewIn, useViewsAt } from "../use-views.ts";
import { LanguageContext } from "../use-words.ts";
import { ViewButtons } from "../ViewButton.tsx";
import { wordsIn } from "../words.ts";
import { Announcer } from "./Announcer.tsx";
import { useIsTablet } from "./room.ts";
import { Splitter } from "./Splitter.tsx";
import { useDesk } from "./use-desk.ts";
import { usePanelSizes } from "./use-panel-sizes.ts";

/** The panes that stand beside the diagram wherever there is room for two. */
const TOGETHER: ReadonlySet<string> = new Set(["graph", "segment"]);

/** An open capture: all panels side by side, or one at a time if there is no room. */
export const Explorer = memo(function Explorer() {
  useDesk();
  const capture = useSynfin(captureOf);
  const { views, failed } = useMessages();
  const analysis = useSynfin(({ selection }) => shownAnalysisOf(selection));
  const isPrinting = usePrinting();
  const { style, splitterProps } = usePanelSizes();
  // The list would give away how connections end.
  const isVeiled = useSynfin(isVeiledIn);
  const isLesson = useSynfin(({ mode }) => mode.kind === "touring" || mode.kind === "predicting");
  const side = useViewIn("side");
  // The lessons of a course share a stage, whatever their captures hold.
  const hasLesson = useSynfin(({ offered }) => offered !== null);
  const isTablet = useIsTablet();
  const panes = useViewsAt("pane").filter(
    ({ view: { name, future } }) => !(isVeiled && future === "tells") && !(isTablet && TOGETHER.has(name)),
  );
  const pane = useSynfin((state) => state.pane);
  const shownPane = panes.some(({ view }) => view.name === pane) ? pane : "diagram";
  const look = useSynfin((state) => state.look);
  const language = useContext(LanguageContext);
  const fault = useSynfin(({ selection }) =>
    selection?.analysis.kind === "failed" ? selection.analysis.failure : null,
  );
  return (
    <div
      className="explorer"
      data-view={shownPane}
      data-veiled={isVeiled}
      data-lesson={isLesson}
      data-single={!hasLesson && !side && capture?.connections.length === 1}
      style={style}
    >
      {/* On a tablet it stays where a lesson hides the list, so that the stage does not move. */}
      {(panes.length > 1 || isTablet) && (
        <TabList
          className="view-tabs"
          label={views.label}
          selected={shownPane}
          onSelect={(chosen) => look({ pane: chosen })}
          tabs={panes.map(({ view: { name, words } }) => ({
            id: name,
            label: wordsIn(side && name === "connections" ? side.view.words : words, language).open,
            controls: name,
          }))}
        />
      )}
      {isPrinting && !isVeiled && analysis !== null && (
        <section className="printed">
          <ConnectionOverview analysis={analysis} />
        </section>
      )}
      <div className="explorer-side" id="side">
        <ClassCard analysis={analysis} />
        {!isVeiled && capture && (side?.Part ? <side.Part /> : <ConnectionsPanel capture={capture} />)}
      </div>
      <Splitter controls="side" {...splitterProps("connections")} />
      <Panel id="diagram" className="diagram" title={views.diagram} aside={<ZoomButtons />}>
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
            <ViewButtons bar="graph" />
          </>
        }
      >
        <GraphPlace analysis={analysis} />
      </Panel>
      <Splitter controls="graph" {...splitterProps("graphColumn")} />
      <Splitter controls="graph" {...splitterProps("graphRow")} />
      <SegmentPanel analysis={analysis} />
      <div className="explorer-foot">
        <Playback analysis={analysis} />
      </div>
      <Announcer analysis={analysis} />
    </div>
  );
});
