import "./top-bar.css";
import { isVeiled as isVeiledIn } from "../../store/mode.ts";
import { captureOf, numbersShownOf, tellsWireNumbers } from "../../store/selectors.ts";
import { formatOctets } from "../figures.ts";
import { FileButton } from "../parts/FileButton.tsx";
import { Switch } from "../parts/Switch.tsx";
import { useMessages } from "../use-messages.ts";
import { useSynfin, useSynfinStore } from "../use-synfin.ts";
import { useViewsOfBar } from "../use-views.ts";
import { useWords } from "../use-words.ts";
import { toggleView, type View } from "../view.ts";
import { ViewButtons } from "../ViewButton.tsx";
import { LanguageChooser } from "./LanguageChooser.tsx";
import { MoreTools } from "./MoreTools.tsx";
import { ThemeChooser } from "./ThemeChooser.tsx";

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
          <ViewButtons bar="modes" />
          <ViewButtons bar="outputs" />
          {capture && <NumberSwitch />}
          <LanguageChooser />
          <ThemeChooser />
        </MoreTools>
        {useViewsOfBar("help").map((view) => (
          <HelpButton key={view.name} view={view} />
        ))}
      </div>
    </header>
  );
}

function HelpButton({ view }: { readonly view: View }) {
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

function NumberSwitch() {
  const { numbers: words } = useMessages();
  const numbers = useSynfin(numbersShownOf);
  const canShowWire = useSynfin(tellsWireNumbers);
  const showNumbers = useSynfin((state) => state.showNumbers);
  return (
    <Switch
      label={words.label}
      choices={[
        { id: "relative", label: words.relative, hint: words.relativeHint },
        {
          id: "wire",
          label: words.wire,
          hint: canShowWire ? words.wireHint : words.wireNotTold,
          isIdle: !canShowWire,
        },
        {
          id: "hexadecimal",
          label: words.hexadecimal,
          hint: canShowWire ? words.hexadecimalHint : words.wireNotTold,
          isIdle: !canShowWire,
        },
      ]}
      chosen={numbers}
      onChoose={showNumbers}
    />
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
