import "./connections.css";
import { lazy, memo, Suspense } from "react";
import type { OpenedCapture } from "../../store/opened-capture.ts";
import { CaptureList } from "../captures/CaptureList.tsx";
import { Panel } from "../parts/Panel.tsx";
import { useMessages } from "../use-messages.ts";
import { ConnectionActions } from "./ConnectionActions.tsx";
import { ConnectionList } from "./ConnectionList.tsx";
import { FilterBox } from "./FilterBox.tsx";
import { HostSwitch } from "./HostSwitch.tsx";
import { ReadReport } from "./ReadReport.tsx";
import { SummaryLine } from "./SummaryLine.tsx";

const OverTime = lazy(async () => {
  const { OverTime: part } = await import("./over-time/OverTime.tsx");
  return { default: part };
});

/** Does not render again while one steps through a connection. */
export const ConnectionsPanel = memo(function ConnectionsPanel({
  capture,
}: {
  readonly capture: OpenedCapture;
}) {
  const { views } = useMessages();
  return (
    <Panel
      id="connections"
      className="connections"
      title={views.connections}
      aside={
        <>
          {capture.hostNames.size > 0 && <HostSwitch />}
          <ConnectionActions capture={capture} />
        </>
      }
    >
      <CaptureList />
      <SummaryLine capture={capture} />
      {capture.connections.length > 1 && (
        <Suspense fallback={<div className="over-time-space" />}>
          <OverTime capture={capture} />
        </Suspense>
      )}
      <FilterBox all={capture.connections.length} />
      <ConnectionList />
      <ReadReport capture={capture} />
    </Panel>
  );
});
