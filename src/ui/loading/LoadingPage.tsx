import "./loading.css";
import type { Reading } from "../../store/reading.ts";
import { CaptureList } from "../captures/CaptureList.tsx";
import { formatOctets } from "../figures.ts";
import { Panel } from "../parts/Panel.tsx";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";
import { LinesSoFar } from "./LinesSoFar.tsx";

/** The progress of reading, and the connections found so far, in the place of the list. */
export function LoadingPage({ reading }: { readonly reading: Reading }) {
  const { loading, views } = useMessages();
  const { lines, read } = reading;
  return (
    <div className="loading">
      <Panel id="connections" className="connections-so-far" title={views.connections}>
        <CaptureList />
        <ReadingBar reading={reading} />
        <LinesSoFar lines={lines} />
        {read !== null && lines.length < read.connections && (
          <p className="first-lines">{loading.firstLines(lines.length)}</p>
        )}
      </Panel>
      <p className="later">{loading.later}</p>
    </div>
  );
}

/** Octets read of octets there are. */
function ReadingBar({ reading: { name, read } }: { readonly reading: Reading }) {
  const { loading } = useMessages();
  const cancel = useSynfin((state) => state.cancelOpening);
  return (
    <div className="reading-bar">
      <h3>{loading.title(name)}</h3>
      <progress
        aria-label={loading.title(name)}
        value={read?.bytesRead ?? 0}
        max={Math.max(1, read?.bytesTotal ?? 1)}
      />
      <p>
        <span>{read && loading.bytes(formatOctets(read.bytesRead), formatOctets(read.bytesTotal))}</span>
        <span>{read && loading.found(read.segments, read.connections)}</span>
      </p>
      <button type="button" className="button" onClick={cancel}>
        {loading.cancel}
      </button>
    </div>
  );
}
