import "./top-bar.css";
import { isVeiled as isVeiledIn } from "../../store/mode.ts";
import { captureOf } from "../../store/selectors.ts";
import { formatOctets } from "../figures.ts";
import { FileButton } from "../parts/FileButton.tsx";
import { Icon } from "../parts/Icon.tsx";
import { useMessages } from "../use-messages.ts";
import { useSynfin, useSynfinStore } from "../use-synfin.ts";
import { useViewsOfBar } from "../use-views.ts";
import { useWords } from "../use-words.ts";
import { toggleView, type View } from "../view.ts";
import { ViewButtons } from "../ViewButton.tsx";
import { MoreTools } from "./MoreTools.tsx";

/** What is open; the modes; the outputs; how it is shown; help. */
export function TopBar() {
  const { app } = useMessages();
  const capture = useSynfin(captureOf);
  const isVeiled = useSynfin(isVeiledIn);
  const closeCapture = useSynfin((state) => state.closeCapture);
  return (
    <header className="top-bar">
      <h1>
        <button
          type="button"
          className="wordmark"
          onClick={closeCapture}
          title={capture ? app.close : app.name}
        >
          <Wordmark />
          {app.name}
        </button>
      </h1>
      {capture && !isVeiled && (
        <p className="capture-name">
          <span className="file-name" title={capture.name}>
            {capture.name}
          </span>
          <span className="file-size">{formatOctets(capture.size)}</span>
        </p>
      )}
      <div className="top-bar-tools">
        {capture && <FileButton className="button" label={app.openOther} title={app.openOtherHint} />}
        <MoreTools>
          <div className="bar-group">
            <ViewButtons bar="modes" />
          </div>
          <div className="bar-group">
            <ViewButtons bar="outputs" />
          </div>
        </MoreTools>
        {useViewsOfBar("display").map((view) => (
          <DisplayButton key={view.name} view={view} />
        ))}
        {useViewsOfBar("help").map((view) => (
          <HelpButton key={view.name} view={view} />
        ))}
      </div>
    </header>
  );
}

interface BarButtonProps {
  readonly view: View;
}

function DisplayButton({ view }: BarButtonProps) {
  const store = useSynfinStore();
  const { open, hint } = useWords(view.words);
  return (
    <button
      type="button"
      className="button display-button"
      aria-label={open}
      aria-expanded={useSynfin(view.isOn)}
      aria-keyshortcuts={view.key}
      title={`${hint} (${view.key})`}
      onClick={() => toggleView(view, store.getState())}
    >
      <Icon name="display" />
      <span>{open}</span>
    </button>
  );
}

function HelpButton({ view }: BarButtonProps) {
  const store = useSynfinStore();
  const { open } = useWords(view.words);
  return (
    <button
      type="button"
      className="button round"
      aria-label={open}
      title={open}
      aria-keyshortcuts={view.key}
      onClick={() => toggleView(view, store.getState())}
    >
      {view.key}
    </button>
  );
}

/** Two lifelines and the segments between them. */
function Wordmark() {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path className="mark-client" d="M4 2v16" />
      <path className="mark-server" d="M16 2v16" />
      <path className="mark-segment" d="m4 4 12 4M16 9 4 13M4 14l12 3" />
    </svg>
  );
}
