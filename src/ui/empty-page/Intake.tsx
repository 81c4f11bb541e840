import { useState } from "react";
import { openPasted } from "../link/open-pasted.ts";
import { FileButton } from "../parts/FileButton.tsx";
import { useMessages } from "../use-messages.ts";
import { useSynfinStore } from "../use-synfin.ts";

/** The ways in: drop, choose, paste. */
export function Intake() {
  const messages = useMessages();
  const { empty } = messages;
  const store = useSynfinStore();
  const [text, setText] = useState(() => store.getState().refusedText);
  return (
    <div className="intake">
      <div className="drop-zone">
        <p>{empty.drop}</p>
        <p className="or">{empty.or}</p>
        <FileButton className="button primary" label={empty.choose} />
      </div>
      <form
        className="paste-box"
        onSubmit={(event) => {
          event.preventDefault();
          openPasted(store.getState(), messages, text);
        }}
      >
        <label htmlFor="pasted-text">{empty.pasteLabel}</label>
        <textarea
          id="pasted-text"
          value={text}
          rows={5}
          spellCheck={false}
          autoComplete="off"
          placeholder={empty.pastePlaceholder}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <div className="paste-actions">
          <span>{empty.pasteHint}</span>
          <button type="submit" className="button primary" disabled={text.trim() === ""}>
            {empty.pasteButton}
          </button>
        </div>
      </form>
    </div>
  );
}
