import { type RefObject, useEffect } from "react";

/** Lets a presenter's clicker choose an example; the listener is loaded once the page is drawn. */
export function useGalleryKeys(gallery: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let isShown = true;
    let leave = (): void => undefined;
    const begin = async (): Promise<void> => {
      const { listenForClicker } = await import("./listen-for-clicker.ts");
      if (isShown && gallery.current) leave = listenForClicker(gallery.current);
    };
    // Without it, the cards still work as buttons.
    begin().catch(() => undefined);
    return () => {
      isShown = false;
      leave();
    };
  }, [gallery]);
}
