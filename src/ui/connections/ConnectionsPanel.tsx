import "./connections.css";
import { memo } from "react";
import type { OpenedCapture } from "../../store/opened-capture.ts";
import { CaptureList } from "../captures/CaptureList.tsx";
import { useIsLow } from "../explorer/room.ts";
import { InTurn } from "../parts/InTurn.tsx";
import { laterPart } from "../parts/later-part.tsx";
import { Panel } from "../parts/Panel.tsx";
import { useMessages } from "../use-messages.ts";
import { useWords } from "../use-words.ts";
import { ConnectionList } from "./ConnectionList.tsx";
import { FilterBox } from "./FilterBox.tsx";
import { overTimeWords } from "./over-time/over-time.words.ts";
import { SummaryLine } from "./SummaryLine.tsx";

const ConnectionActions = laterPart(async () => (await import("./ConnectionActions.tsx")).ConnectionActions);
const REPORT_SPACE = <p className="read-report">&nbsp;</p>;
const ReadReport = laterPart(async () => (await import("./ReadReport.tsx")).ReadReport, REPORT_SPACE);
const OVER_TIME_SPACE = <div className="over-time-space" />;
const OverTime = laterPart(async () => (await import("./over-time/OverTime.tsx")).OverTime, OVER_TIME_SPACE);

/** Memoised, so that stepping through a connection does not render it again. */
export const ConnectionsPanel = memo(function ConnectionsPanel({
  capture,
}: {
  readonly capture: OpenedCapture;
}) {
  const { views } = useMessages();
  const overTime = useWords(overTimeWords);
  const isLow = useIsLow();
  return (
    <Panel
      id="connections"
      className="connections"
      title={views.connections}
      aside={
        <>
          <ConnectionActions capture={capture} />
        </>
      }
    >
      <CaptureList />
      <SummaryLine capture={capture} />
      {capture.connections.length > 1 && (
        <details className="over-time-fold" open={!isLow}>
          <summary>{overTime.label}</summary>
          {capture.judged === capture.connections.length ? <OverTime capture={capture} /> : OVER_TIME_SPACE}
        </details>
      )}
      <FilterBox capture={capture} />
      <InTurn frames={1} className="connection-list">
        <ConnectionList />
      </InTurn>
      <ReadReport capture={capture} />
    </Panel>
  );
});
