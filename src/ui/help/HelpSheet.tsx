import "./help.css";
import { KeptHere } from "../offline/KeptHere.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { IS_SINGLE_FILE } from "../single-file.ts";
import { useMessages } from "../use-messages.ts";
import { HELP_KEYS, type HelpKey } from "./help-keys.ts";
import { LICENCE_LINK } from "./licence-link.ts";

const KEYS = Object.keys(HELP_KEYS) as HelpKey[];

/** The keys, and where the licences are. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const { help } = useMessages();
  return (
    <Dialog className="help" title={help.title} close={help.close} onClose={onClose}>
      <dl>
        {KEYS.map((name) => (
          <div key={name}>
            <dt>
              {HELP_KEYS[name].map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{help.keys[name]}</dd>
          </div>
        ))}
      </dl>
      <p>{help.mouse}</p>
      {import.meta.env.PROD && !IS_SINGLE_FILE && <KeptHere />}
      <p>
        <a {...LICENCE_LINK} target="_blank" rel="noreferrer">
          {help.licences}
        </a>
      </p>
    </Dialog>
  );
}
