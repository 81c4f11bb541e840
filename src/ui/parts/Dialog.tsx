import "./dialog.css";
import { type ReactNode, useEffect, useRef } from "react";
import { IconButton } from "./IconButton.tsx";

interface DialogProps {
  readonly className: string;
  readonly title: string;
  /** The label of the button that closes it. */
  readonly close: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A sheet over the page, open as long as it is drawn. Closing it restores the focus. */
export function Dialog({ className, title, close, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={`sheet ${className}`} aria-label={title} onClose={onClose}>
      <div className="sheet-head">
        <h2>{title}</h2>
        <IconButton
          icon="close"
          label={close}
          className="button round"
          onClick={() => dialog.current?.close()}
        />
      </div>
      {children}
    </dialog>
  );
}
