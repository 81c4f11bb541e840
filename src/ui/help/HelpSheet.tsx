import "./help.css";
import { useEffect, useRef } from "react";
import { Icon } from "../parts/Icon.tsx";
import { useMessages } from "../use-messages.ts";
import { LICENCE_LINK } from "./licence-link.ts";

interface HelpSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function HelpSheet({ isOpen, onClose }: HelpSheetProps) {
  const { help } = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="help" aria-label={help.title} onClose={onClose}>
      <header>
        <h2>{help.title}</h2>
        <button
          type="button"
          className="button round"
          aria-label={help.close}
          title={help.close}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      <dl>
        {help.keys.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p>{help.mouse}</p>
      <p>
        <a {...LICENCE_LINK} target="_blank" rel="noreferrer">
          {help.licences}
        </a>
      </p>
    </dialog>
  );
}
