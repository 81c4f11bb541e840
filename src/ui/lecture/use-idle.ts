import { useEffect, useState } from "react";

/** How long the pointer must rest, in milliseconds. */
const REST = 2500;

/** Whether the pointer has rested for a while, or has not moved yet; then pointer and buttons are hidden. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wake = (): void => {
      setIdle(false);
      clearTimeout(timer);
      timer = setTimeout(() => setIdle(true), REST);
    };
    const events = ["pointermove", "pointerdown", "focusin"] as const;
    for (const event of events) document.addEventListener(event, wake);
    return () => {
      clearTimeout(timer);
      for (const event of events) document.removeEventListener(event, wake);
    };
  }, []);
  return isIdle;
}
