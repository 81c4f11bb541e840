import "./top-bar.css";
import { isVeiled as isVeiledIn } from "../../store/mode.ts";
import { analysisOf, captureOf, numbersShownOf, tellsWireNumbers } from "../../store/selectors.ts";
import { type Theme, THEMES } from "../../store/synfin-state.ts";
import { formatOctets } from "../figures.ts";
import { FileButton } from "../parts/FileButton.tsx";
import { Switch } from "../parts/Switch.tsx";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";
import { ClassTools } from "./ClassTools.tsx";
import { LanguageChooser } from "./LanguageChooser.tsx";
import { MoreTools } from "./MoreTools.tsx";

interface TopBarProps {
  readonly onHelp: () => void;
  readonly onShare: () => void;
  readonly onExport: () => void;
}

export function TopBar({ onHelp, onShare, onExport }: TopBarProps) {
  const { app, theme: themeWords, help, share, exports } = useMessages();
  const capture = useSynfin(captureOf);
  const theme = useSynfin((state) => state.theme);
  const chooseTheme = useSynfin((state) => state.chooseTheme);
  const isVeiled = useSynfin(isVeiledIn);
  const closeCapture = useSynfin((state) => state.closeCapture);
  // A link or an export would reveal the whole connection, which a predicting class must not know.
  const hasConnection = useSynfin((state) => analysisOf(state) !== null && !isVeiledIn(state));
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
        {hasConnection && (
          <button type="button" className="button" title={share.openHint} onClick={onShare}>
            {share.open}
          </button>
        )}
        <MoreTools>
          {hasConnection && (
            <button type="button" className="button" title={exports.openHint} onClick={onExport}>
              {exports.open}
            </button>
          )}
          {capture && <ClassTools />}
          {capture && <NumberSwitch />}
          <LanguageChooser />
          <select
            className="button"
            aria-label={themeWords.label}
            value={theme}
            onChange={({ currentTarget }) => chooseTheme(currentTarget.value as Theme)}
          >
            {THEMES.map((choice) => (
              <option key={choice} value={choice}>
                {themeWords[choice]}
              </option>
            ))}
          </select>
        </MoreTools>
        <button
          type="button"
          className="button round"
          aria-label={help.open}
          title={help.open}
          onClick={onHelp}
        >
          ?
        </button>
      </div>
    </header>
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
