import "./captures.css";
import { useEffect, useRef } from "react";
import { visibleText } from "../../base/visible-text.ts";
import type { CaptureChoice } from "../../store/capture-choice.ts";
import { formatCount, formatOctets } from "../figures.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";
import { CaptureFound } from "./CaptureFound.tsx";

/** Whether the capture that is being opened was chosen by a key: then the focus stays in the list. */
let keepsFocus = false;

/** The files that were given at once, what is in them, and why some cannot be read; choosing one opens it. */
export function Captures({ choice: { entries, current, isCut } }: { readonly choice: CaptureChoice }) {
  const { captures: words } = useMessages();
  const looks = useSynfin((state) => state.looks);
  const chooseCapture = useSynfin((state) => state.chooseCapture);
  const isLoading = useSynfin(({ capture }) => capture.kind === "loading");
  const list = useRef<HTMLElement>(null);
  const refused = entries.filter(({ file }) => looks.get(file)?.kind === "failed").length;
  useEffect(() => {
    const box = list.current;
    const chosen = box?.querySelectorAll("button")[current];
    if (!box || !chosen) return;
    const least = chosen.offsetTop + chosen.offsetHeight - box.clientHeight;
    box.scrollTop = Math.min(chosen.offsetTop, Math.max(box.scrollTop, least));
    if (!keepsFocus) return;
    chosen.focus();
    keepsFocus = isLoading;
  }, [isLoading, current]);
  return (
    <nav className="captures" aria-label={words.label} ref={list}>
      <p className="captures-sum">
        {words.sum(`${formatCount(entries.length)}${isCut ? "+" : ""}`, refused)}
      </p>
      <ul>
        {entries.map(({ file, folder }, entry) => (
          // The order of the files never changes, and two may have the same name.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={entry}>
            <button
              type="button"
              title={visibleText(folder === "" ? file.name : `${folder}/${file.name}`)}
              aria-current={entry === current}
              onClick={({ detail }) => {
                // `detail` is 0 for the keyboard.
                keepsFocus = detail === 0 && entry !== current;
                chooseCapture(entry);
              }}
            >
              <span className="entry-name">
                {folder !== "" && <span className="entry-folder">{visibleText(folder)}/</span>}
                {visibleText(file.name)}
              </span>
              <span className="entry-size">{formatOctets(file.size)}</span>
              <CaptureFound look={looks.get(file)} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
