import { type ReactNode, useEffect, useId, useRef } from "react";
import { IconButton } from "../parts/IconButton.tsx";
import { useMessages } from "../use-messages.ts";

/** Tools that stand in the bar if there is room, otherwise in a card that a button opens. */
export function MoreTools({ children }: { readonly children: ReactNode }) {
  const { app } = useMessages();
  const id = useId();
  const card = useRef<HTMLDivElement>(null);

  // A button of the card does something elsewhere on the page; a choice may be followed by another.
  useEffect(() => {
    const element = card.current;
    const close = ({ target }: MouseEvent): void => {
      const isChoice = target instanceof Element && target.closest(".switch, select") !== null;
      if (!isChoice && target instanceof Element && target.closest("button")) element?.hidePopover();
    };
    element?.addEventListener("click", close);
    return () => element?.removeEventListener("click", close);
  }, []);

  return (
    <>
      <div className="more-tools" id={id} popover="auto" role="group" aria-label={app.tools} ref={card}>
        {children}
      </div>
      <IconButton icon="more" label={app.more} className="button round more-button" popoverTarget={id} />
    </>
  );
}
