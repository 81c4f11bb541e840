import "./laboratory.css";
import { Panel } from "../parts/Panel.tsx";
import { Switch } from "../parts/Switch.tsx";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { benchWords } from "./bench.words.ts";
import { CallList } from "./CallList.tsx";
import { EditList } from "./EditList.tsx";
import { ForgeForm } from "./ForgeForm.tsx";
import { ReadyList } from "./ReadyList.tsx";
import { ScriptText } from "./ScriptText.tsx";
import { TaskForm } from "./TaskForm.tsx";
import { useLaboratory } from "./use-laboratory.ts";
import { useRun } from "./use-run.ts";
import { WholeExchange } from "./WholeExchange.tsx";

/** The laboratory beside the diagram: edits, the whole exchange, calls, the script as text, ready-made exchanges. */
export function LabPanel() {
  const words = useWords(benchWords);
  const run = useRun();
  const laboratory = useLaboratory();
  if (run === null) return null;
  const isEmpty = run.segments.length === 0;
  // Where nothing is built yet, what is ready-made comes first.
  const ready = laboratory && <ReadyList laboratory={laboratory} />;
  return (
    <Panel
      id="connections"
      className="connections laboratory"
      title={words.name}
      aside={
        <>
          <ConnectionSwitch connections={run.segments.length} />
          <button type="button" className="button" onClick={() => laboratory?.leave()}>
            {laboratory === null || laboratory.origin === null ? words.leave : words.back}
          </button>
        </>
      }
    >
      <div className="lab-body">
        {isEmpty && run.facts.problems.length === 0 && <p className="lab-hint">{words.nothingSent}</p>}
        {isEmpty && ready}
        {laboratory !== null && (
          <>
            <EditList run={run} laboratory={laboratory} />
            <CallList run={run} laboratory={laboratory} />
            <WholeExchange run={run} laboratory={laboratory} />
            <ForgeForm laboratory={laboratory} />
            <TaskForm run={run} laboratory={laboratory} />
            <ScriptText run={run} laboratory={laboratory} />
          </>
        )}
        {!isEmpty && ready}
      </div>
    </Panel>
  );
}

/** A script may open several connections, one after the other. */
function ConnectionSwitch({ connections }: { readonly connections: number }) {
  const words = useWords(benchWords);
  const selected = useSynfin(({ selection }) => selection?.connection ?? 0);
  const select = useSynfin((state) => state.selectConnection);
  if (connections < 2) return null;
  return (
    <Switch
      label={words.connection}
      chosen={String(selected)}
      choices={Array.from({ length: Math.min(connections, 9) }, (_, id) => ({
        id: String(id),
        label: String(id + 1),
        hint: `${words.connection} ${id + 1}`,
      }))}
      onChoose={(id) => select(Number(id))}
    />
  );
}
