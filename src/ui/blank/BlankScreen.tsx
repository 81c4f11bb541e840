import "./blank.css";
import { useEffect, useRef } from "react";
import { useWords } from "../use-words.ts";
import { blankWords } from "./view.words.ts";

/** Nothing, over all of the page, until a key, a click or a tap. The key does nothing else. */
export function BlankScreen({ onClose }: { readonly onClose: () => void }) {
  const { row } = useWords(blankWords);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const screen = dialog.current;
    screen?.showModal();
    const close = (event: Event): void => {
      event.preventDefault();
      event.stopPropagation();
      screen?.close();
      // The event of closing comes later than the next click of a fast presenter, which is not for this screen.
      onClose();
    };
    document.addEventListener("keydown", close, { capture: true });
    screen?.addEventListener("click", close);
    return () => document.removeEventListener("keydown", close, { capture: true });
  }, [onClose]);
  return <dialog ref={dialog} className="blank-screen" aria-label={row} onClose={onClose} />;
}
