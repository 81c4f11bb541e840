import { type RefObject, useEffect, useEffectEvent } from "react";

/** How far a finger moves in a swipe, and at most in a tap; CSS pixels. */
const SWIPE = 40;
const TAP = 10;

/** What keeps its taps. */
const TAKES_TAPS = "button, select, input, a, [role=button]";

/**
 * Goes on by a tap on the right half or a swipe to the left, and back by a tap or swipe the other way. The tap that
 * only shows the controls moves nothing.
 */
export function useTouch(
  stage: RefObject<HTMLElement | null>,
  isIdle: boolean,
  advance: (direction: 1 | -1) => void,
): void {
  const go = useEffectEvent(advance);
  const isAsleep = useEffectEvent(() => isIdle);
  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    let began: { readonly x: number; readonly y: number; readonly isWaking: boolean } | null = null;
    // Before the page hears of it and wakes.
    const down = ({ clientX: x, clientY: y }: PointerEvent): void => {
      began = { x, y, isWaking: isAsleep() };
    };
    const lift = (event: TouchEvent): void => {
      const [finger] = event.changedTouches;
      const from = began;
      began = null;
      if (from === null || finger === undefined || !(event.target instanceof Element)) return;
      const [across, along] = [finger.clientX - from.x, finger.clientY - from.y];
      const isSwipe = Math.abs(across) >= SWIPE && Math.abs(across) > Math.abs(along);
      const isTap = Math.hypot(across, along) < TAP;
      const isTaken = !from.isWaking && event.target.closest(TAKES_TAPS) !== null;
      if (isTaken || !(isSwipe || isTap)) return;
      // Otherwise a click would follow, on what has come under the finger meanwhile; after a scroll none does.
      if (event.cancelable) event.preventDefault();
      if (isSwipe) go(across < 0 ? 1 : -1);
      else if (!from.isWaking) go(finger.clientX > window.innerWidth / 2 ? 1 : -1);
    };
    element.addEventListener("pointerdown", down, { capture: true });
    element.addEventListener("touchend", lift, { passive: false });
    return () => {
      element.removeEventListener("pointerdown", down, { capture: true });
      element.removeEventListener("touchend", lift);
    };
  }, [stage]);
}
