import { useWords } from "../use-words.ts";
import { layerWords } from "./bench.words.ts";

/** Whose clock the times are. */
export function LabTimes() {
  return <li>{useWords(layerWords).times}</li>;
}

/** The rows of the legend that explain the difference. */
export function LabLegend() {
  const words = useWords(layerWords);
  return (
    <>
      <LabTimes />
      <li>
        <svg className="layer-laboratory" width="22" height="10" aria-hidden="true" focusable="false">
          <path className="ghost" d="M1 5h20" />
        </svg>
        {words.goneLegend}
      </li>
      <li>
        <svg className="layer-laboratory" width="8" height="12" aria-hidden="true" focusable="false">
          <path className="new-bar" d="M4 0v12" />
        </svg>
        {words.newLegend}
      </li>
      <li>
        <svg className="layer-laboratory" width="10" height="12" aria-hidden="true" focusable="false">
          <path className="was open" d="M5 0v12" />
        </svg>
        {words.beforeLegend}
      </li>
    </>
  );
}
