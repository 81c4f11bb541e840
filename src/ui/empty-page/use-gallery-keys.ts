import { type RefObject, useEffect } from "react";

/** Lets a presenter's clicker choose an example. What a key does is loaded once the page is drawn; earlier keys wait. */
export function useGalleryKeys(gallery: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const waiting: KeyboardEvent[] = [];
    let press = (event: KeyboardEvent): void => void waiting.push(event);
    const listen = (event: KeyboardEvent): void => press(event);
    const begin = async (): Promise<void> => {
      const { pressInGallery } = await import("./press-in-gallery.ts");
      press = (event) => gallery.current && pressInGallery(gallery.current, event);
      for (const event of waiting) press(event);
    };
    document.addEventListener("keydown", listen);
    // Without it, the cards still work as buttons.
    begin().catch(() => undefined);
    return () => document.removeEventListener("keydown", listen);
  }, [gallery]);
}
