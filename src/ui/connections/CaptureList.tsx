import { useEffect, useRef } from "react";
import { formatOctets } from "../figures.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";
import "./capture-list.css";

/** Whether the capture that is being opened was chosen by a key: then the focus stays in the list, whatever page it is on. */
let keepsFocus = false;

/** The files that were given at once; choosing one opens it. Nothing where there is nothing to choose. */
export function CaptureList() {
  const { captures: words } = useMessages();
  const choice = useSynfin((state) => state.choice);
  const chooseCapture = useSynfin((state) => state.chooseCapture);
  const isLoading = useSynfin(({ capture }) => capture.kind === "loading");
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!keepsFocus) return;
    list.current?.querySelector<HTMLElement>("[aria-current=true]")?.focus();
    keepsFocus = isLoading;
  }, [isLoading]);
  if (choice === null) return null;
  return (
    <nav className="capture-list" aria-label={words.label} ref={list}>
      <ul>
        {choice.entries.map(({ file, failure }, entry) => (
          // The order of the files never changes, and two may have the same name.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={entry}>
            <button
              type="button"
              title={file.name}
              aria-current={entry === choice.current}
              onClick={({ detail }) => {
                // `detail` is 0 for the keyboard.
                keepsFocus = detail === 0 && entry !== choice.current;
                chooseCapture(entry);
              }}
            >
              <span className="entry-name">{file.name}</span>
              {failure && <span className="refused">{words.refused}</span>}
              <span className="entry-size">{formatOctets(file.size)}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
