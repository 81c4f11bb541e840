import "./connections.css";
import { memo } from "react";
import type { OpenedCapture } from "../../store/opened-capture.ts";
import { Panel } from "../parts/Panel.tsx";
import { useMessages } from "../use-messages.ts";
import { CaptureList } from "./CaptureList.tsx";
import { ConnectionList } from "./ConnectionList.tsx";
import { FilterBox } from "./FilterBox.tsx";
import { HostSwitch } from "./HostSwitch.tsx";
import { ReadReport } from "./ReadReport.tsx";
import { SummaryLine } from "./SummaryLine.tsx";

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
      aside={capture.hostNames.size > 0 && <HostSwitch />}
    >
      <CaptureList />
      <SummaryLine connections={capture.connections} />
      <FilterBox all={capture.connections.length} />
      <ConnectionList />
      <ReadReport capture={capture} />
    </Panel>
  );
});
