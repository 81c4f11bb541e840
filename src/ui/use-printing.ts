import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

let isPrinting = false;

/** Whether the page is being printed: then all of it is drawn, not only what is in sight. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, isPrintingNow, isPrintingNow);
}

function subscribe(redraw: () => void): () => void {
  const follow = (is: boolean) => (): void => {
    isPrinting = is;
    // The browser lays the pages out as soon as this returns.
    flushSync(redraw);
  };
  const [begin, end] = [follow(true), follow(false)];
  window.addEventListener("beforeprint", begin);
  window.addEventListener("afterprint", end);
  return () => {
    window.removeEventListener("beforeprint", begin);
    window.removeEventListener("afterprint", end);
  };
}

const isPrintingNow = (): boolean => isPrinting;
