import { useContext } from "react";
import { MOVE_ROWS } from "../keys/moves.ts";
import "./help.css";
import { KeptHere } from "../offline/KeptHere.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { IS_SINGLE_FILE } from "../single-file.ts";
import { useSynfin } from "../use-synfin.ts";
import { ViewsContext } from "../use-views.ts";
import { useWords } from "../use-words.ts";
import { LanguageContext } from "../use-words.ts";
import { wordsIn } from "../words.ts";
import { helpWords } from "./help.words.ts";
import { LICENCE_LINK } from "./licence-link.ts";

/** What each key does, where the licences are, and whether keys with a character act at all. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const help = useWords(helpWords);
  const language = useContext(LanguageContext);
  const views = useContext(ViewsContext);
  return (
    <Dialog className="help" title={help.title} close={help.close} onClose={onClose}>
      <dl>
        {MOVE_ROWS.map(([name, { shown }]) => (
          <Row key={name} keys={shown} does={help.keys[name]} />
        ))}
        {views.map(({ view: { name, key, words } }) => (
          <Row key={name} keys={[key === "Escape" ? "Esc" : key]} does={wordsIn(words, language).row} />
        ))}
      </dl>
      <p>{help.mouse}</p>
      <SingleKeys />
      {import.meta.env.PROD && !IS_SINGLE_FILE && <KeptHere />}
      <p>
        <a {...LICENCE_LINK} target="_blank" rel="noreferrer">
          {help.licences}
        </a>
      </p>
    </Dialog>
  );
}

function Row({ keys, does }: { readonly keys: readonly string[]; readonly does: string }) {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{does}</dd>
    </div>
  );
}

/** Who dictates, or rests a hand on the keyboard, can switch off the keys that have a character (WCAG 2.1.4). */
function SingleKeys() {
  const help = useWords(helpWords);
  const isAllowed = useSynfin((state) => state.hasSingleKeys);
  const allow = useSynfin((state) => state.allowSingleKeys);
  return (
    <label className="single-keys">
      <input
        type="checkbox"
        checked={isAllowed}
        onChange={({ currentTarget }) => allow(currentTarget.checked)}
      />
      {help.singleKeys}
    </label>
  );
}
