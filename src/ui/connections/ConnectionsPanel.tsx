import "./connections.css";
import type { OpenedCapture } from "../../store/opened-capture.ts";
import { Panel } from "../parts/Panel.tsx";
import { useMessages } from "../use-messages.ts";
import { ConnectionList } from "./ConnectionList.tsx";
import { ReadReport } from "./ReadReport.tsx";
import { SummaryLine } from "./SummaryLine.tsx";

export function ConnectionsPanel({ capture }: { readonly capture: OpenedCapture }) {
  const { views } = useMessages();
  return (
    <Panel id="connections" className="connections" title={views.connections}>
      <SummaryLine connections={capture.connections} />
      <ConnectionList />
      <ReadReport capture={capture} />
    </Panel>
  );
}
